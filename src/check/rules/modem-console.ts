/** What a guest prints must not go to its modem (fact sheet crosscon-armv8m section 13). */
import type { Diagnostic, Label } from "../../base/diagnostic.ts";
import { chosen } from "../../config/devicetree/query.ts";
import type { GuestDescription } from "../../config/guest.ts";
import { isSet } from "../../config/kconfig.ts";
import { checkDiagnostic } from "../codes.ts";
import { deviceOfNode, guestsOf, modemOf, placeOfNode, shortName } from "../guest-use.ts";
import type { Rule, Subject } from "../rule.ts";
import { labelAt } from "../window.ts";

/** What prints there, and by which symbol. */
const printers = [
  { name: "zephyr,console", symbol: "UART_CONSOLE" },
  { name: "zephyr,shell-uart", symbol: "SHELL_BACKEND_SERIAL" },
] as const;

function judge(subject: Subject, vm: string, { tree, kconfig }: GuestDescription): Diagnostic[] {
  if (tree === null) return [];
  for (const { name, symbol } of printers) {
    const found = chosen(tree, name);
    if (found === null || (kconfig !== null && !isSet(kconfig, symbol))) continue;
    const device = deviceOfNode(subject.board, found.node);
    const modem = modemOf(found.node);
    const plug = subject.attached.find((one) => one.kind === "esp-at" && one.device.value === device?.name);
    if (device === null || (modem === null && plug === undefined)) continue;
    const line = kconfig?.values.get(symbol)?.span;
    const labels: Label[] = [
      labelAt(found.span, `\`${name}\` is ${shortName(found.node)}`),
      ...(modem === null ? [] : [labelAt(placeOfNode(modem), "and so is the modem's")]),
      ...(plug?.device.span ? [labelAt(plug.device.span, "a modem is plugged in here")] : []),
      ...(line === undefined ? [] : [labelAt(line, "this prints there")]),
    ];
    const help = [
      `choose another serial interface for \`${name}\`, enable it and grant it`,
      `or print nothing: \`# CONFIG_${symbol} is not set\``,
    ];
    return [checkDiagnostic("DEV08", `${vm} prints on ${device.name}, where its modem is`, { vm, labels, help })];
  }
  return [];
}

export const modemConsole: Rule = {
  title: "console and modem on the same serial interface",
  codes: ["DEV08"],
  find: (subject) => guestsOf(subject).flatMap(({ guest, partition }) => judge(subject, partition.name, guest)),
};
