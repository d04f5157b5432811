/** Events as people read them: names for everything that has one. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { faultName } from "../../src/check/fault-name.ts";
import { isGuestFault } from "../../src/check/guest-fault.ts";
import { eventLine } from "../../src/cli/render/event.ts";
import { eventKinds } from "../../src/time/questions/events.ts";
import type { Event } from "../../src/trace/event.ts";
import { chronovisor } from "./command.ts";

const names = ["baremetal", "kernel"];

/** What stands behind the kind. */
const told = (kind: string, fields: Readonly<Record<string, Event[string]>>): string =>
  eventLine({ tick: 7, time_ns: 1_500_000_000, vm: "kernel", kind, ...fields }, names).replace(
    `[   1.500000000s kernel]          7t ${kind}: `,
    "",
  );

const exception = { number: 15, fromSecure: false, toSecure: true, returnAddress: 0x206a2 };
const freeze = { why: "the hypervisor loops without a word", code: "FLT01", exception: 7, name: "SecureFault" };

const lines: readonly (readonly [kind: string, fields: Readonly<Record<string, Event[string]>>, text: string])[] = [
  ["console", { port: "flexcomm2", text: "hello" }, "flexcomm2: hello"],
  ["switch", { from: 1, to: 0 }, "from kernel to baremetal"],
  ["switch", { from: 1, to: 5 }, "from kernel to VM 5"],
  ["slice", { kept: false }, "over"],
  ["slice", { kept: true }, "over, but the VM stays: it is handling an interrupt"],
  ["vm-entry", { entry: 0x40000, mode: "thread" }, "for the first time, at 0x40000 in Thread mode"],
  ["hypercall", { id: 1, r1: 0, r2: 1, name: "ipc", result: 0 }, "ipc, R1 0x0, R2 0x1: success (0)"],
  ["hypercall", { id: 9, r1: 0, r2: 0, name: "", result: -2 }, "unknown id 9, R1 0x0, R2 0x0: invalid id (-2)"],
  ["inject", { interrupt: 78 }, "interrupt 62 (id 78)"],
  ["log", { level: "INFO", text: "Initializing VM 0" }, "INFO: Initializing VM 0"],
  ["pending-leak", { from: 0, to: 1, sysTick: true, pendSv: false }, "SysTick of baremetal hits kernel"],
  [
    "map-ignored",
    { element: "devs[1]", address: 0x40000000, size: 0x1000 },
    "element devs[1], address 0x40000000, size 0x1000",
  ],
  ["exception", exception, "SysTick, from Non-secure to Secure state; it returns to 0x206a2"],
  ["exception", { ...exception, toSecure: false }, "SysTick, in Non-secure state; it returns to 0x206a2"],
  ["exception-return", { number: 14, address: 0x40858 }, "from PendSV to 0x40858"],
  ["fault", { fault: 51, address: 0x4003a000 }, "SecureFault (SFSR.AUVIOL) at 0x4003a000"],
  ["fault", { fault: 0x100 + 33, address: 0 }, "BusFault (BFSR.PRECISERR) at 0x0"],
  ["fault", { fault: 10, address: 0 }, "UsageFault (UFSR.DIVBYZERO)"],
  ["security", { toSecure: false, address: 0x20000 }, "to Non-secure state, at 0x20000"],
  ["sleep", { form: "WFI" }, "WFI"],
  ["watch", { code: "WAT05", severity: "warning", message: "it is silent" }, "warning WAT05: it is silent"],
  ["lockup", { address: 0x20668 }, "at 0x20668"],
  [
    "freeze",
    { ...freeze, cause: "AUVIOL", address: null, sfsr: 72, fromSecure: false, pc: 0x2074 },
    "the hypervisor loops without a word: SecureFault (SFSR.AUVIOL) from Non-secure state; SFSR 0x48, PC 0x2074",
  ],
  [
    "freeze",
    { why: "said it", code: "IRQ03", interrupt: 33, otherVm: 0 },
    "IRQ03, said it; interrupt 33, other VM baremetal",
  ],
  ["reset-request", { device: "wwdt", why: "time-out" }, "of wwdt: time-out"],
  ["reset", { by: "wwdt" }, "by wwdt"],
];

for (const [kind, fields, text] of lines) {
  test(`${kind}: ${text}`, () => assert.is(told(kind, fields), text));
}

test("every kind has its line here, and stands in the help of events", () => {
  assert.equal(new Set(lines.map(([kind]) => kind)), new Set(eventKinds));
  const help = chronovisor("events", "--help").stdout;
  const listed = (help.split("\nKinds:\n")[1] ?? "").split("\n\n")[0] ?? "";
  const words = listed.split("\n").flatMap((line) => (/^ {2}(\S.*?) {2,}/.exec(line)?.[1] ?? "").split(", "));
  assert.equal(
    eventKinds.filter((kind) => !words.includes(kind)),
    [],
    help,
  );
});

test("faults that a guest may take itself have names, and SecureFaults are none of them", () => {
  const numbers = Array.from({ length: 0x180 }, (_, number) => number);
  const named = numbers.filter((number) => faultName(number) !== null);
  const guests = numbers.filter(isGuestFault);
  assert.equal(
    guests,
    named.filter((number) => faultName(number)?.register !== "SFSR"),
  );
  assert.is(guests.length, 17);
});

test("the JSON form has the fields as they are", () => {
  const { stdout } = chronovisor(
    "events",
    "traces/two-vms/run.chv",
    "--kinds",
    "switch",
    "--to",
    "250ms",
    "--json=lines",
  );
  const { from, to } = JSON.parse(stdout.split("\n")[0] ?? "");
  assert.equal([from, to], [0, 1]);
});

test.run();
