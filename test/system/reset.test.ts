/** A system reset restarts what ran: the emulated hypervisor with its guests, or a firmware (test/system/firmware). */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Example, openExample, start } from "../guests/example.ts";

const aircr = 0xe000ed0c;
const systemResetRequest = 0x05fa0004;
const greeting = "VM1: kernel on USART2, 2 threads";

const greetings = (example: Example): number => example.lines("flexcomm2").filter((line) => line === greeting).length;
const resets = (example: Example) => example.moments.filter((one) => one.kind === "reset").map((one) => one.fields.by);

/** The example, with somebody Secure pressing the button. */
async function interrupted(seconds: number): Promise<Example> {
  const example = start(await openExample("two-vms"));
  example.runTo(seconds);
  assert.is(greetings(example), 1);
  example.machine.core.calls.busWrite(aircr, systemResetRequest, 4);
  return example;
}

test("after a reset by software the emulated hypervisor boots again, and its guests with it", async () => {
  const example = await interrupted(1);
  example.runTo(1.5);
  assert.equal(resets(example), ["software (AIRCR.SYSRESETREQ)"]);
  assert.is(greetings(example), 2);
  example.runTo(2.8);
  assert.is(example.lines("flexcomm2").filter((line) => line === "VM1: uptime 1000 ms").length, 1, "time starts over");
});

test("the same reset at the same moment gives the same machine", async () => {
  const hashes = [];
  for (let time = 0; time < 2; time++) {
    const example = await interrupted(0.7);
    example.runTo(1.2);
    hashes.push(example.hash());
  }
  assert.is(hashes[0], hashes[1]);
});

const wwdt = 0x5000_c000;
const syscon = 0x5000_0000;

/** The 1 MHz oscillator through a divider of one, no feed after the first: it bites some 0.4 ms later. */
function startWatchdog({ machine }: Example): void {
  const write = (address: number, value: number) => machine.core.calls.busWrite(address, value, 4);
  write(syscon + 0x220, 1 << 22);
  write(syscon + 0xa18, 0x40);
  write(syscon + 0x38c, 0);
  write(wwdt + 0x04, 100);
  write(wwdt, 3);
  write(wwdt + 0x08, 0xaa);
  write(wwdt + 0x08, 0x55);
}

test("the watchdog that bites is named as what reset the board", async () => {
  const example = start(await openExample("two-vms"));
  example.runTo(1);
  startWatchdog(example);
  example.runTo(1.6);
  assert.equal(resets(example), ["wwdt"]);
  assert.is(greetings(example), 2);
});

test("the watchdog wakes even a hypervisor that spins for ever", async () => {
  const example = start(await openExample("two-vms"));
  example.runTo(1);
  startWatchdog(example);
  example.machine.freeze();
  assert.is(example.runTo(1.6).reason, "limit");
  assert.equal(resets(example), ["wwdt"]);
  assert.is(greetings(example), 2);
});

test.run();
