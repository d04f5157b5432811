/** The edits that give a VM a device or an interrupt, as text for its configuration. */
import type { Fix, Span } from "../base/diagnostic.ts";
import type { PlacedDevice } from "../board/board.ts";
import type { DeviceWindow, Partition } from "../config/model.ts";
import type { Subject } from "./rule.ts";
import { planSau } from "./sau-plan.ts";
import { hex, windowsOf } from "./window.ts";

/** Windows of less than a page of the part's map are rare in real configurations. */
const pageBytes = 0x1000;

type Edit = Fix["edits"][number];

const endOf = (span: Span): Span => ({ ...span, line: span.endLine, column: span.endColumn });

export const windowOf = ({ base, sizeBytes }: PlacedDevice): { readonly base: number; readonly sizeBytes: number } => ({
  base: base - (base % pageBytes),
  sizeBytes: Math.ceil((sizeBytes + (base % pageBytes)) / pageBytes) * pageBytes,
});

export function elementText(device: PlacedDevice, ids: readonly number[], indent: string): string {
  const { base, sizeBytes } = windowOf(device);
  const inner = `${indent}    `;
  const lines = [
    `/* ${device.title} */`,
    `.pa = ${hex(base)},`,
    `.va = ${hex(base)},`,
    `.size = ${hex(sizeBytes)},`,
    ...(ids.length === 0
      ? []
      : [
          `.interrupt_num = ${ids.length},`,
          `.interrupts = (irqid_t[]) { ${ids.map((id) => `16 + ${id - 16}`).join(", ")} },`,
        ]),
  ];
  return `{\n${lines.map((line) => `${inner}${line}\n`).join("")}${indent}}`;
}

/** Null where the list or its count is not written, or where no plan would make it fit the SAU. */
export function grantFix(
  subject: Subject,
  partition: Partition,
  device: PlacedDevice,
  ids: readonly number[],
): Fix | null {
  const { deviceCount, devices } = partition;
  const last = devices[deviceCount.value - 1];
  if (last === undefined || deviceCount.span === null || devices.length !== deviceCount.value) return null;
  if (!wouldFit(subject, partition, device)) return null;
  const text = elementText(device, ids, " ".repeat(last.span.column - 1));
  const at = endOf(last.span);
  return {
    title: `grant ${device.name} to ${partition.name}`,
    edits: [
      { span: deviceCount.span, replacement: String(deviceCount.value + 1) },
      { span: at, replacement: `,\n${" ".repeat(last.span.column - 1)}${text}` },
    ],
  };
}

/** By itself, or after windows were joined. */
function wouldFit(subject: Subject, partition: Partition, device: PlacedDevice): boolean {
  const [model] = partition.devices;
  if (model === undefined) return false;
  const { base, sizeBytes } = windowOf(device);
  const at = <T>(value: T): { readonly value: T; readonly span: null } => ({ value, span: null });
  const window: DeviceWindow = {
    span: model.span,
    ...{ physicalAddress: at(base), virtualAddress: at(base), sizeBytes: at(sizeBytes) },
    ...{ interrupts: [], interruptCount: at(0) },
  };
  const devices = [...partition.devices.slice(0, partition.deviceCount.value), window];
  const larger: Partition = { ...partition, devices, deviceCount: at(devices.length) };
  const count = windowsOf(larger).length + (partition.ipcCount.value > 0 ? 1 : 0);
  return count <= subject.sauEntries || planSau(subject, larger).length > 0;
}

/** An interrupt for a window that the VM has already. */
export function interruptEdits(window: DeviceWindow, id: number): readonly Edit[] | null {
  const { interrupts, interruptCount, span } = window;
  const text = `16 + ${id - 16}`;
  const count = interruptCount.span;
  const last = interrupts[interruptCount.value - 1]?.span;
  if (count !== null && last !== undefined && last !== null) {
    return [
      { span: count, replacement: String(interruptCount.value + 1) },
      { span: endOf(last), replacement: `, ${text}` },
    ];
  }
  if (count !== null || interrupts.length > 0) return null;
  // Behind the opening brace: what comes last may or may not end with a comma.
  const line = span.line === span.endLine ? " " : `\n${" ".repeat(span.column + 3)}`;
  const brace = { ...span, endLine: span.line, endColumn: span.column + 1 };
  return [{ span: brace, replacement: `{${line}.interrupt_num = 1,${line}.interrupts = (irqid_t[]) { ${text} },` }];
}
