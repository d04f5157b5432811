/** A system as the rules of src/check see it: what the hypervisor was built with comes from its monitor. */
import type { Subject } from "../check/rule.ts";
import {
  cpuStructure,
  dataBytes,
  imageBase,
  imageBytes,
  pageBytes,
  platformRegions,
  sauEntries,
  sliceMilliseconds,
  timerHz,
} from "../monitor/crosscon/platform.ts";
import type { System } from "../system/system.ts";

const firstLine = 16;

/** Null where no hypervisor configuration is there to look at. */
export function subjectOf({ board, hypervisor, images, descriptions, attached }: System): Subject | null {
  if (hypervisor.kind === "firmware") return null;
  return {
    ...{ board, images, sauEntries },
    model: hypervisor.model,
    reserved: [
      { name: "the hypervisor's own code", base: imageBase, sizeBytes: imageBytes },
      { name: "the hypervisor's own data", base: cpuStructure & ~0xffff, sizeBytes: dataBytes },
    ],
    platform: platformRegions,
    granuleBytes: pageBytes,
    interruptLimit: firstLine + Number(hypervisor.switches.nvicLines),
    console: "flexcomm0",
    ...{ guests: descriptions, switches: hypervisor.switches, attached },
    ...{ timerHertz: timerHz, sliceMilliseconds },
  };
}
