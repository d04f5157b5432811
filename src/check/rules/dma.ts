/** The SAU confines the processor only; a DMA controller reaches all memory (fact sheet crosscon-armv8m 2.2). */
import { checkDiagnostic } from "../codes.ts";
import { partitionsOf, type Rule } from "../rule.ts";
import { labelAt, overlaps, windowsOf } from "../window.ts";

export const dma: Rule = {
  title: "bus masters that the SAU does not confine",
  codes: ["DEV04"],
  find: (subject) => {
    const masters = subject.board.devices.filter((one) => /^dma\d*$/.test(one.name));
    return partitionsOf(subject).flatMap(([, partition]) =>
      masters.flatMap((master) => {
        const window = windowsOf(partition).find((one) => one.kind === "device" && overlaps(one, master));
        if (window === undefined) return [];
        return [
          checkDiagnostic("DEV04", `${partition.name} has ${master.name}, which can reach the memory of every VM`, {
            vm: partition.name,
            labels: [labelAt(window.span, "granted here")],
            help: ["the hypervisor leaves the secure AHB controller alone, so nothing confines bus masters"],
          }),
        ];
      }),
    );
  },
};
