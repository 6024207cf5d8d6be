// What can go wrong, by name.

/** An error of the atlas: `code` for programs, `message` for people. */
export class AtlasError extends Error {
  constructor(code, message) {
    super(message);
    this.name = "AtlasError";
    this.code = code;
  }
}

/** The program's plain errors as an AtlasError; of bad data each problem is listed. */
export function named(error) {
  if (error instanceof Error) return error;
  const known = new AtlasError(error?.code ?? "failed", error?.message ?? String(error));
  if (error?.problems) known.problems = error.problems;
  return known;
}

/** Why the program cannot start: `code` for programs, the name of its words, and what goes into them. */
export class Fault extends Error {
  constructor(code, word, values = {}) {
    super(`${code} ${JSON.stringify(values)}`);
    Object.assign(this, { code, word, values });
  }
}

/** Calls into the program. */
export function ask(work) {
  try {
    return work();
  } catch (error) {
    throw named(error);
  }
}

/** Calls `crash` when the program has ended; `own` tells of an error whether it comes from this program. */
export function watch(own, crash) {
  window.addEventListener("atlas-panic", (event) => {
    console.error(event.detail);
    crash(event.detail);
  });
  window.addEventListener("error", (event) => {
    // A trap without a panic, such as a full stack.
    const { error } = event;
    if (globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError && own(error)) crash(error.message);
  });
}
