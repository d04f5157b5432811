/**
 * Explains beside a silent hypervisor what stopped it: which VM, where in its program, which address, what lives there,
 * and which grant would have allowed it (DESIGN: where the real thing freezes without a word, we freeze and explain).
 */
import type { Diagnostic, Label } from "../base/diagnostic.ts";
import type { Partition } from "../config/model.ts";
import type { BacktraceFrame, StoppedState } from "../image/backtrace.ts";
import {
  atReturn,
  chainHelp,
  codeAt,
  exceptionName,
  framesOf,
  frameText,
  itstateOf,
  returnAddresses,
  stateBefore,
} from "./call-chain.ts";
import { type CheckCodeName, checkDiagnostic } from "./codes.ts";
import { type Fields, numberOf, textOf } from "./fields.ts";
import { type Proposal, proposeGrant } from "./grant.ts";
import { accountOf } from "./guest-fault.ts";
import { accessWord, sourceLabel, whoOf } from "./guest-place.ts";
import { explainMonitorError, isMonitorError } from "./monitor-error.ts";
import { noStackHelp } from "./no-stack.ts";
import { residentText } from "./resident.ts";
import type { Stopped } from "./stopped.ts";
import { contains, distanceTo, endOf, hex, labelAt, rangeText, type Window, windowsOf } from "./window.ts";

/** Why the hypervisor froze, from the fields of its `freeze` moment. */
export function explainFreeze(fields: Fields, stopped: Stopped): Diagnostic {
  const code = textOf(fields, "code") ?? "";
  if (isMonitorError(code)) return explainMonitorError(fields, stopped);
  const exception = numberOf(fields, "exception");
  if (exception === null) {
    return checkDiagnostic("FLT10", "the hypervisor froze on a fault; `faultReport: silent` hides the reason", {
      tick: stopped.tick,
      help: ["set `switches: { faultReport: explain }` to see it"],
    });
  }
  return explainFault(makeScene(fields, exception, stopped));
}

/** A fault with everything that is known of it. */
interface Scene {
  readonly fields: Fields;
  readonly stopped: Stopped;
  readonly exception: number;
  readonly cause: string | null;
  /** SFAR, where it is valid. */
  readonly address: number | null;
  readonly vm: string;
  readonly partition: Partition | null;
  /** Innermost first; empty where the exception's frame cannot be trusted. */
  readonly frames: readonly BacktraceFrame[];
  readonly frame: number;
  /** The VM as it was before; null where the frame cannot be read. */
  readonly state: StoppedState | null;
}

function makeScene(fields: Fields, exception: number, stopped: Stopped): Scene {
  const index = numberOf(fields, "vm") ?? 0;
  const frame = numberOf(fields, "frame") ?? 0;
  const state = stateBefore(stopped, { excReturn: numberOf(fields, "excReturn") ?? 0, frame });
  const partition = stopped.model?.partitions[index] ?? null;
  return {
    ...{ fields, stopped, exception, frame, state, partition },
    cause: textOf(fields, "cause"),
    address: numberOf(fields, "address"),
    vm: stopped.vmNames[index] ?? `VM ${index}`,
    frames: state === null ? [] : framesOf(stopped, state),
  };
}

const vectorTableError = 2;

function explainFault(scene: Scene): Diagnostic {
  const { fields, cause, address, exception } = scene;
  if (fields.fromSecure === true) return ownFault(scene);
  if (cause === "INVEP") return fetchFault(scene);
  if (cause === "LSPERR" && address !== null) return waitingFault(scene, address);
  if (cause !== null && cause !== "AUVIOL") return integrityFault(scene, cause);
  if (exception === 3 && ((numberOf(fields, "hfsr") ?? 0) & vectorTableError) !== 0) return vectorFault(scene);
  if (address === null) return otherFault(scene);
  if (isFrameWrite(scene, address)) return stackFault(scene, address);
  return dataFault(scene, address);
}

/** An exception frame with floating-point registers, which are there where EXC_RETURN.FType is 0, and without. */
const frameBytes = 0x68;
const basicFrameBytes = 0x20;
const basicFrame = 0x10;

