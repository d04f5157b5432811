/**
 * From the reset handler to the first guest instruction, in the hypervisor's order (fact sheet crosscon-armv8m
 * section 4).
 */
import {
  aircrS,
  mpuCtrlS,
  mpuMair0S,
  mpuRbarS,
  mpuRlarS,
  mpuRnrS,
  nsacr,
  sauCtrl,
  sauRbar,
  sauRlar,
  sauRnr,
  shcsrS,
  systickClksource,
  systickCsrS,
  systickException,
  systickTickint,
  vtorS,
} from "./address.ts";
import { initConsole } from "./console.ts";
import { restoreCore, switchContext } from "./context.ts";
import { costs } from "./costs.ts";
import { createVms, printBanner } from "./creation.ts";
import { enterFirstInstruction } from "./entry.ts";
import { type Hypervisor, stop } from "./hypervisor.ts";
import { imageStub, trapBase, trapLimit, vectorTable, veneerBase } from "./image.ts";
import { reserveForHypervisor, targetAll } from "./interrupts.ts";
import {
  consoleBase,
  consoleBytes,
  cpuStructure,
  dataBytes,
  imageBase,
  imageBytes,
  mpuRegions,
  pageBytes,
  sauEntries,
  stackLimit,
  stackTop,
} from "./platform.ts";
import { reserveMemory } from "./reservation.ts";
import { armSlice, nextVm } from "./schedule.ts";
import { crossconBlock, noVm, phases } from "./state.ts";

export function boot(hypervisor: Hypervisor): void {
  const { host, state } = hypervisor;
  host.program(imageBase, imageStub());
  host.setTrapRange(trapBase, trapLimit);
  clearState(hypervisor);
  resetHandler(hypervisor);
  initMpu(hypervisor);
  initConsole(host);
  state.phase = phases.booting;
  if (!printBanner(hypervisor) || !reserveMemory(hypervisor)) return;
  host.charge(costs.memoryInit);
  initInterrupts(hypervisor);
  initTimer(hypervisor);
  if (!createVms(hypervisor)) return;
  startFirst(hypervisor);
}

function clearState(hypervisor: Hypervisor): void {
  const { state } = hypervisor;
  for (const [name, kind] of Object.entries(crossconBlock.fields)) {
    const field = name as keyof typeof state;
    if (kind.count > 1) (state[field] as { fill(value: number): unknown }).fill(0);
    else (state as Record<string, unknown>)[field] = 0;
  }
  state.vmCount = hypervisor.vms.length;
  for (const vm of hypervisor.vms) state.queue[vm.index] = vm.index;
  state.serviceOwner = noVm;
  state.displaced = noVm;
}

const allFaults = 0xf0000;

function resetHandler(hypervisor: Hypervisor): void {
  const { host } = hypervisor;
  host.cpu.primask[1] = 1;
  host.write(vtorS, 4, vectorTable);
  host.write(sauCtrl, 4, 0);
  host.write(mpuCtrlS, 4, 0);
  host.setStackPointer(3, cpuStructure);
  clearRegions(hypervisor, mpuRnrS, mpuRbarS, mpuRlarS, mpuRegions);
  clearRegions(hypervisor, sauRnr, sauRbar, sauRlar, sauEntries);
  host.write(shcsrS, 4, (host.read(shcsrS, 4) | allFaults) >>> 0);
  host.write(nsacr, 4, 0xc00);
  host.cpu.splim[2] = stackLimit;
  host.setStackPointer(2, stackTop);
  host.cpu.primask[1] = 0;
  host.cpu.recheck = 1;
  host.charge(costs.resetHandler);
}

function clearRegions(hypervisor: Hypervisor, rnr: number, rbar: number, rlar: number, count: number): void {
  for (let region = 0; region < count; region++) {
    hypervisor.host.write(rnr, 4, region);
    hypervisor.host.write(rbar, 4, 0);
    hypervisor.host.write(rlar, 4, 0);
  }
}

const readOnly = 2 << 1;
const executeNever = 1;
const normalMemory = 0;
const deviceMemory = 1;

/** base, bytes, access bits of RBAR, attribute index. The veneer page is apart: regions of an MPU must not overlap. */
const hypervisorMap: readonly (readonly [number, number, number, number])[] = [
  [imageBase, pageBytes, readOnly, normalMemory],
  [veneerBase, pageBytes, readOnly, normalMemory],
  [veneerBase + pageBytes, imageBytes - 2 * pageBytes, readOnly, normalMemory],
  [cpuStructure & ~0xffff, dataBytes, executeNever, normalMemory],
  [consoleBase, consoleBytes, executeNever, deviceMemory],
];

function initMpu(hypervisor: Hypervisor): void {
  const { host } = hypervisor;
  // Attribute 0: normal, not cacheable; attribute 1: device nGnRnE.
  host.write(mpuMair0S, 4, 0x44);
  for (const [region, [base, bytes, access, attribute]] of hypervisorMap.entries()) {
    host.write(mpuRnrS, 4, region);
    host.write(mpuRbarS, 4, (base | access) >>> 0);
    host.write(mpuRlarS, 4, (((base + bytes - 1) & ~0x1f) | (attribute << 1) | 1) >>> 0);
  }
  host.write(mpuCtrlS, 4, 1);
  host.write(sauCtrl, 4, 1);
}

const vectKey = 0x05fa0000;
const pris = 1 << 14;
const bfhfnmins = 1 << 13;

function initInterrupts(hypervisor: Hypervisor): void {
  const { host } = hypervisor;
  host.write(aircrS, 4, ((host.read(aircrS, 4) & 0xffff) | vectKey | pris | bfhfnmins) >>> 0);
  host.charge(costs.interruptsInit);
}

function initTimer(hypervisor: Hypervisor): void {
  reserveForHypervisor(hypervisor, systickException);
  hypervisor.host.write(systickCsrS, 4, systickTickint | systickClksource);
  hypervisor.host.charge(costs.timerInit);
}

/**
 * sched_start and the first vCPU. With several VMs the last one created still counts as current, so that even the
 * first entry is a switch; one VM alone keeps the hardware as it is.
 */
function startFirst(hypervisor: Hypervisor): void {
  const { host, state } = hypervisor;
  host.charge(costs.schedulerStart);
  if (state.vmCount === 0) {
    stop(hypervisor, "RUN01", {});
    return;
  }
  state.current = state.vmCount - 1;
  const first = nextVm(hypervisor);
  if (state.vmCount > 1) {
    armSlice(hypervisor);
    if (!switchContext(hypervisor, first)) return;
    state.switches = 0;
  } else {
    targetAll(hypervisor, first);
  }
  restoreCore(hypervisor, first);
  enterFirstInstruction(hypervisor);
}
