/**
 * What a debugger does for software that stops at BKPT 0xAB (Semihosting for AArch32 and AArch64, IHI 0100): output
 * and exit. Files there are none but the console; the operation is in r0, its argument or the address of its block in
 * r1, the answer goes to r0. Nothing is kept here.
 */
import { beatsPerSecond } from "../base/beat.ts";
import type { Machine } from "../machine/machine.ts";

/** The console of what is written by semihosting. */
export const semihostingName = "semihosting";

const operations = {
  open: 0x01,
  close: 0x02,
  writeCharacter: 0x03,
  writeText: 0x04,
  write: 0x05,
  read: 0x06,
  isError: 0x08,
  isTerminal: 0x09,
  fileLength: 0x0c,
  clock: 0x10,
  errorNumber: 0x13,
  heapInfo: 0x16,
  exit: 0x18,
  exitExtended: 0x20,
  elapsed: 0x30,
  tickFrequency: 0x31,
} as const;

/** Reason of an exit that is no failure (ADP_Stopped_ApplicationExit). */
const applicationExit = 0x20026;
const failed = 0xffffffff;
/** Longest text of one call; what goes on beyond is no text. */
const textLimit = 1 << 16;
const [input, output, error] = [1, 2, 3];
/** fopen modes 0 to 3 read, 4 to 7 write, 8 to 11 append. */
const handleOfMode = (mode: number): number => (mode < 4 ? input : mode < 8 ? output : error);

export function attachSemihosting(machine: Machine): void {
  machine.core.board.semihosting = 1;
  machine.onSemihosting = () => {
    const { r } = machine.core.cpu;
    r[0] = serve(machine, (r[0] ?? 0) >>> 0, (r[1] ?? 0) >>> 0) >>> 0;
  };
}

const wordAt = ({ core }: Machine, address: number): number => core.calls.busRead(address >>> 0, 4) >>> 0;
const byteAt = ({ core }: Machine, address: number): number => core.calls.busRead(address >>> 0, 1) & 0xff;

function print(machine: Machine, bytes: Iterable<number>): void {
  for (const byte of bytes) machine.sink.output(semihostingName, "tx", byte, machine.now());
}

function* textAt(machine: Machine, address: number): Iterable<number> {
  for (let offset = 0; offset < textLimit; offset++) {
    const byte = byteAt(machine, address + offset);
    if (byte === 0) return;
    yield byte;
  }
}

function* bytesAt(machine: Machine, address: number, count: number): Iterable<number> {
  for (let offset = 0; offset < count; offset++) yield byteAt(machine, address + offset);
}

/** Serves one call; the answer for r0. */
function serve(machine: Machine, operation: number, argument: number): number {
  const word = (index: number): number => wordAt(machine, argument + 4 * index);
  switch (operation) {
    case operations.writeCharacter:
      print(machine, bytesAt(machine, argument, 1));
      return 0;
    case operations.writeText:
      print(machine, textAt(machine, argument));
      return 0;
    case operations.write:
      return writeFile(machine, word(0), word(1), word(2));
    case operations.exit:
      machine.exit(argument === applicationExit ? 0 : 1);
      return 0;
    case operations.exitExtended:
      machine.exit(word(0) === applicationExit ? word(1) : 1);
      return 0;
    default:
      return answer(machine, operation, argument);
  }
}

/** Bytes that were not written. */
function writeFile(machine: Machine, handle: number, address: number, count: number): number {
  if (handle !== output && handle !== error) return count;
  print(machine, bytesAt(machine, address, Math.min(count, textLimit)));
  return Math.max(0, count - textLimit);
}

/** What the start-up code of C libraries asks. */
function answer(machine: Machine, operation: number, argument: number): number {
  const word = (index: number): number => wordAt(machine, argument + 4 * index);
  const store = (address: number, value: number): void => machine.core.calls.busWrite(address >>> 0, value, 4);
  switch (operation) {
    case operations.open:
      return isConsole(machine, word(0), word(2)) ? handleOfMode(word(1)) : failed;
    case operations.close:
    case operations.errorNumber:
    case operations.fileLength:
      return 0;
    case operations.read:
      return word(2);
    case operations.isError:
      return word(0) === 0 ? 0 : 1;
    case operations.isTerminal:
      return 1;
    case operations.clock:
      return Math.floor((machine.now() / beatsPerSecond) * 100);
    case operations.heapInfo:
      for (let index = 0; index < 4; index++) store(word(0) + 4 * index, 0);
      return 0;
    case operations.elapsed:
      store(argument, machine.core.cycle() >>> 0);
      store(argument + 4, Math.floor(machine.core.cycle() / 2 ** 32));
      return 0;
    case operations.tickFrequency:
      return beatsPerSecond / machine.core.cpu.beatsPerCycle;
    default:
      machine.sink.gap(`semihosting operation 0x${operation.toString(16)}`);
      return failed;
  }
}

/** The name `:tt`. */
const isConsole = (machine: Machine, address: number, length: number): boolean =>
  length === 3 && [...bytesAt(machine, address, 3)].every((byte, index) => byte === ":tt".charCodeAt(index));