/** True when what failed was the writing of the exception's own frame: it then lies where the VM may not write. */
function isFrameWrite({ fields, frame, partition }: Scene, address: number): boolean {
  const isBasic = ((numberOf(fields, "excReturn") ?? 0) & basicFrame) !== 0;
  const inFrame = address >= frame && address < frame + (isBasic ? basicFrameBytes : frameBytes);
  return inFrame && partition !== null && !windowsOf(partition).some((window) => contains(window, address));
}

function tell(
  scene: Scene,
  code: CheckCodeName,
  message: string,
  more: { labels?: readonly Label[] } & Partial<Proposal>,
): Diagnostic {
  const { stopped, vm, frames, exception, cause } = scene;
  const name = `${exceptionName(exception)}${cause === null ? "" : ` (SFSR.${cause})`}`;
  return checkDiagnostic(code, message, {
    labels: [...(more.labels ?? []), ...sourceLabel(frames)],
    help: [
      ...(more.help ?? []),
      ...chainHelp(frames),
      `on the board: ${name}, and the hypervisor loops without a word; nothing runs any more`,
    ],
    fix: more.fix ?? null,
    ...whoOf(stopped, vm, scene.state),
    tick: stopped.tick,
  });
}

function dataFault(scene: Scene, address: number): Diagnostic {
  const { fields, stopped, partition, vm, frames } = scene;
  const pc = frames[0]?.address ?? null;
  const instruction = pc === null ? null : stopped.instructionAt(pc, itstateOf(numberOf(fields, "xpsr") ?? 0));
  const where = frames[0] === undefined ? "" : ` in ${frameText(frames[0])}`;
  const message =
    `${vm} ${accessWord(instruction)} ${hex(address)}${where}, which it was not ` +
    `granted (${residentText(stopped.board, address)})`;
  const grant = partition === null ? null : proposeGrant(stopped, partition, address);
  const told = instruction === null ? [] : [`the instruction: ${hex(pc ?? 0)}  ${instruction}`];
  return tell(scene, "FLT01", message, {
    labels: partition === null ? [] : nearestLabel(partition, address, "access"),
    help: [...(grant?.help ?? []), ...told],
    fix: grant?.fix ?? null,
  });
}

/**
 * Lazy preservation wrote where the VM may not: the registers that had to be saved first were those of another VM, left
 * when the hypervisor switched.
 */
function waitingFault(scene: Scene, address: number): Diagnostic {
  const { stopped, vm, frames } = scene;
  const where = frames[0] === undefined ? "" : ` in ${frameText(frames[0])}`;
  const partitions = stopped.model?.partitions ?? [];
  const owner = partitions.findIndex((one) => windowsOf(one).some((window) => contains(window, address)));
  const whose = owner < 0 ? "other code" : (stopped.vmNames[owner] ?? `VM ${owner}`);
  const there = owner < 0 ? residentText(stopped.board, address) : `memory of ${whose}`;
  const message =
    `${vm} used floating point${where}, while registers of ${whose} still waited to be ` +
    `saved at ${hex(address)} (${there})`;
  return tell(scene, "FLT12", message, {
    help: [
      "the hypervisor does not save floating-point registers when it switches VMs, so that one VM at most can use " +
        "them: build the others with -mfloat-abi=soft (Zephyr: CONFIG_FPU=n)",
    ],
  });
}

/** The window nearest to an address, with what it covers and how far away the address is. */
function nearestLabel(partition: Partition, address: number, what: string): Label[] {
  const windows = windowsOf(partition).filter((one) => one.sizeBytes > 0);
  const nearest = windows.reduce<Window | null>(
    (best, one) => (best === null || distanceTo(one, address) < distanceTo(best, address) ? one : best),
    null,
  );
  if (nearest === null) return [labelAt(partition.span, `${partition.name} was granted nothing`)];
  const behind = address >= endOf(nearest);
  const far = behind ? address - endOf(nearest) : nearest.base - address;
  const side = behind ? `${hex(far)} bytes behind its end` : `${hex(far)} bytes before it`;
  const near =
    far <= 0x100000 ? `; the ${what} is ${far === 0 ? "right behind it" : side}` : `; the nearest grant to the ${what}`;
  const span = (behind ? nearest.sizeSpan : nearest.baseSpan) ?? nearest.span;
  return [labelAt(span, `covers ${rangeText(nearest)}${near}`)];
}

