/** Images with single words changed: a guest that was built for something else, without building it. */

const wordBytes = (word: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(word >>> 0);
  return bytes;
};

/** Every aligned occurrence of a word replaced. Throws where there is none. */
export function patched(elf: Uint8Array, from: number, to: number): Uint8Array {
  const copy = Buffer.from(elf);
  let count = 0;
  for (let at = 0; at + 4 <= copy.length; at += 4) {
    if (copy.readUInt32LE(at) !== from >>> 0) continue;
    wordBytes(to).copy(copy, at);
    count++;
  }
  if (count === 0) throw new Error(`the image has no word 0x${from.toString(16)}`);
  return copy;
}

/** The same program, said to take floating-point arguments in registers (e_flags, IHI 0044 section 5.2). */
export function asHardFloat(elf: Uint8Array): Uint8Array {
  const copy = Buffer.from(elf);
  copy.writeUInt32LE((copy.readUInt32LE(36) & ~0x200) | 0x400, 36);
  return copy;
}

/** Bytes at an address as Intel HEX. */
export function hexImage(base: number, bytes: Uint8Array): Uint8Array {
  const record = (kind: number, offset: number, data: readonly number[]): string => {
    const all = [data.length, (offset >>> 8) & 0xff, offset & 0xff, kind, ...data];
    const sum = -all.reduce((total, byte) => total + byte, 0) & 0xff;
    return `:${Buffer.from([...all, sum]).toString("hex")}`;
  };
  const lines = [record(4, 0, [base >>> 24, (base >>> 16) & 0xff])];
  for (let at = 0; at < bytes.length; at += 16)
    lines.push(record(0, (base & 0xffff) + at, [...bytes.subarray(at, at + 16)]));
  return new TextEncoder().encode(`${[...lines, record(1, 0, [])].join("\n")}\n`);
}
