
/** The bytes of the module: what both have is taken from the smaller one. */
export async function bytes() {
  // After a failure a script is asked for under another name, and what it needs as well.
  const smaller = await import(`./fields_wasm.js${new URL(import.meta.url).search}`);
  const base = smaller.streams();
  if (check(base) !== CHECK) throw new Error("The parts of jira-doctor come from different builds.");
  const patch = smaller.bytesOf(TEXT);
  const next = [...STARTS];
  const [LENGTHS, GAPS, MOVES, ADDED, NEW] = next.keys();
  const number = (part) => {
    for (let value = 0, unit = 1; ; unit *= 128) {
      const byte = patch[next[part]++];
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
  };
  const whole = new Uint8Array(LENGTH);
  let at = 0;
  let from = 0;
  while (at < LENGTH) {
    const move = number(MOVES);
    from += move % 2 ? -(move >> 1) : move >> 1;
    for (let end = at + number(LENGTHS); at < end; at += 1) whole[at] = base[from++] + patch[next[ADDED]++];
    for (let end = at + number(GAPS); at < end; at += 1) whole[at] = patch[next[NEW]++];
  }
  return smaller.joined(whole, PLAN);
}

/** FNV-1a of 32 bits. */
function check(bytes) {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x1000193);
  return sum >>> 0;
}