function fetchFault(scene: Scene): Diagnostic {
  const { fields, stopped, partition, vm, frames } = scene;
  const target = numberOf(fields, "pc") ?? frames[0]?.address ?? 0;
  const caller = frames[0]?.function == null ? frames[1] : frames[0];
  const where = caller === undefined ? "" : ` in ${frameText(caller)}`;
  if (stopped.veneer !== null && contains(stopped.veneer, target)) {
    const labels =
      partition === null
        ? []
        : [labelAt(partition.ipcCount.span ?? partition.span, "no ipc here, so no hypercall either")];
    return tell(scene, "FLT04", `${vm} made a hypercall${where}, but has no ipc`, {
      labels,
      help: [
        "the hypercall's entry is opened to a VM with its first ipc; add a shared memory and an ipc, or do not call",
      ],
    });
  }
  const called = frames[0]?.function == null && where !== "" ? ` from${where.slice(3)}` : where;
  const there = residentText(stopped.board, target);
  const message = `${vm} went to ${hex(target)}${called}, which it was not granted (${there})`;
  const grant = partition === null ? null : proposeGrant(stopped, partition, target);
  const inImage = stopped.images.some((one) => one.image.symbols.inCode(target));
  const wild = inImage ? [] : ["no image has code there: a function pointer or a return address is wrong"];
  return tell(scene, "FLT03", message, {
    labels: partition === null ? [] : nearestLabel(partition, target, "target"),
    help: [...wrongEntry(scene), ...wild, ...(inImage ? (grant?.help ?? []) : (grant?.help ?? []).slice(0, 1))],
    fix: inImage ? (grant?.fix ?? null) : null,
  });
}

/** What begins at the wrong place seldom gets far, and falls elsewhere. */
function wrongEntry({ stopped, partition, vm }: Scene): string[] {
  const start = stopped.images.find((one) => one.vm === vm && one.image.entry !== null)?.image.entry ?? null;
  const entry = partition?.entry.value;
  if (start === null || entry === undefined || (start & ~1) >>> 0 === entry >>> 0) return [];
  return [`${vm} was entered at ${hex(entry)}, but its image begins at ${hex(start & ~1)}: see ENT01`];
}

function vectorFault(scene: Scene): Diagnostic {
  const { stopped, partition, vm } = scene;
  const table = stopped.vectorTable;
  const unset = table === 0 ? "VTOR is still 0" : `VTOR is ${hex(table)}`;
  const pending = stopped.pendingException;
  const what = pending === null ? "an exception" : exceptionName(pending);
  const message =
    `${what} came for ${vm}, but its vector table cannot be read: ${unset} ` +
    `(${residentText(stopped.board, table)})`;
  const entry = partition?.entry.value;
  const help =
    entry === undefined
      ? []
      : [
          `let the startup code set VTOR to the VM's own table, for example ${hex(entry)} if it ` +
            "begins at the entry, before the first interrupt",
        ];
  return tell(scene, "FLT05", message, {
    labels: partition === null ? [] : nearestLabel(partition, table, "table"),
    help,
  });
}

const integrityWords: Readonly<Record<string, string>> = {
  INVIS: "returned to Secure state, whose frame has no integrity signature",
  INVER: "used an EXC_RETURN that is not for Non-secure code",
  INVTRAN: "made Secure code branch to Non-secure code without BXNS or BLXNS",
  LSPERR: "used floating point while registers still waited to be saved where it may not write",
  LSERR: "changed who owns the floating-point registers while others still waited to be saved",
};

/** SFSR bit numbers of what a return is refused for, as fault kinds of the core: 48 + bit. */
const returnKinds: Readonly<Record<string, number>> = { INVIS: 49, INVER: 50 };

