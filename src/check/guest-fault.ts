/** Faults that go to the VM's own handlers: the board goes on, but the VM has fallen and the user should know. */
import type { Diagnostic, Label } from "../base/diagnostic.ts";
import { whatLivesAt } from "../board/describe.ts";
import type { BacktraceFrame, StoppedState } from "../image/backtrace.ts";
import { atReturn, chainHelp, codeAt, exceptionName, framesOf, frameText } from "./call-chain.ts";
import { checkDiagnostic } from "./codes.ts";
import { type FaultName, faultName } from "./fault-name.ts";
import { accessWord, sourceLabel, whoOf } from "./guest-place.ts";
import { residentText } from "./resident.ts";
import type { MpuRegion, Stopped } from "./stopped.ts";
import { contains, hex, labelAt, rangeText, windowsOf } from "./window.ts";

/** What a fault's sentence is made of. */
interface Scene {
  readonly stopped: Stopped;
  readonly state: StoppedState;
  readonly address: number;
  readonly frames: readonly BacktraceFrame[];
  /** ` in read_version (guest.c:11)`; empty where nothing is known. */
  readonly where: string;
  /** `read`, `wrote`, `touched`. */
  readonly access: string;
}

interface GuestFault {
  /** What the VM did, as a sentence without its subject. */
  readonly said: (scene: Scene) => string;
  /** What else helps with this kind. */
  readonly help?: (scene: Scene) => readonly string[];
  /** access: an instruction and an address; fetch: the instruction was never executed; return: found at a return. */
  readonly shape: "instruction" | "access" | "fetch" | "return";
}

/** By the name of the bit in MMFSR, BFSR or UFSR. */
const guestFaults: Readonly<Record<string, GuestFault>> = {
  UNDEFINSTR: {
    shape: "instruction",
    said: ({ where }) => `executed an undefined instruction${where}`,
  },
  INVSTATE: {
    shape: "fetch",
    said: ({ state, frames }) => `went to the even address ${hex(pcOf(state))}${comingFrom(frames)}: no Thumb code`,
    help: () => ["an address to branch to needs bit 0 set, in function pointers and in vectors"],
  },
  INVPC: {
    shape: "return",
    said: ({ where }) => `returned from an exception${where} in a way that is not allowed`,
    help: () => ["the exception is not active any more, or EXC_RETURN or the stacked xPSR speak of another mode"],
  },
  NOCP: {
    shape: "instruction",
    said: ({ where }) => `used a coprocessor that is switched off${where}`,
    help: () => ["floating point needs CP10 and CP11 in CPACR: 0xe000ed88 |= 0xf00000, then DSB and ISB"],
  },
  STKOF: {
    shape: "instruction",
    said: ({ where }) => `ran into its stack limit${where}`,
    help: stackLimitHelp,
  },
  UNALIGNED: {
    shape: "access",
    said: ({ access, address, where }) => `${access} ${hex(address)}${where}, which is not aligned`,
    help: () => ["LDM, STM, LDRD, STRD and exclusives always need aligned addresses; all others with CCR.UNALIGN_TRP"],
  },
  DIVBYZERO: {
    shape: "instruction",
    said: ({ where }) => `divided by zero${where}`,
  },
  IACCVIOL: {
    shape: "fetch",
    said: ({ state, frames }) => `went to ${hex(pcOf(state))}${comingFrom(frames)}, which its own MPU forbids`,
    help: mpuHelp,
  },
  DACCVIOL: {
    shape: "access",
    said: ({ access, address, where, stopped }) =>
      `${access} ${hex(address)}${where}, which its own MPU forbids (${residentText(stopped.board, address)})`,
    help: mpuHelp,
  },
  MUNSTKERR: {
    shape: "return",
    said: ({ where }) => `could not read an exception's frame back${where}: its own MPU forbids it`,
  },
  MSTKERR: {
    shape: "instruction",
    said: ({ where }) => `could not write an exception's frame${where}: its own MPU forbids it`,
  },
  MLSPERR: {
    shape: "instruction",
    said: ({ where }) =>
      `could not save the floating-point registers that waited${where}: its own MPU forbids their frame`,
  },
  IBUSERR: {
    shape: "fetch",
    said: ({ state, frames }) => `went to ${hex(pcOf(state))}${comingFrom(frames)}, where nothing answers`,
  },
  PRECISERR: {
    shape: "access",
    said: ({ access, address, where, stopped }) =>
      `${access} ${hex(address)}${where}, ${silenceText(stopped, address)}`,
  },
  UNSTKERR: {
    shape: "return",
    said: ({ where }) => `could not read an exception's frame back${where}: nothing answers there`,
  },
  STKERR: {
    shape: "instruction",
    said: ({ where }) => `could not write an exception's frame${where}: nothing answers there`,
  },
  LSPERR: {
    shape: "instruction",
    said: ({ where }) =>
      `could not save the floating-point registers that waited${where}: nothing answers where their frame is`,
  },
};

const pcOf = (state: StoppedState): number => state.registers[15] ?? 0;

/** From whom control came to a place where it should not be: the caller, or the exception whose vector led there. */
function comingFrom(frames: readonly BacktraceFrame[]): string {
  const caller = frames[callerIndex(frames)];
  if (caller === undefined || caller === frames[0]) return "";
  if (caller.exceptionNumber !== null) return ` by the vector of ${exceptionName(caller.exceptionNumber)}`;
  return ` from ${frameText(caller)}`;
}

