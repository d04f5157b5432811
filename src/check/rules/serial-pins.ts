/** A serial interface that is enabled has a pin to send on (fact sheet lpc55s69 sections 10 and 15). */
import type { Diagnostic } from "../../base/diagnostic.ts";
import { nodesIn } from "../../config/devicetree/query.ts";
import { type DtNode, nodesOf } from "../../config/devicetree/tree.ts";
import { checkDiagnostic } from "../codes.ts";
import { type DeviceUse, guestsOf, placeOfNode, shortName, usesOf } from "../guest-use.ts";
import type { Rule } from "../rule.ts";
import { pinText, sends, transmitPins } from "../serial-pin.ts";
import { labelAt } from "../window.ts";

const cellsIn = (states: readonly DtNode[]) =>
  states
    .flatMap((state) => [...nodesOf(state)])
    .flatMap(({ properties }) => properties.get("pinmux") ?? [])
    .flatMap(({ span, values }) =>
      values.flatMap((value) =>
        value.kind === "cells"
          ? value.cells.flatMap((cell) => (cell.kind === "number" ? [{ value: cell.value, span }] : []))
          : [],
      ),
    );

function judge(vm: string, { node, driver, device }: DeviceUse): Diagnostic[] {
  const possible = transmitPins[device.name];
  if (node === null || driver?.compatible !== "nxp,lpc-usart" || possible === undefined) return [];
  const states = nodesIn(node, "pinctrl-0");
  const cells = cellsIn(states);
  if (cells.some(({ value }) => sends(device.name, value))) return [];
  const pins = possible.map(([pin, mux]) => `${pinText(pin)} (function ${mux})`).join(", ");
  const [first] = cells;
  const place = first?.span ?? node.properties.get("pinctrl-0")?.span ?? placeOfNode(node);
  const reason = states.length === 0 ? "it has no `pinctrl-0`" : `none of these is a transmit pin of ${device.name}`;
  return [
    checkDiagnostic("DEV10", `what ${vm} sends on ${device.name} reaches no pin`, {
      vm,
      labels: [labelAt(place, reason), labelAt(placeOfNode(node), `${shortName(node)} is enabled`)],
      help: [`${device.title} can send on ${pins}`],
    }),
  ];
}

export const serialPins: Rule = {
  title: "serial interfaces whose pins are not their own",
  codes: ["DEV10"],
  find: (subject) =>
    guestsOf(subject).flatMap(({ guest, partition }) =>
      usesOf(subject, guest).flatMap((use) => judge(partition.name, use)),
    ),
};