function integrityFault(scene: Scene, cause: string): Diagnostic {
  const { fields, vm, stopped } = scene;
  const what = integrityWords[cause] ?? `broke the rules between the security states (${cause})`;
  const { lastFault } = stopped;
  if (lastFault === null || lastFault.kind !== returnKinds[cause]) {
    const where = scene.frames[0] === undefined ? "" : ` in ${frameText(scene.frames[0])}`;
    const lr = numberOf(fields, "lr");
    return tell(scene, "FLT06", `${vm} ${what}${where}`, { help: lr === null ? [] : [`LR was ${hex(lr)}`] });
  }
  return refusedReturn(scene, atReturn(stopped, lastFault.state), what);
}

/** A VM's own return that the processor refused, with the value that was branched to. */
function refusedReturn(scene: Scene, state: StoppedState, what: string): Diagnostic {
  const { stopped, vm } = scene;
  const pc = state.registers[15] ?? 0;
  const instruction = stopped.instructionAt(pc, 0);
  const register = /^bx (\w+)$/.exec(instruction ?? "")?.[1];
  const number = register === undefined ? null : register === "lr" ? 14 : Number(register.slice(1));
  const value = number === null ? stopped.readWord((state.registers[13] ?? 0) - 4) : state.registers[number];
  // The forged value would lead the unwinder to a Secure stack.
  const registers = state.registers.map((one, index) => (index === number ? toNonSecure(value) : one));
  const frames = framesOf(stopped, { ...state, registers });
  const where = frames[0] === undefined ? "" : ` in ${frameText(frames[0])}`;
  return tell({ ...scene, frames }, "FLT06", `${vm} ${what}${where}${value == null ? "" : `: ${hex(value)}`}`, {
    help: [
      "a VM's handler returns with what it found in LR: 0xffffffb0 to a handler, 0xffffffb8 to a thread on MSP, " +
        "0xffffffbc to a thread on PSP; 0xfffffff1, 0xfffffff9 and 0xfffffffd are Armv7-M's and Secure state's",
      ...(instruction === null ? [] : [`the instruction: ${hex(pc)}  ${instruction}`]),
    ],
  });
}

/** EXC_RETURN with DCRS set, S and ES clear. */
const toNonSecure = (value: number | null | undefined): number => (((value ?? 0) & ~0x41) | 0x20) >>> 0;

const scanWords = 256;
const scanLimit = 24;

/** The frame is lost, so what is told comes from further up the stack. */
function stackFault(scene: Scene, address: number): Diagnostic {
  if (scene.frame >= 2 ** 32 - frameBytes) return noStackFault(scene);
  const { stopped, partition, vm, frame } = scene;
  const above =
    partition === null
      ? undefined
      : windowsOf(partition)
          .filter((one) => one.base > address)
          .sort((a, b) => a.base - b.base)[0];
  const from = above === undefined ? frame : Math.max(frame, above.base);
  const returns = returnAddresses(stopped, from, scanWords, scanLimit);
  const inside = returns[0] === undefined ? "" : `, probably in or below ${codeAt(stopped, returns[0] - 1)}`;
  const message =
    `the stack of ${vm} left its memory: not even the exception's frame could be ` +
    `written at ${hex(frame)}${inside}`;
  const places = [...new Set(returns.map((one) => `  ${codeAt(stopped, one - 1)}`))];
  const help = [
    "make the stack larger or the recursion shallower; with PSPLIM or MSPLIM set the VM gets a " +
      "UsageFault of its own instead",
    ...(places.length === 0 ? [] : [["return addresses that are still on the stack:", ...places].join("\n")]),
  ];
  const labels = partition === null ? [] : nearestLabel(partition, address, "stack pointer");
  return tell({ ...scene, frames: [] }, "FLT07", message, { labels, help });
}

/** A frame right below address 0: nothing was ever pushed, the stack pointer is still what the VM was entered with. */
function noStackFault(scene: Scene): Diagnostic {
  const { vm, frame, partition } = scene;
  const message = `the stack pointer of ${vm} was still 0: the exception's frame would lie at ${hex(frame)}`;
  const place = partition?.entry.span ?? partition?.span ?? null;
  const labels = place === null ? [] : [labelAt(place, "entered here, and the code from here on set no stack pointer")];
  return tell({ ...scene, frames: [] }, "FLT07", message, { labels, help: noStackHelp });
}

