/**
 * Peripherals that nothing models yet: their registers store words under the right masks and reset values, and every
 * guest access is told as a gap of the model, by name.
 */
import { array, block, type Fields, u32 } from "../state/layout.ts";
import type { DeviceKind } from "./device.ts";
import { deviceKind } from "./kind.ts";
import { type RegisterRow, registerMap } from "./registers.ts";

/** A peripheral of `rows`, all of them plain. */
export function plainKind(name: string, rows: readonly RegisterRow[]): DeviceKind {
  const registers = registerMap<readonly RegisterRow[]>(rows.map((row) => ({ ...row, plain: true })));
  return deviceKind<readonly RegisterRow[], Fields>({ name, registers, state: block(name, registers.fields) });
}

/** A peripheral whose register list is not at hand: a window of words, all zero after reset. Gaps give the offset. */
export function windowKind(name: string, sizeBytes: number): DeviceKind {
  const words = array(u32, sizeBytes >>> 2);
  return {
    name,
    state: block<Fields>(name, { words }),
    tags: 0,
    registers: [],
    build(io) {
      const stored = io.state.words as unknown as Uint32Array;
      const tell = (offset: number, what: string) =>
        io.gap(`${name.toUpperCase()}+0x${offset.toString(16).padStart(3, "0")} ${what}`);
      return {
        reset: () => void stored.fill(0),
        read(offset, width) {
          tell(offset, "read");
          const word = (stored[offset >>> 2] ?? 0) >>> ((offset & 3) * 8);
          return width === 4 ? word : word & (width === 2 ? 0xffff : 0xff);
        },
        write(offset, width, value) {
          tell(offset, "write");
          const shift = (offset & 3) * 8;
          const lanes = width === 4 ? 0xffffffff : (width === 2 ? 0xffff : 0xff) << shift;
          stored[offset >>> 2] = ((stored[offset >>> 2] ?? 0) & ~lanes) | ((value << shift) & lanes);
        },
        peek: (offset) => stored[offset >>> 2] ?? 0,
        signal: (signal, level) => void (signal === "reset" && level === 1 && stored.fill(0)),
      };
    },
  };
}

/** A peripheral that is not modelled at all: reads zero, ignores writes, and every access is told as a gap. */
export function absentKind(name: string): DeviceKind {
  return {
    name,
    state: block<Fields>(name, {}),
    tags: 0,
    registers: [],
    build(io) {
      const tell = (offset: number, what: string) =>
        io.gap(`${name.toUpperCase()}+0x${offset.toString(16).padStart(3, "0")} ${what}`);
      return {
        reset: () => {},
        read(offset) {
          tell(offset, "read");
          return 0;
        },
        write: (offset) => tell(offset, "write"),
        peek: () => 0,
      };
    },
  };
}
