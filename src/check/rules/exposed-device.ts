/** What a window opens besides what the guest uses. */
import type { Diagnostic } from "../../base/diagnostic.ts";
import { checkDiagnostic } from "../codes.ts";
import { guestsOf, usesOf } from "../guest-use.ts";
import type { Rule } from "../rule.ts";
import { labelAt, overlaps, rangeText, windowsOf } from "../window.ts";

export const exposedDevice: Rule = {
  title: "windows that expose peripherals a guest does not use",
  codes: ["DEV06"],
  find: (subject) =>
    guestsOf(subject)
      .filter(({ guest: { tree, kconfig } }) => tree !== null && kconfig !== null)
      .flatMap(({ guest, partition: { name: vm, ...partition } }) => {
        const used = new Set(usesOf(subject, guest).map(({ device }) => device.name));
        const devices = windowsOf({ name: vm, ...partition }).filter(({ kind }) => kind === "device");
        return devices.flatMap((window): Diagnostic[] => {
          const inside = subject.board.devices.filter((one) => overlaps(one, window));
          const foreign = inside.filter((one) => !used.has(one.name));
          // A window with nothing of use in it is no window grown too large.
          if (foreign.length === 0 || foreign.length === inside.length) return [];
          const names = foreign.map((one) => one.name).join(", ");
          return [
            checkDiagnostic("DEV06", `${window.element} of ${vm} also opens ${names}, which the guest does not use`, {
              vm,
              labels: [labelAt(window.sizeSpan ?? window.span, `covers ${rangeText(window)}`)],
              help: ["harmless as long as nothing goes wrong in this VM; a smaller window may cost a SAU entry"],
            }),
          ];
        });
      }),
};
