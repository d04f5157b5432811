/**
 * A serial interface has one user: neither two VMs, nor a VM and the hypervisor. What belongs to the board as a whole
 * (clock and pin registers) is shared in every real configuration and only worth a word.
 */
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { PlacedDevice } from "../../board/board.ts";
import { checkDiagnostic } from "../codes.ts";
import { interruptsOf, partitionsOf, type Rule, type Subject } from "../rule.ts";
import { labelAt, overlaps, type Window, windowsOf } from "../window.ts";

const firstLine = 16;

interface User {
  readonly vm: string;
  readonly window: Window;
}

const usersOf = (subject: Subject, device: PlacedDevice): User[] =>
  partitionsOf(subject).flatMap(([, partition]) =>
    windowsOf(partition)
      .filter((window) => window.kind === "device" && overlaps(window, device))
      .slice(0, 1)
      .map((window) => ({ vm: partition.name, window })),
  );

/** A device with an interrupt of its own has one driver. */
const hasOneDriver = (device: PlacedDevice): boolean => Object.keys(device.interrupts).length > 0;

/** Serial interfaces are driven without interrupts, too. */
const isSerial = (device: PlacedDevice): boolean => /^(flexcomm|uart)\d/.test(device.name);

/** Whether somebody drives it: an interrupt of it is given away, or it is a serial interface. */
const isDriven = (subject: Subject, device: PlacedDevice): boolean =>
  isSerial(device) ||
  partitionsOf(subject).some(([, partition]) =>
    interruptsOf(partition).some(({ id }) => Object.values(device.interrupts).includes(id - firstLine)),
  );

function judge(subject: Subject, device: PlacedDevice): Diagnostic[] {
  const users = usersOf(subject, device);
  const [first, second] = users;
  if (first === undefined) return [];
  const label = ({ window, vm }: User, text: string) => labelAt(window.span, `${vm} ${text}`);
  if (device.name === subject.console) {
    return [
      checkDiagnostic("DEV03", `${first.vm} has ${device.name}, which is the hypervisor's own console`, {
        vm: first.vm,
        labels: [label(first, "gets it here")],
        help: ["give the guest another serial interface; both would set it up and print over each other"],
      }),
    ];
  }
  if (second === undefined || !hasOneDriver(device)) return [];
  return [
    checkDiagnostic("DEV03", `${device.name} is given to both ${first.vm} and ${second.vm}`, {
      // Every real configuration has GINT and PINT in the window of SYSCON, in each of its VMs.
      severity: isDriven(subject, device) ? "error" : "note",
      vm: second.vm,
      labels: [label(second, "gets it here"), label(first, "has it already")],
      help: [`two drivers would set up ${device.title} and take each other's bytes; its interrupt has one owner only`],
    }),
  ];
}

export const sharedDevice: Rule = {
  title: "devices with two users",
  codes: ["DEV03"],
  find: (subject) => subject.board.devices.flatMap((device) => judge(subject, device)),
};
