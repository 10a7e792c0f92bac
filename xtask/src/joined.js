
/** The bytes that a text stands for: its characters. */
export function bytesOf(text) {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** The bytes of the module. */
export const bytes = () => joined(streams(), PLAN);

/** The streams of the module, one behind the other. */
export const streams = () => bytesOf(TEXT);

/** A module out of its streams: each byte is taken to its place. */
export function joined(streams, { starts, length, before, functions }) {
  const next = [...starts];
  const module = new Uint8Array(length);
  let end = 0;
  const byte = (stream) => (module[end++] = streams[next[stream]++]);
  const number = (stream) => {
    for (let value = 0, unit = 1; ; unit *= 128) {
      const part = byte(stream);
      value += (part & 127) * unit;
      if (part < 128) return value;
    }
  };
  const following = Array(2 * PREFIX).fill([]);
  for (const [from, to, kinds] of FOLLOWING) following.fill(kinds, from, to + 1);
  const code = () => {
    // How many variables of a type, and the type.
    for (let left = 2 * number(DECLARED); left > 0; left -= 1) number(DECLARED);
    for (let depth = 1; depth > 0; ) {
      let opcode = byte(OPCODE);
      if (opcode > 1 && opcode < 5) depth += 1;
      if (opcode === 11) depth -= 1;
      if (opcode === PREFIX) opcode = 256 + number(OPCODE);
      if (opcode === FLOAT || opcode === FLOAT + 1) for (let left = 4 * (opcode - FLOAT + 1); left > 0; left -= 1) byte(OPCODE);
      const kinds = following[opcode];
      let last = 0;
      for (let kind = 0; kind < kinds.length; kind += 1) last = number(kinds[kind]);
      if (opcode === BRANCH_TABLE) for (; last >= 0; last -= 1) number(TABLE);
    }
  };
  while (end < before) byte(OUTSIDE);
  for (let left = functions; left > 0; left -= 1) {
    const start = end;
    code();
    end = sized(module, start, end);
  }
  while (end < length) byte(OUTSIDE);
  return module;
}

/** Puts a function's size before it, and gives where it ends then. */
function sized(module, start, end) {
  const size = [];
  let rest = end - start;
  for (; rest > 127; rest >>= 7) size.push((rest & 127) | 128);
  size.push(rest);
  module.copyWithin(start + size.length, start, end);
  module.set(size, start);
  return end + size.length;
}
