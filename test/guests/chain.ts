/** The functions on the way to where a guest stopped, by the debug information of its image. */
import { backtrace } from "../../src/image/backtrace.ts";
import type { Machine } from "../../src/machine/machine.ts";
import type { MomentFields } from "../../src/machine/sink.ts";
import type { System } from "../../src/system/system.ts";

const stackIndex = { mainNonSecure: 0, processNonSecure: 1, mainSecure: 2, processSecure: 3 } as const;

function stackPointersOf(machine: Machine) {
  const read = (index: number): number => machine.core.calls.readStackPointer(index) >>> 0;
  return {
    mainSecure: read(stackIndex.mainSecure),
    processSecure: read(stackIndex.processSecure),
    mainNonSecure: read(stackIndex.mainNonSecure),
    processNonSecure: read(stackIndex.processNonSecure),
  };
}

function readWord(machine: Machine, address: number): number | null {
  const bytes = machine.peek(address, 4);
  return bytes === null ? null : new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
}

function chain(system: System, machine: Machine, registers: readonly number[], handler: boolean): string[] {
  const { cpu } = machine.core;
  const { frames } = backtrace(
    system.images.map(({ image }) => image),
    {
      registers: [...registers],
      secure: false,
      handler,
      exceptionNumber: handler ? cpu.ipsr : 0,
      stackPointers: { ...stackPointersOf(machine), mainNonSecure: registers[13] ?? 0 },
      processStackSelected: { secure: false, nonSecure: ((cpu.control[0] ?? 0) & 2) !== 0 },
      floatCalleeStacked: false,
    },
    (address) => readWord(machine, address),
  );
  return frames.map((frame) => frame.function ?? "?");
}

/** Innermost first, from where the processor stands. */
export function chainHere(system: System, machine: Machine): string[] {
  const registers = Array.from(machine.core.cpu.r, (value) => value >>> 0);
  return chain(system, machine, registers, machine.core.cpu.ipsr !== 0);
}

/** Innermost first, from the instruction that a `freeze` tells of; needs its frame on the main stack. */
export function chainAtFreeze(system: System, machine: Machine, freeze: MomentFields): string[] {
  const frame = Number(freeze.frame);
  const word = (index: number): number => readWord(machine, frame + 4 * index) ?? 0;
  const upper = [4, 5, 6, 7, 8, 9, 10, 11].map((register) => (machine.core.cpu.r[register] ?? 0) >>> 0);
  const padding = (word(7) & 0x200) !== 0 ? 4 : 0;
  const registers = [word(0), word(1), word(2), word(3), ...upper, word(4), frame + 32 + padding, word(5), word(6)];
  return chain(system, machine, registers, false);
}
