/**
 * A fault that Secure state has to take: the hypervisor loops without a word, and everything with it (fact sheet
 * section 11).
 */
import { bfarS, cfsrS, hfsr, mmfarS, sfar, sfsr } from "./address.ts";
import { type Hypervisor, stop } from "./hypervisor.ts";
import { stackRegions } from "./platform.ts";

/** Armv8-M exception numbers below 16. */
export const exceptionNames = [
  "Thread",
  "Reset",
  "NMI",
  "HardFault",
  "MemManage",
  "BusFault",
  "UsageFault",
  "SecureFault",
  "reserved 8",
  "reserved 9",
  "reserved 10",
  "SVCall",
  "DebugMonitor",
  "reserved 13",
  "PendSV",
  "SysTick",
] as const;

/** SFSR bit to name, in the order in which a cause is told (DDI 0553, SFSR). */
const sfsrCauses: readonly (readonly [number, string])[] = [
  [0x01, "INVEP"],
  [0x02, "INVIS"],
  [0x04, "INVER"],
  [0x08, "AUVIOL"],
  [0x10, "INVTRAN"],
  [0x20, "LSPERR"],
  [0x80, "LSERR"],
];
const sfarValid = 0x40;

/** A return that the VM tried with a forged EXC_RETURN: what that value says of the stack is no use. */
const refusedReturns: readonly (string | null)[] = ["INVIS", "INVER"];

const excReturnSecureStack = 1 << 6;
const excReturnDefaultStacking = 1 << 5;
const excReturnThread = 1 << 3;
const excReturnProcessStack = 1 << 2;
const controlSpsel = 2;

/** The processor took exception `exception` to Secure state. */
export function freezeOnFault(hypervisor: Hypervisor, exception: number): void {
  const { host, state } = hypervisor;
  const sfsrValue = host.read(sfsr, 4);
  const cause = sfsrCauses.find(([bit]) => (sfsrValue & bit) !== 0)?.[1] ?? null;
  const link = host.cpu.r[14] ?? 0;
  const excReturn = refusedReturns.includes(cause) ? (link & ~excReturnSecureStack) >>> 0 : link;
  const frame = frameAddress(hypervisor, excReturn);
  const stacked = readFrame(hypervisor, frame);
  stop(hypervisor, "FLT01", {
    vm: state.current,
    exception,
    name: exceptionNames[exception] ?? `interrupt ${exception - 16}`,
    cause,
    address: (sfsrValue & sfarValid) !== 0 ? host.read(sfar, 4) : null,
    sfsr: sfsrValue,
    sfar: host.read(sfar, 4),
    cfsr: host.read(cfsrS, 4),
    hfsr: host.read(hfsr, 4),
    mmfar: host.read(mmfarS, 4),
    bfar: host.read(bfarS, 4),
    excReturn,
    frame,
    fromSecure: (excReturn & excReturnSecureStack) !== 0,
    ...stacked,
  });
}

/**
 * Where R0 of the interrupted context lies (DDI 0553, EXC_RETURN). Bit SPSEL speaks of the stack of the exception's own
 * security state; of the other state's, CONTROL does. Callee registers come first where DCRS is 0.
 */
function frameAddress({ host }: Hypervisor, excReturn: number): number {
  const secure = (excReturn & excReturnSecureStack) !== 0;
  const thread = (excReturn & excReturnThread) !== 0;
  const selects = secure
    ? (excReturn & excReturnProcessStack) !== 0
    : ((host.cpu.control[0] ?? 0) & controlSpsel) !== 0;
  const pointer = host.stackPointer((secure ? 2 : 0) + (thread && selects ? 1 : 0));
  const extra = secure && (excReturn & excReturnDefaultStacking) === 0 ? 0x28 : 0;
  return (pointer + extra) >>> 0;
}

interface StackedFrame {
  readonly pc: number | null;
  readonly lr: number | null;
  readonly xpsr: number | null;
}

/** PC, LR and xPSR of the interrupted context, where the frame lies in memory at all. */
function readFrame(hypervisor: Hypervisor, frame: number): StackedFrame {
  const fits = stackRegions.some((r) => frame >= r.base && frame + 32 <= r.base + r.sizeBytes);
  if (!fits) return { pc: null, lr: null, xpsr: null };
  const word = (offset: number): number => hypervisor.host.read(frame + offset, 4);
  return { pc: word(24), lr: word(20), xpsr: word(28) };
}
