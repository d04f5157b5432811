/** A driver that waits for an interrupt needs the VM to own it (fact sheet crosscon-armv8m section 9). */
import type { Diagnostic } from "../../base/diagnostic.ts";
import { interruptLinesOf } from "../../config/devicetree/query.ts";
import type { GuestDescription } from "../../config/guest.ts";
import type { Partition } from "../../config/model.ts";
import { interruptEdits } from "../add-device.ts";
import { checkDiagnostic } from "../codes.ts";
import { type DeviceUse, guestsOf, interruptNeedOf, shortName, usesOf } from "../guest-use.ts";
import { counted, interruptsOf, type Rule, type Subject } from "../rule.ts";
import { labelAt, overlaps } from "../window.ts";

const firstLine = 16;

function judge(partition: Partition, guest: GuestDescription, use: DeviceUse): Diagnostic[] {
  const { node, device } = use;
  const need = interruptNeedOf(guest, use);
  if (node === null || need === null) return [];
  const { name, devices, deviceCount } = partition;
  const window = counted(devices, deviceCount).find((one) =>
    overlaps({ base: one.physicalAddress.value, sizeBytes: one.sizeBytes.value }, device),
  );
  // Without the device there is nothing to interrupt: that is told by another rule.
  if (window === undefined) return [];
  const owned = new Set(interruptsOf(partition).map(({ id }) => id));
  const missing = interruptLinesOf(node).filter(({ line }) => !owned.has(line + firstLine));
  return missing.map(({ line, span }) => {
    const id = line + firstLine;
    const edits = interruptEdits(window, id);
    const { sure, receives } = need;
    const waits = receives === null ? [] : [labelAt(receives, "this waits for what is received")];
    return checkDiagnostic("IRQ05", `${name} drives ${device.name}, but its interrupt ${id} is not given to it`, {
      severity: sure ? "error" : "warning",
      vm: name,
      labels: [
        labelAt(window.span, `${device.name} comes without an interrupt`),
        labelAt(span, `${shortName(node)} raises line ${line}, which is id 16 + ${line}`),
        ...waits,
      ],
      help: [
        `\`.interrupts = (irqid_t[]) { 16 + ${line} }\` in this window`,
        ...(sure ? [] : ["a guest that only prints works without it"]),
      ],
      fix: edits === null ? null : { title: `give ${name} interrupt ${id}`, edits },
    });
  });
}

export const missingInterrupt: Rule = {
  title: "devices that a guest drives and whose interrupt it does not get",
  codes: ["IRQ05"],
  find: (subject: Subject) =>
    guestsOf(subject).flatMap(({ guest, partition }) =>
      usesOf(subject, guest).flatMap((use) => judge(partition, guest, use)),
    ),
};
