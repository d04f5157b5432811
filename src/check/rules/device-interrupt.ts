/** An id stands with the device whose line it is; otherwise the guest waits for an interrupt that goes elsewhere. */
import type { Diagnostic, Span } from "../../base/diagnostic.ts";
import type { Board, PlacedDevice } from "../../board/board.ts";
import type { DeviceWindow, Partition } from "../../config/model.ts";
import { checkDiagnostic } from "../codes.ts";
import { counted, partitionsOf, type Rule } from "../rule.ts";
import { labelAt, overlaps } from "../window.ts";

const firstLine = 16;

/** Devices that the window touches. */
const devicesIn = (board: Board, { physicalAddress, sizeBytes }: DeviceWindow): PlacedDevice[] =>
  board.devices.filter((one) => overlaps(one, { base: physicalAddress.value, sizeBytes: sizeBytes.value }));

const linesOf = (devices: readonly PlacedDevice[]): number[] => [
  ...new Set(devices.flatMap((one) => Object.values(one.interrupts))),
];

function judge(board: Board, vm: string, device: DeviceWindow, id: number, span: Span | null): Diagnostic[] {
  const here = devicesIn(board, device);
  const lines = linesOf(here);
  // A window over devices without lines says nothing about whose interrupt it is.
  if (lines.length === 0 || id < firstLine || lines.includes(id - firstLine)) return [];
  const names = here.filter((one) => Object.keys(one.interrupts).length > 0).map((one) => one.name);
  const owner = board.devices.find((one) => Object.values(one.interrupts).includes(id - firstLine));
  const whose = owner === undefined ? `${board.name} has no such line` : `line ${id - firstLine} is ${owner.name}'s`;
  const own = lines.map((line) => `16 + ${line}`).join(" or ");
  const [only] = lines;
  return [
    checkDiagnostic("IRQ04", `interrupt id ${id} of ${vm} is not the one of ${names.join(", ")}: ${whose}`, {
      vm,
      labels: [
        ...(span === null ? [] : [labelAt(span, whose)]),
        labelAt(device.span, `this window is ${names.join(", ")}`),
      ],
      help: [`${names.join(", ")} raises ${own}`],
      fix:
        span === null || only === undefined || lines.length > 1
          ? null
          : { title: `write the id of ${names[0]}`, edits: [{ span, replacement: `16 + ${only}` }] },
    }),
  ];
}

const find = (board: Board, { name, devices, deviceCount }: Partition): Diagnostic[] =>
  counted(devices, deviceCount).flatMap((device) =>
    counted(device.interrupts, device.interruptCount).flatMap(({ value, span }) =>
      judge(board, name, device, value, span),
    ),
  );

export const deviceInterrupt: Rule = {
  title: "interrupt ids that stand with another device",
  codes: ["IRQ04"],
  find: (subject) => partitionsOf(subject).flatMap(([, partition]) => find(subject.board, partition)),
};