function ownFault(scene: Scene): Diagnostic {
  const { vm, exception, stopped, fields, partition, cause } = scene;
  const pc = numberOf(fields, "pc");
  const entry = partition?.entry;
  if (cause === "INVTRAN" && entry !== undefined && entry.value === (pc ?? 0) + 1) return oddEntry(scene, entry);
  const at = pc === null ? "" : ` at ${hex(pc)}`;
  return checkDiagnostic(
    "FLT08",
    `the hypervisor itself took ${exceptionName(exception)}${at} while ${vm} was current`,
    {
      help: [syndromeText(fields)],
      vm,
      tick: stopped.tick,
    },
  );
}

/** BXNS to an address with bit 0 set is a branch that stays Secure, to memory that is not (DDI 0553, BXNS). */
function oddEntry(scene: Scene, { value, span }: Partition["entry"]): Diagnostic {
  const right = hex(value & ~1);
  const fix = span === null ? null : { title: `begin at ${right}`, edits: [{ span, replacement: right }] };
  return tell(scene, "ENT01", `${scene.vm} was entered at ${hex(value)}: the entry has the Thumb bit set`, {
    labels: span === null ? [] : [labelAt(span, "bit 0 must be clear")],
    help: ["the hypervisor leaves Secure state by BXNS, which takes bit 0 for `stay Secure`"],
    fix,
  });
}

function otherFault(scene: Scene): Diagnostic {
  const { vm, exception, fields, frames } = scene;
  const where = frames[0] === undefined ? "" : ` in ${frameText(frames[0])}`;
  return tell(scene, "FLT10", `${vm} caused ${exceptionName(exception)}${where}`, { help: [syndromeText(fields)] });
}

const syndromeText = (fields: Fields): string =>
  ["cfsr", "hfsr", "sfsr", "mmfar", "bfar", "sfar"]
    .map((name) => `${name.toUpperCase()} ${hex(numberOf(fields, name) ?? 0)}`)
    .join(", ");

/** The processor locked up in `vm`, or in Secure state where that is null. */
export function explainLockup(stopped: Stopped, vm: string | null): Diagnostic {
  const { lastFault, state } = stopped;
  const account = lastFault === null ? null : accountOf(lastFault.kind, lastFault.address, vm, stopped);
  const frames = account?.frames ?? framesOf(stopped, state);
  const where = frames[0] === undefined ? "" : ` in ${frameText(frames[0])}`;
  const handler = state.exceptionNumber;
  const during = handler === 0 ? "" : ` while it handled ${exceptionName(handler)}`;
  const who = vm ?? "the hypervisor";
  const table = `the vector of an exception could not be read from the table at ${hex(stopped.vectorTable)}`;
  const message = stopped.vectorTableFault
    ? `${who} locked up${where}: ${table}`
    : account === null
      ? `${who} locked up${where}: it faulted${during}`
      : `${who} locked up: it ${account.said}${during === "" ? "" : `,${during}`}`;
  return checkDiagnostic("FLT09", message, {
    labels: account?.labels ?? sourceLabel(frames),
    help: [
      ...(account?.help ?? []),
      ...chainHelp(frames),
      "a processor in lockup stands still until it is reset; nothing runs any more",
    ],
    ...whoOf(stopped, vm, lastFault?.state ?? null),
    tick: stopped.tick,
  });
}

/** An instruction that the model knows by name only. */
export function explainGap(stopped: Stopped, vm: string | null, mnemonic: string): Diagnostic {
  const frames = framesOf(stopped, stopped.state);
  const where = frames[0] === undefined ? "" : ` in ${frameText(frames[0])}`;
  const text = stopped.instructionAt(stopped.state.registers[15] ?? 0, stopped.itstate);
  return checkDiagnostic(
    "GAP01",
    `${vm ?? "the hypervisor"} executes ${mnemonic}${where}, which this release does not model`,
    {
      labels: sourceLabel(frames),
      help: [
        ...(text === null ? [] : [`the instruction: ${hex(stopped.state.registers[15] ?? 0)}  ${text}`]),
        "this is our gap, not the guest's fault: please report it with this line",
        ...chainHelp(frames),
      ],
      ...whoOf(stopped, vm, stopped.state),
      tick: stopped.tick,
    },
  );
}
