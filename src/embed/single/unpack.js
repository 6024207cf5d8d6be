// The start of the atlas as one file. Its parts lie in the element before this script: all of them packed as one
// with LZMA, the bytes written as letters of UTF-16. This unpacks them and starts the module among them; the
// policy of the file knows both scripts by their hashes.

// What `cargo xtask dist` fills in: the parts in their order, each with its name and length.
const PARTS = {list};
const MODULE = "start.js";

// Letters that survive any reader of HTML: no control, no "<", no half of a pair, no mark of byte order at
// the end of the range. In a block of 337 letters they hold 672 bytes.
const [FIRST, GAP, AFTER_GAP, RADIX] = [0x40, 0xd800, 0xe000, 63422];
const [LETTERS, BYTES] = [337, 672];

/** The bytes that the letters stand for. */
function bytesOf(text) {
  const blocks = text.length / LETTERS;
  const bytes = new DataView(new ArrayBuffer(blocks * BYTES));
  const digit = (at) => {
    const unit = text.charCodeAt(at);
    return unit < GAP ? unit - FIRST : unit - AFTER_GAP + GAP - FIRST;
  };
  const [one, two] = [BigInt(RADIX), BigInt(RADIX ** 2)];
  for (let block = 0; block < blocks; block += 1) {
    const end = (block + 1) * LETTERS;
    let at = block * LETTERS;
    let number = BigInt(digit(at));
    for (at += 1; at + 1 < end; at += 2) number = number * two + BigInt(digit(at) * RADIX + digit(at + 1));
    if (at < end) number = number * one + BigInt(digit(at));
    const hex = number.toString(16).padStart(2 * BYTES, "0");
    for (let byte = 0; byte < BYTES; byte += 8) {
      bytes.setBigUint64(block * BYTES + byte, BigInt(`0x${hex.slice(2 * byte, 2 * byte + 16)}`));
    }
  }
  return new Uint8Array(bytes.buffer);
}

/**
 * What was packed with LZMA, lc = 3, lp = pb = 0: `size` bytes. `packed` begins with the 13 bytes of the format's
 * head. After the LZMA specification (Igor Pavlov, 2015).
 */
function unlzma(packed, size) {
  const [MATCH, REP, REP0, REP1, REP2, LONG, SLOT, SPECIAL, ALIGN, LENGTH, REP_LENGTH, LITERAL] =
    [0, 12, 24, 36, 48, 60, 72, 328, 456, 472, 746, 1020];
  const odds = new Uint16Array(LITERAL + (0x300 << 3)).fill(1024);
  const out = new Uint8Array(size);
  let [at, range, code] = [18, 0xffffffff, new DataView(packed.buffer).getUint32(14)];

  const shift = () => {
    if (range >= 0x1000000) return;
    range = (range << 8) >>> 0;
    code = ((code << 8) | packed[at++]) >>> 0;
  };
  const bit = (index) => {
    const bound = (range >>> 11) * odds[index];
    const one = code >= bound;
    if (one) {
      range -= bound;
      code -= bound;
      odds[index] -= odds[index] >> 5;
    } else {
      range = bound;
      odds[index] += (2048 - odds[index]) >> 5;
    }
    shift();
    return one ? 1 : 0;
  };
  const tree = (base, bits) => {
    let node = 1;
    for (let left = bits; left > 0; left -= 1) node = (node << 1) | bit(base + node);
    return node - (1 << bits);
  };
  const reversed = (base, bits) => {
    let [node, sum] = [1, 0];
    for (let place = 0; place < bits; place += 1) {
      const now = bit(base + node);
      node = (node << 1) | now;
      sum |= now << place;
    }
    return sum;
  };
  const plain = (bits) => {
    let sum = 0;
    for (let left = bits; left > 0; left -= 1) {
      range >>>= 1;
      const one = code >= range;
      if (one) code -= range;
      sum = (sum << 1) | one;
      shift();
    }
    return sum;
  };
  const length = (base) => {
    if (!bit(base)) return tree(base + 2, 3);
    return bit(base + 1) ? 16 + tree(base + 18, 8) : 8 + tree(base + 10, 3);
  };
  const distance = (slot) => {
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const begin = ((2 | (slot & 1)) << bits) >>> 0;
    if (slot < 14) return begin + reversed(SPECIAL + begin - slot, bits);
    return begin + plain(bits - 4) * 16 + reversed(ALIGN, 4);
  };

  let [done, state] = [0, 0];
  let [near, second, third, fourth] = [0, 0, 0, 0];
  while (done < size) {
    if (!bit(MATCH + state)) {
      const base = LITERAL + 0x300 * (done ? out[done - 1] >> 5 : 0);
      let sign = 1;
      if (state >= 7) {
        let alike = out[done - near - 1] | 0x100;
        while (sign < 0x100) {
          const expected = (alike >> 7) & 1;
          alike <<= 1;
          const now = bit(base + ((1 + expected) << 8) + sign);
          sign = (sign << 1) | now;
          if (now !== expected) break;
        }
      }
      while (sign < 0x100) sign = (sign << 1) | bit(base + sign);
      out[done++] = sign;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count;
    if (!bit(REP + state)) {
      [fourth, third, second] = [third, second, near];
      count = length(LENGTH);
      state = state < 7 ? 7 : 10;
      near = distance(tree(SLOT + Math.min(count, 3) * 64, 6));
    } else {
      if (!bit(REP0 + state)) {
        if (!bit(LONG + state)) {
          out[done] = out[done - near - 1];
          done += 1;
          state = state < 7 ? 9 : 11;
          continue;
        }
      } else if (!bit(REP1 + state)) {
        [near, second] = [second, near];
      } else if (!bit(REP2 + state)) {
        [near, second, third] = [third, near, second];
      } else {
        [near, second, third, fourth] = [fourth, near, second, third];
      }
      count = length(REP_LENGTH);
      state = state < 7 ? 8 : 11;
    }
    for (count += 2; count > 0; count -= 1, done += 1) out[done] = out[done - near - 1];
  }
  return out;
}

const whole = `<!DOCTYPE html>${document.documentElement.outerHTML}`;
const holder = document.getElementById("parts");
const unpacked = unlzma(bytesOf(holder.textContent), PARTS.reduce((sum, [, size]) => sum + size, 0));
holder.remove();
let begin = 0;
const parts = Object.fromEntries(
  PARTS.map(([name, size]) => [name, unpacked.subarray(begin, (begin += size))]),
);
// The file itself, for those who want to keep it.
parts["atlas.html"] = () => {
  const bytes = new Uint16Array(whole.length + 1).fill(0xfeff, 0, 1);
  for (let at = 0; at < whole.length; at += 1) bytes[at + 1] = whole.charCodeAt(at);
  return new Uint8Array(bytes.buffer);
};
const script = document.createElement("script");
script.type = "module";
script.textContent = new TextDecoder().decode(parts[MODULE]);
globalThis.atlasParts = parts;
document.body.append(script);
