/** Every base and size is a multiple of the hypervisor's page (fact sheet crosscon-armv8m section 1.3). */
import { partitionsOf, type Rule, told } from "../rule.ts";
import { windowsOf } from "../window.ts";

export const granularity: Rule = {
  title: "bases and sizes that are no multiples of the page",
  codes: ["MEM04"],
  find: (subject) =>
    partitionsOf(subject).flatMap(([vm, partition]) =>
      windowsOf(partition)
        .filter(({ kind, base, sizeBytes }) => {
          // The size of a device window is rounded up without a word.
          const size = kind === "device" ? 0 : sizeBytes;
          return base % subject.granuleBytes !== 0 || size % subject.granuleBytes !== 0;
        })
        .map(({ element, base, sizeBytes }) =>
          told(subject, {
            ...{ code: "MEM04", vm, element, address: base, size: sizeBytes },
            granularity: subject.granuleBytes,
          }),
        ),
    ),
};