/** The first frame of another call than the innermost; 0 where there is none. */
function callerIndex(frames: readonly BacktraceFrame[]): number {
  return Math.max(
    0,
    frames.findIndex(({ kind }) => kind === "called" || kind === "interrupted"),
  );
}

function silenceText({ board }: Stopped, address: number): string {
  if (whatLivesAt(board, address).kind === "hole") return `where nothing lives on ${board.name}`;
  return `which answered with an error (${residentText(board, address)})`;
}

function stackLimitHelp({ stopped: { stackLimits }, state }: Scene): readonly string[] {
  const selected = state.processStackSelected;
  const process = !state.handler && (state.secure ? selected.secure : selected.nonSecure);
  const [name, limit] = process ? ["PSPLIM", stackLimits.process] : ["MSPLIM", stackLimits.main];
  return [
    `SP is ${hex(state.registers[13] ?? 0)}, ${name} is ${hex(limit)}: the stack is too small or the calls too deep`,
  ];
}

const permissionTexts = ["privileged code only", "read-write", "read-only, privileged code only", "read-only"] as const;

function mpuHelp({ stopped: { mpuRegions }, address, state }: Scene): readonly string[] {
  const wanted = address === 0 ? pcOf(state) : address;
  const covering = (mpuRegions ?? []).filter(({ base, last }) => wanted >= base && wanted <= last);
  if (covering.length === 0) return [`no region of its MPU covers ${hex(wanted)}`];
  if (covering.length > 1) return [`regions of its MPU overlap there: ${covering.map(regionText).join("; ")}`];
  return covering.map((one) => `region ${regionText(one)}`);
}

const regionText = ({ index, base, last, permission, executeNever }: MpuRegion): string =>
  `${index} of its MPU covers ${hex(base)}..${hex(last)}: ${permissionTexts[permission] ?? ""}` +
  `${executeNever ? ", not executable" : ""}`;

/** True for the faults of this table; SecureFaults and what is no fault at all are told elsewhere. */
export const isGuestFault = (kind: number): boolean => rowOf(kind) !== null;

type Row = GuestFault & FaultName;

/** By the number that the core's note carries. */
function rowOf(kind: number): Row | null {
  const name = faultName(kind);
  const row = name === null || name.register === "SFSR" ? undefined : guestFaults[name.bit];
  return name === null || row === undefined ? null : { ...row, ...name };
}

/** A fault as a sentence and what belongs to it. */
export interface Account {
  /** `read 0x40014004 in read_version (guest.c:11), where nothing lives on lpc55s69`. */
  readonly said: string;
  readonly labels: readonly Label[];
  readonly help: readonly string[];
  readonly frames: readonly BacktraceFrame[];
}

/** What `vm` ran into at the moment `stopped`. Null for kinds that are not of this table. */
export function accountOf(kind: number, address: number, vm: string | null, stopped: Stopped): Account | null {
  const row = rowOf(kind);
  if (row === null) return null;
  const state = row.shape === "return" ? atReturn(stopped, stopped.state) : stopped.state;
  const frames = framesOf(stopped, state);
  const pc = pcOf(state);
  const instruction = row.shape === "fetch" ? null : stopped.instructionAt(pc, stopped.itstate);
  const where = frames[0] === undefined ? "" : ` in ${frameText(frames[0])}`;
  const scene: Scene = { stopped, state, address, frames, where, access: accessWord(instruction) };
  const origin = row.shape === "fetch" ? frames.slice(callerIndex(frames)) : frames;
  const source = sourceLabel(origin, row.shape === "fetch" ? "called from here" : undefined);
  return {
    said: row.said(scene),
    labels: [...source, ...(row.shape === "access" && row.register !== "UFSR" ? grantLabel(stopped, vm, address) : [])],
    help: [
      ...(row.help?.(scene) ?? []),
      ...(instruction === null ? [] : [`the instruction: ${hex(pc)}  ${instruction}`]),
    ],
    frames,
  };
}

/** The line of the configuration that grants the address, so that nobody looks for the cause there. */
function grantLabel({ model }: Stopped, vm: string | null, address: number): Label[] {
  const partition = model?.partitions.find(({ name }) => name === vm);
  const window = partition && windowsOf(partition).find((one) => contains(one, address));
  return window === undefined ? [] : [labelAt(window.span, `grants ${rangeText(window)}: the hypervisor lets it pass`)];
}

/** The fault `kind` that `vm` ran into at the moment `stopped`, with the address where one was accessed. */
export function explainGuestFault(kind: number, address: number, vm: string, stopped: Stopped): Diagnostic | null {
  const row = rowOf(kind);
  const account = accountOf(kind, address, vm, stopped);
  if (row === null || account === null) return null;
  return checkDiagnostic("FLT11", `${vm} ${account.said}`, {
    labels: account.labels,
    help: [takerText(row, vm, stopped), ...account.help, ...chainHelp(account.frames)],
    ...whoOf(stopped, vm, stopped.state),
    tick: stopped.tick,
  });
}

/** Whose handler takes it. */
function takerText({ exception, bit }: FaultName, vm: string, stopped: Stopped): string {
  const name = `${exceptionName(exception)} (CFSR.${bit})`;
  const direct = stopped.isTaken(exception);
  const vector = stopped.readWord(stopped.vectorTable + 4 * (direct ? exception : 3));
  const handler = vector === null ? "own handler" : `own ${codeAt(stopped, vector & ~1)}`;
  if (direct) return `${name} goes to ${vm}'s ${handler}`;
  return `${name} is disabled or masked, so as HardFault it goes to ${vm}'s ${handler}`;
}
