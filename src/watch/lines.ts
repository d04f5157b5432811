/** Interrupts in words: whose they are, and why one that is pending does not get in. */
import type { Board } from "../board/board.ts";
import { exceptionName } from "../check/call-chain.ts";
import type { Stopped } from "../check/stopped.ts";
import { handlerOf, lineWords, type Sight } from "./sight.ts";

/** Line numbers of the bits that are set. */
export function linesOf(words: ArrayLike<number>): number[] {
  const lines: number[] = [];
  for (let word = 0; word < lineWords; word++) {
    for (let bit = 0; bit < 32; bit++) if ((((words[word] ?? 0) >>> bit) & 1) !== 0) lines.push(word * 32 + bit);
  }
  return lines;
}

/** `interrupt 33 (flexcomm3)`, by the id that the configuration uses. */
export function lineText(board: Board, line: number): string {
  const device = board.devices.find(({ interrupts }) => Object.values(interrupts).includes(line));
  return `interrupt ${16 + line}${device === undefined ? "" : ` (${device.name})`}`;
}

const bitOf = (words: ArrayLike<number>, line: number): boolean =>
  (((words[line >>> 5] ?? 0) >>> (line & 31)) & 1) !== 0;

export interface Obstacle {
  readonly line: number;
  /** What stands in the way, as a sentence without its subject. */
  readonly why: string;
  readonly owned: boolean;
}

/** Devices of the board whose window the VM was granted. */
export function hasDevice({ partition }: Sight, board: Board, line: number): boolean {
  return board.devices.some(
    ({ base, interrupts }) =>
      Object.values(interrupts).includes(line) &&
      partition.devices.some(
        (w) => base >= w.physicalAddress.value && base - w.physicalAddress.value < w.sizeBytes.value,
      ),
  );
}

/** Pending interrupts of the VM, or of its devices, that do not reach it. Priorities are not looked at. */
export function obstaclesOf(sight: Sight, board: Board): Obstacle[] {
  const { interruptPending, interruptLevel, interruptTarget, interruptEnabled } = sight.cpu;
  const raised = Array.from(
    { length: lineWords },
    (_, word) => (interruptPending[word] ?? 0) | (interruptLevel[word] ?? 0),
  );
  return linesOf(raised).flatMap((line): Obstacle[] => {
    const owned = bitOf(sight.owned, line);
    if (!owned && !hasDevice(sight, board, line)) return [];
    if (!owned) return [{ line, owned, why: "the configuration does not give it to the VM" }];
    if (!bitOf(interruptTarget, line)) return [{ line, owned, why: notTargeted }];
    if (!bitOf(interruptEnabled, line)) return [{ line, owned, why: "it is not enabled in the VM's NVIC" }];
    const mask = maskOf(sight);
    return mask === null ? [] : [{ line, owned, why: `${mask} holds it back` }];
  });
}

export const notTargeted = "it is not targeted to Non-secure state (ITNS)";

/** Why the hypervisor did not target what the configuration gives to the VM, where that is known. */
export function targetHelp({ switches, vmNames }: Stopped): string[] {
  if (switches?.loneVmIrqs !== "never" || vmNames.length !== 1) return [];
  return [
    "this variant of the hypervisor targets a VM's interrupts when it switches VMs only, and there is one VM: " +
      "`switches: { loneVmIrqs: assigned }`, or `kind: crosscon`",
  ];
}

/** The mask that is set; null for none. */
export function maskOf({ cpu }: Sight): string | null {
  const basepri = cpu.basepri[0] ?? 0;
  if (cpu.faultmask[0] !== 0) return "FAULTMASK";
  if (cpu.primask[0] !== 0) return "PRIMASK";
  return basepri === 0 ? null : `BASEPRI (0x${basepri.toString(16)})`;
}

export function handlerText(sight: Sight): string {
  const handler = handlerOf(sight);
  return handler === 0 ? "" : `, handling ${exceptionName(handler)}`;
}
