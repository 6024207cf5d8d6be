// The other part of the program, fetched when it is first asked for. `cargo xtask dist` puts this into the
// glue between the program and JavaScript, where `wasm` has what the first part exports.
let later;
async function __wasm_split_load_later(callback, data) {
    let there = true;
    try {
        later ??= fetchLater();
        await later;
    } catch (error) {
        // The next call tries again.
        later = undefined;
        there = false;
        console.warn(error);
    }
    wasm.__indirect_function_table.get(callback)(data, there);
}
async function fetchLater() {
    const answer = await fetch(new URL("{file}", import.meta.url), { integrity: "{digest}" });
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
    return WebAssembly.instantiate(await answer.arrayBuffer(), { __wasm_split: wasm });
}
