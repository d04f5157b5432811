/** Memory and registers as an ELF core file, so that a debugger reads exactly what we do (System V gABI, chapter 5). */

export interface MemoryPiece {
  readonly address: number;
  readonly bytes: Uint8Array;
}

const headerBytes = 52;
const entryBytes = 32;
const segmentTypes = { load: 1, note: 4 } as const;

/** Little-endian Arm: a note with R0 to R15 and the status register, and one segment for each piece of memory. */
export function coreFile(pieces: readonly MemoryPiece[], registers: readonly number[] = []): Uint8Array {
  const parts = [{ address: 0, bytes: statusNote(registers) }, ...pieces];
  const first = headerBytes + entryBytes * parts.length;
  const file = new Uint8Array(parts.reduce((sum, { bytes }) => sum + bytes.length, first));
  const view = new DataView(file.buffer);
  file.set([0x7f, 0x45, 0x4c, 0x46, 1, 1, 1]);
  const [core, arm] = [4, 40];
  const halves = [16, core, 18, arm, 40, headerBytes, 42, entryBytes, 44, parts.length];
  for (let i = 0; i < halves.length; i += 2) view.setUint16(halves[i] as number, halves[i + 1] as number, true);
  const words = [20, 1, 28, headerBytes, 36, 0x0500_0000];
  for (let i = 0; i < words.length; i += 2) view.setUint32(words[i] as number, words[i + 1] as number, true);
  let at = first;
  for (const [index, { address, bytes }] of parts.entries()) {
    const size = bytes.length;
    const type = index === 0 ? segmentTypes.note : segmentTypes.load;
    const entry = [type, at, address, address, size, size, 6, 4];
    for (const [i, word] of entry.entries()) view.setUint32(headerBytes + entryBytes * index + 4 * i, word, true);
    file.set(bytes, at);
    at += size;
  }
  return file;
}

const statusBytes = 148;
const registersAt = 72;

/** NT_PRSTATUS as Arm debuggers expect it: of its fields only the process and the registers matter. */
function statusNote(registers: readonly number[]): Uint8Array {
  const note = new Uint8Array(20 + statusBytes);
  const view = new DataView(note.buffer);
  for (const [i, word] of [5, statusBytes, 1].entries()) view.setUint32(4 * i, word, true);
  note.set(new TextEncoder().encode("CORE"), 12);
  view.setUint32(20 + 24, 1, true);
  for (const [i, word] of registers.entries()) view.setUint32(20 + registersAt + 4 * i, word, true);
  return note;
}
