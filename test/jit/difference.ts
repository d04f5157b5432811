import type { Machine } from "../../src/machine/machine.ts";
import { hashedParts } from "../../src/machine/snapshot.ts";

/** Where compiled code has led elsewhere than the interpreter, as text; null where it has not. */
export function differenceBetween(plain: Machine, compiled: Machine): string | null {
  const other = hashedParts(compiled);
  for (const [part, bytes] of hashedParts(plain).entries()) {
    const theirs = other[part] as Uint8Array;
    if (Buffer.compare(bytes, theirs) === 0) continue;
    const at = bytes.findIndex((byte, index) => byte !== theirs[index]) & ~3;
    const [mine, their] = [bytes, theirs].map((all) => Buffer.from(all.subarray(at, at + 8)).toString("hex"));
    return `part ${part} from byte ${at} on: ${mine}, compiled ${their}`;
  }
  return plain.tick() === compiled.tick() ? null : `ticks: ${plain.tick()}, compiled ${compiled.tick()}`;
}
