/** A device window covers peripherals as a whole, seen Non-secure, and no others (fact sheets lpc55s69, crosscon). */
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Board } from "../../board/board.ts";
import { checkDiagnostic } from "../codes.ts";
import { nonSecureView } from "../resident.ts";
import { partitionsOf, type Rule } from "../rule.ts";
import { endOf, hex, labelAt, overlaps, rangeText, type Window, windowsOf } from "../window.ts";

function judge(board: Board, vm: string, window: Window): Diagnostic[] {
  const view = nonSecureView(board, window.base);
  const label = (text: string) => [labelAt(window.baseSpan ?? window.span, text)];
  if (view !== window.base) {
    const span = window.baseSpan;
    return [
      checkDiagnostic("DEV05", `${window.element} of ${vm} is the Secure view of a device: the VM is Non-secure`, {
        vm,
        labels: label("every access faults"),
        help: [`the Non-secure view is at ${hex(view)}`],
        fix: span === null ? null : { title: "use the Non-secure view", edits: [{ span, replacement: hex(view) }] },
      }),
    ];
  }
  const inside = board.devices.filter((one) => overlaps(one, window));
  if (inside.length === 0) {
    return [
      checkDiagnostic("DEV01", `${window.element} of ${vm} covers no peripheral of ${board.name}`, {
        vm,
        labels: label(`covers ${rangeText(window)}`),
        help: [`\`chronovisor boards ${board.name}\` lists what lies where`],
      }),
    ];
  }
  return inside
    .filter((one) => one.base < window.base || endOf(one) > endOf(window))
    .map((one) =>
      checkDiagnostic("DEV02", `${window.element} of ${vm} covers only a part of ${one.name}`, {
        vm,
        labels: label(`covers ${rangeText(window)}`),
        help: [`${one.title} is ${rangeText(one)}; registers outside the window fault`],
      }),
    );
}

export const deviceWindow: Rule = {
  title: "device windows that miss, cut or mistake a peripheral",
  codes: ["DEV01", "DEV02", "DEV05"],
  find: ({ board, ...subject }) =>
    partitionsOf({ board, ...subject }).flatMap(([, partition]) =>
      windowsOf(partition)
        .filter(({ kind, sizeBytes }) => kind === "device" && sizeBytes > 0)
        .flatMap((window) => judge(board, partition.name, window)),
    ),
};
