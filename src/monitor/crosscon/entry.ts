/** The way into a VM: back to where it was, or to its first instruction (fact sheet crosscon-armv8m section 5). */
import { pendsvException, shcsrS } from "./address.ts";
import { restoreCore, switchContext } from "./context.ts";
import { costs } from "./costs.ts";
import { type Hypervisor, planOf } from "./hypervisor.ts";
import { firstEntryTrap } from "./image.ts";
import { phases } from "./state.ts";

const shcsrPendsvact = 1 << 10;
const shcsrSystickact = 1 << 11;
const xpsrThumb = 1 << 24;
/** Return to Secure Thread mode on MSP_S, standard frame, handled in Secure state. */
const returnToSecureThread = 0xfffffff9;

/** Leave the Secure exception that the processor is in for `vm`, switching to it where another one is current. */
export function enterVm(hypervisor: Hypervisor, vm: number): void {
  const { host, state } = hypervisor;
  if (vm !== state.current) {
    host.moment("switch", { from: state.current, to: vm });
    if (!switchContext(hypervisor, vm)) return;
  }
  restoreCore(hypervisor, vm);
  if (state.entered[vm] !== 0) {
    host.exceptionReturn(state.excReturn[vm] ?? 0);
    return;
  }
  if (hypervisor.switches.firstEntryMode === "handler") leaveExceptionBySleight(hypervisor);
  else leaveExceptionByReturn(hypervisor);
}

/** The real one: declare SysTick inactive, then BXNS. The mode stays Handler and IPSR stays 15. */
function leaveExceptionBySleight(hypervisor: Hypervisor): void {
  const { host } = hypervisor;
  const active = host.cpu.ipsr === pendsvException ? shcsrPendsvact : shcsrSystickact;
  host.write(shcsrS, 4, (host.read(shcsrS, 4) & ~active) >>> 0);
  enterFirstInstruction(hypervisor);
}

/** The way a hypervisor would do it properly: return to a Thread-mode piece of its own, which then branches. */
function leaveExceptionByReturn(hypervisor: Hypervisor): void {
  const { host } = hypervisor;
  const frame = (host.stackPointer(2) - 32) >>> 0;
  for (let word = 0; word < 6; word++) host.write(frame + word * 4, 4, 0);
  host.write(frame + 24, 4, firstEntryTrap);
  host.write(frame + 28, 4, xpsrThumb);
  host.setStackPointer(2, frame);
  host.cpu.primask[1] = 1;
  host.exceptionReturn(returnToSecureThread);
}

/** Secure Thread mode stands at `firstEntryTrap`. */
export function completeFirstEntry(hypervisor: Hypervisor): void {
  hypervisor.host.cpu.primask[1] = 0;
  hypervisor.host.cpu.recheck = 1;
  enterFirstInstruction(hypervisor);
}

/** BXNS to the entry of the current VM with the registers of a VM that never ran. */
export function enterFirstInstruction(hypervisor: Hypervisor): void {
  const { host, state, switches } = hypervisor;
  const { cpu } = host;
  const vm = state.current;
  const { entry, imageBase } = planOf(hypervisor, vm);
  host.setStackPointer(0, switches.initialMsp === "vector" ? (host.read(imageBase, 4) & ~3) >>> 0 : 0);
  host.setStackPointer(1, 0);
  for (let register = 1; register <= 12; register++) cpu.r[register] = 0;
  cpu.r[0] = entry;
  cpu.r[14] = 0;
  state.entered[vm] = 1;
  state.phase = phases.running;
  host.charge(costs.firstEntry);
  host.moment("vm-entry", { vm, entry, mode: cpu.ipsr === 0 ? "thread" : "handler" });
  host.branchNonSecure(entry);
}
