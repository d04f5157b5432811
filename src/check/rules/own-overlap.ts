/** Of two windows of one VM that overlap, the hypervisor maps the first and says nothing (fact sheet section 1.3). */
import { checkDiagnostic } from "../codes.ts";
import { partitionsOf, type Rule } from "../rule.ts";
import { labelAt, overlaps, rangeText, windowsOf } from "../window.ts";

export const ownOverlap: Rule = {
  title: "windows of one VM on top of each other",
  codes: ["MAP02"],
  find: (subject) =>
    partitionsOf(subject).flatMap(([, partition]) => {
      const windows = windowsOf(partition).filter((one) => one.sizeBytes > 0);
      return windows.flatMap((window, index) => {
        const other = windows.slice(0, index).find((one) => overlaps(one, window));
        if (other === undefined) return [];
        return [
          checkDiagnostic(
            "MAP02",
            `${window.element} of ${partition.name} overlaps ${other.element}: it is not mapped`,
            {
              vm: partition.name,
              labels: [
                labelAt(window.span, `covers ${rangeText(window)}, and is left out`),
                labelAt(other.span, `covers ${rangeText(other)}`),
              ],
              help: ["the hypervisor says nothing about it: join the two, or move one"],
            },
          ),
        ];
      });
    }),
};
