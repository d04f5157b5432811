/**
 * The SAU of each VM: eight entries, taken in insertion order, adjacent ones joined after each insertion, and
 * rewritten as a whole at every switch (fact sheet crosscon-armv8m section 2.1).
 */
import { sauCtrl, sauRbar, sauRlar, sauRnr } from "./address.ts";
import type { Hypervisor } from "./hypervisor.ts";
import { pageBytes, sauEntries } from "./platform.ts";

export const flagEnable = 1;
export const flagCallable = 2;

/** Address space sections: mappings of different sections may overlap. */
export type Section = "vm" | "hypercall";

interface Mapping {
  base: number;
  sizeBytes: number;
  readonly flags: number;
  readonly section: Section;
  readonly entry: number;
}

/** One VM's mappings while it is being created, ordered by base. */
export interface AddressSpace {
  readonly vm: number;
  readonly mappings: Mapping[];
}

export const addressSpace = (vm: number): AddressSpace => ({ vm, mappings: [] });

/** What became of a request: an overlapping one is silently dropped by the hypervisor; `full` = no free entry. */
export type MapResult = "mapped" | "empty" | "overlap" | "full";

/** Map [base, base + sizeBytes), the size rounded up to whole pages. */
export function mapRegion(
  hypervisor: Hypervisor,
  space: AddressSpace,
  base: number,
  sizeBytes: number,
  flags: number,
  section: Section,
): MapResult {
  const size = Math.ceil(sizeBytes / pageBytes) * pageBytes;
  if (size === 0) return "empty";
  const overlaps = (m: Mapping): boolean =>
    m.section === section && base < m.base + m.sizeBytes && m.base < base + size;
  if (space.mappings.some(overlaps)) return "overlap";
  const entry = allocateEntry(hypervisor, space.vm);
  if (entry < 0) return "full";
  const mapping: Mapping = { base, sizeBytes: size, flags, section, entry };
  const after = space.mappings.findIndex((m) => m.base > base);
  space.mappings.splice(after < 0 ? space.mappings.length : after, 0, mapping);
  writeMapping(hypervisor, space.vm, mapping);
  while (joinAdjacent(hypervisor, space));
  return "mapped";
}

function allocateEntry(hypervisor: Hypervisor, vm: number): number {
  const taken = hypervisor.state.sauTaken;
  for (let entry = 0; entry < sauEntries; entry++) {
    if (((taken[vm] ?? 0) & (1 << entry)) !== 0) continue;
    taken[vm] = (taken[vm] ?? 0) | (1 << entry);
    return entry;
  }
  return -1;
}

function joinAdjacent(hypervisor: Hypervisor, space: AddressSpace): boolean {
  for (const [index, next] of space.mappings.entries()) {
    const before = space.mappings[index - 1];
    if (before === undefined || before.base + before.sizeBytes !== next.base || before.flags !== next.flags) continue;
    before.sizeBytes += next.sizeBytes;
    writeMapping(hypervisor, space.vm, before);
    writeEntry(hypervisor, space.vm, next.entry, 0, 0);
    hypervisor.state.sauTaken[space.vm] = (hypervisor.state.sauTaken[space.vm] ?? 0) & ~(1 << next.entry);
    space.mappings.splice(index, 1);
    return true;
  }
  return false;
}

function writeMapping(hypervisor: Hypervisor, vm: number, mapping: Mapping): void {
  const limit = mapping.base + mapping.sizeBytes - 1;
  writeEntry(hypervisor, vm, mapping.entry, (mapping.base & ~0x1f) >>> 0, ((limit & ~0x1f) | mapping.flags) >>> 0);
}

/** Hardware and shadow together, as the hypervisor does while it creates VMs. */
function writeEntry(hypervisor: Hypervisor, vm: number, entry: number, rbar: number, rlar: number): void {
  const { host, state } = hypervisor;
  host.write(sauRnr, 4, entry);
  host.write(sauRbar, 4, rbar);
  host.write(sauRlar, 4, rlar);
  state.sauRbar[vm * sauEntries + entry] = rbar;
  state.sauRlar[vm * sauEntries + entry] = rlar;
}

/**
 * Make VM `vm`'s memory the Non-secure one. The entries are put in their places, as RNR, RBAR and RLAR would; the write
 * of CTRL tells the core that its protection has changed.
 */
export function restoreSau(hypervisor: Hypervisor, vm: number): void {
  const { host, cells } = hypervisor;
  cells.sau.bring(vm);
  host.cpu.sauRnr = sauEntries - 1;
  host.write(sauCtrl, 4, 1);
}
