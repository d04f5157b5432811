/** The interrupt controller as it stands, each line with the window of the configuration that names it. */
import { placeText } from "../../check/window.ts";
import type { Machine } from "../../machine/machine.ts";
import type { System } from "../../system/system.ts";

export interface InterruptOwner {
  readonly vm: string;
  readonly element: string;
  readonly place: string;
}

export interface InterruptRow {
  /** External line; its exception number is 16 more. */
  readonly line: number;
  readonly name: string;
  readonly enabled: boolean;
  readonly pending: boolean;
  readonly active: boolean;
  /** What the device drives. */
  readonly level: boolean;
  readonly target: "secure" | "non-secure";
  readonly priority: number;
  readonly owners: readonly InterruptOwner[];
}

/** Lines of which there is something to tell: set up, on their way, or named by the configuration. */
export function interruptRows(system: System, machine: Machine): InterruptRow[] {
  const { cpu, board } = machine.core;
  const owners = ownersOf(system);
  return Array.from({ length: board.interruptLines }, (_, line): InterruptRow => {
    const bit = (words: ArrayLike<number>): boolean => (((words[line >>> 5] ?? 0) >>> (line & 31)) & 1) !== 0;
    return {
      line,
      name: system.board.interruptNames[line] ?? "",
      enabled: bit(cpu.interruptEnabled),
      pending: bit(cpu.interruptPending),
      active: bit(cpu.interruptActive),
      level: bit(cpu.interruptLevel),
      target: bit(cpu.interruptTarget) ? "non-secure" : "secure",
      priority: cpu.interruptPriority[line] ?? 0,
      owners: owners.get(line) ?? [],
    };
  }).filter((row) => row.enabled || row.pending || row.active || row.level || row.owners.length > 0);
}

const firstExternal = 16;

function ownersOf({ hypervisor }: System): ReadonlyMap<number, InterruptOwner[]> {
  const owners = new Map<number, InterruptOwner[]>();
  if (hypervisor.kind === "firmware") return owners;
  for (const { name: vm, devices, deviceCount, ipcs, ipcCount } of hypervisor.model.partitions) {
    const sources = [
      ...devices.slice(0, deviceCount.value).map((one, index) => ({ ...one, element: `devs[${index}]` })),
      ...ipcs.slice(0, ipcCount.value).map((one, index) => ({ ...one, element: `ipcs[${index}]` })),
    ];
    for (const { element, interrupts, interruptCount, span } of sources) {
      for (const id of interrupts.slice(0, interruptCount.value)) {
        const line = id.value - firstExternal;
        owners.set(line, [...(owners.get(line) ?? []), { vm, element, place: placeText(id.span ?? span) }]);
      }
    }
  }
  return owners;
}
