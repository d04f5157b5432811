/** The chosen console is enabled. */
import type { Diagnostic } from "../../base/diagnostic.ts";
import { chosen, isOkay } from "../../config/devicetree/query.ts";
import type { GuestDescription } from "../../config/guest.ts";
import { isSet } from "../../config/kconfig.ts";
import { checkDiagnostic } from "../codes.ts";
import { guestsOf, placeOfNode, shortName } from "../guest-use.ts";
import type { Rule } from "../rule.ts";
import { labelAt } from "../window.ts";

function judge(vm: string, { tree, kconfig }: GuestDescription): Diagnostic[] {
  if (tree === null || (kconfig !== null && !isSet(kconfig, "UART_CONSOLE"))) return [];
  const found = chosen(tree, "zephyr,console");
  if (found === null || isOkay(found.node)) return [];
  const status = found.node.properties.get("status");
  const value = status?.values[0];
  const name = shortName(found.node);
  return [
    checkDiagnostic("DEV09", `the console of ${vm} is ${name}, which is disabled`, {
      vm,
      labels: [labelAt(found.span, "chosen here"), labelAt(placeOfNode(found.node), "not enabled")],
      help: [`in an overlay: ${name} { status = "okay"; };`],
      fix:
        value?.kind !== "string"
          ? null
          : { title: `enable ${name}`, edits: [{ span: value.span, replacement: '"okay"' }] },
    }),
  ];
}

export const disabledConsole: Rule = {
  title: "consoles that are chosen and disabled",
  codes: ["DEV09"],
  find: (subject) => guestsOf(subject).flatMap(({ guest, partition }) => judge(partition.name, guest)),
};
