/** WAT05: serial ports whose received bytes stay where they are. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Board } from "../board/board.ts";
import type { Stopped } from "../check/stopped.ts";
import type { Machine } from "../machine/machine.ts";
import { watchDiagnostic } from "./codes.ts";
import { lineText, notTargeted } from "./lines.ts";
import type { Sight } from "./sight.ts";

/** By kind of device: a register that tells of bytes that wait, how many, and of bytes that were lost. */
const ports: Readonly<Record<string, { offset: number; waits: number; shift: number; count: number; lost: number }>> = {
  // FIFOSTAT (fact sheet lpc55s69, section 6): RXNOTEMPTY, RXLVL, RXERR.
  flexcomm: { offset: 0xe04, waits: 0x40, shift: 16, count: 0x1f, lost: 2 },
  // STATE of the CMSDK UART: receive buffer full, receive overrun.
  "cmsdk-uart": { offset: 4, waits: 2, shift: 1, count: 1, lost: 8 },
};

/** What is remembered of a serial port. */
export interface Port {
  readonly device: string;
  readonly vm: string;
  readonly kind: string;
  readonly line: number | null;
  /** Cycle since which bytes wait; -1 while none does. */
  since: number;
  waiting: number;
  lost: boolean;
}

export function createPorts(board: Board, owners: readonly { readonly device: string; readonly vm: string }[]): Port[] {
  return owners.flatMap(({ device, vm }): Port[] => {
    const placed = board.devices.find(({ name }) => name === device);
    if (placed === undefined || !(placed.kind.name in ports)) return [];
    const line = Object.values(placed.interrupts)[0] ?? null;
    return [{ device, vm, kind: placed.kind.name, line, since: -1, waiting: 0, lost: false }];
  });
}

export function lookAtPort(port: Port, machine: Machine, cycle: number): void {
  const row = ports[port.kind];
  if (row === undefined) return;
  const value = machine.peekDevice(port.device, row.offset);
  port.lost ||= (value & row.lost) !== 0;
  const waits = (value & row.waits) !== 0;
  port.waiting = waits ? (value >>> row.shift) & row.count : 0;
  if (!waits) port.since = -1;
  else if (port.since < 0) port.since = cycle;
}

export function explainUnread(port: Port, sight: Sight | undefined, stopped: Stopped, seconds: number): Diagnostic {
  const { device, vm, waiting, lost, line } = port;
  const count = waiting === 1 ? "a received byte" : `${waiting} received bytes`;
  const message = waiting > 0 ? `${device} of ${vm} holds ${count} that nobody reads` : `${device} of ${vm} lost bytes`;
  return watchDiagnostic("WAT05", message, {
    help: [
      ...(waiting > 0 ? [`for ${seconds.toFixed(1)} s`] : []),
      ...(lost ? ["further ones were lost: the FIFO was full"] : []),
      ...(line === null || sight === undefined ? [] : [stateText(sight, stopped, line)]),
    ],
    vm,
    tick: stopped.tick,
  });
}

function stateText({ cpu, owned }: Sight, { board }: Stopped, line: number): string {
  const bit = (words: ArrayLike<number>): boolean => (((words[line >>> 5] ?? 0) >>> (line & 31)) & 1) !== 0;
  const name = lineText(board, line);
  if (!bit(owned)) return `the configuration does not give ${name} to the VM`;
  if (!bit(cpu.interruptLevel)) return `it does not raise ${name}: the port's receive interrupt is off`;
  if (!bit(cpu.interruptTarget)) return `${name} is raised, but ${notTargeted}`;
  return bit(cpu.interruptEnabled)
    ? `${name} is raised and enabled`
    : `${name} is raised, but not enabled in the VM's NVIC`;
}
