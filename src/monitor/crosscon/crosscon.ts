/**
 * The CROSSCON Hypervisor and its ancestor Bao on Armv8-M, emulated (fact sheet crosscon-armv8m). This file: who
 * serves which trap.
 */
import { diagnostic, InputError } from "../../base/diagnostic.ts";
import type { SystemModel } from "../../config/model.ts";
import type { SwitchedKind, Switches } from "../../config/switches.ts";
import type { Monitor, MonitorHost } from "../monitor.ts";
import { serveAbsentInterrupt, takeAbsentInterrupt } from "./absent.ts";
import { firstInterruptException, pendsvException, systickException } from "./address.ts";
import { boot } from "./boot.ts";
import { vmCells } from "./cells.ts";
import { savedOf } from "./context.ts";
import { completeFirstEntry } from "./entry.ts";
import { freezeOnFault } from "./faults.ts";
import { answerHypercall } from "./hypercall.ts";
import type { Hypervisor } from "./hypervisor.ts";
import { firstEntryTrap, hypercallTrap, resetTrap, vectorOf } from "./image.ts";
import { partitionsOf, vmPlans } from "./plan.ts";
import { carriedRegisters, registerLists } from "./registers.ts";
import { regrant } from "./regrant.ts";
import { endSlice } from "./schedule.ts";
import { crossconBlock, maxVms, noVm, phases } from "./state.ts";
import { variants } from "./variant.ts";

/**
 * The monitor of `model` on `host`. @throws InputError when there are more VMs than the monitor's state has room for.
 */
export function createCrosscon(
  model: SystemModel,
  switches: Switches,
  host: MonitorHost,
  kind: SwitchedKind = "crosscon",
): Monitor {
  refuseTooMany(model);
  const state = host.state(crossconBlock);
  const vms = vmPlans(model);
  const carried = carriedRegisters(state);
  const lists = registerLists(host, carried);
  const hypervisor: Hypervisor = {
    host,
    state,
    model,
    vms,
    lists,
    cells: vmCells(host, state, carried, lists),
    switches,
    variant: variants[kind],
  };
  return {
    name: kind,
    boot: () => boot(hypervisor),
    trap: (address) => serve(hypervisor, address),
    currentVm: () => (state.phase === phases.running ? state.current : -1),
    regrant: (other) => regrant(hypervisor, other),
    saved: (vm) => (state.entered[vm] === 0 || vm >= vms.length ? null : savedOf(hypervisor, vm)),
  };
}

function refuseTooMany(model: SystemModel): void {
  const surplus = partitionsOf(model)[maxVms];
  if (surplus === undefined) return;
  const label = { ...surplus.span, text: `VM number ${maxVms + 1}` };
  throw new InputError([diagnostic("MON01", `more than ${maxVms} VMs`, { labels: [label] })]);
}

function serve(hypervisor: Hypervisor, address: number): void {
  if (address === hypercallTrap) return answerHypercall(hypervisor);
  if (address === firstEntryTrap) return completeFirstEntry(hypervisor);
  if (address === resetTrap) return boot(hypervisor);
  const exception = vectorOf(address);
  if (exception === systickException) return endSlice(hypervisor);
  if (exception >= firstInterruptException) return takeAbsentInterrupt(hypervisor, exception);
  if (exception === pendsvException && hypervisor.state.serviceOwner !== noVm) return serveAbsentInterrupt(hypervisor);
  freezeOnFault(hypervisor, exception);
}
