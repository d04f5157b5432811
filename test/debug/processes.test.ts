import { test } from "uvu";
import * as assert from "uvu/assert";
import { openTimeline } from "../../src/time/timeline.ts";
import { finish } from "../../src/time/work.ts";
import { openExample, root } from "../guests/example.ts";
import { hasProgram, skipUnless } from "../support/skip.ts";
import { hashOf, record, reopen, runAgain } from "../time/recorded-run.ts";
import { assertInOrder, extendedGdb, rawClient, serve } from "./gdb-session.ts";

const hasGdb = hasProgram("gdb-multiarch");
const reason = "gdb-multiarch is not installed";
const { bytes } = await record(await openExample("two-vms"), 0.4);

/** What GDB printed; the run is what it was. */
async function session(commands: readonly string[], firstProcess: number | null = null): Promise<string> {
  const timeline = openTimeline(await reopen(bytes));
  const server = await serve(timeline, firstProcess);
  const text = await extendedGdb(server.port, commands);
  server.close();
  assert.equal(server.told, []);
  finish(timeline.seek(timeline.end() ?? timeline.known()));
  assert.is(hashOf(timeline.machine), hashOf(runAgain(await reopen(bytes))), text);
  return text;
}

/** Back to the first one: GDB 13 hears of no stop in the inferior it connected with before that was continued from. */
const attachAll = [
  ...["add-inferior", "inferior 2", "attach 2", "add-inferior", "inferior 3", "attach 3", "inferior 1"],
];

const inferiors =
  "GDB has an inferior per VM and one for the hypervisor, each with its own symbols out of the recording";
if (skipUnless(hasGdb, inferiors, reason)) {
  test(inferiors, async () => {
    const text = await session([
      ...[...attachAll, "info inferiors", "set schedule-multiple on", "break clock_thread", "info breakpoints"],
      ...["continue", "info threads", "thread apply all backtrace"],
    ]);
    assertInOrder(text, [
      /1 +process 1 .*baremetal\.elf/,
      /2 +process 2 .*kernel\.elf/,
      /3 +process 3 /,
      /clock_thread at guests\/kernel\/main\.c:\d+ inf 2/,
      /Thread 2\.\d "clock" hit Breakpoint 1, clock_thread \(\)/,
      /1\.1 +Thread 1\.1 "baremetal" \(not in\) +0x\w+ in wait_for_interrupt/,
      /\* 2\.\d +Thread 2\.\d "clock" \(running\)/,
      /"echo" \(ready\) +echo_thread/,
      /"idle" \(ready\) +wait_for_interrupt/,
      /3\.1 .*"hypervisor" \(not in\)/,
      /"idle".*\n#0 +wait_for_interrupt.*\n#1 .*idle \(\)/,
      /"baremetal".*\n#0 .*wait_for_interrupt.*\n#1 .*main \(\) at guests\/baremetal\/main\.c/,
    ]);
  });
}

const owning = "a breakpoint belongs to its VM: the other one runs over the same address unhindered";
if (skipUnless(hasGdb, owning, reason)) {
  test(owning, async () => {
    const text = await session([
      ...[...attachAll, "inferior 1", "hbreak *usart_put", "inferior 2", "print/x (int)usart_put", "inferior 1"],
      ...["info breakpoints", "continue", "print/x $pc", "delete", "inferior 1"],
      // Set through the bare-metal VM, an address of the kernel's is never reached.
      ...["hbreak *0x407d0", "continue"],
    ]);
    assertInOrder(text, [
      /hit Breakpoint 1.*usart_put/,
      /Hardware assisted breakpoint \d at 0x407d0/,
      /No more reverse-exec/,
    ]);
  });
}

const chosen = "the first inferior is the VM that was asked for, from before its first instruction on";
if (skipUnless(hasGdb, chosen, reason)) {
  test(chosen, async () => {
    const text = await session(["info inferiors", "break main", "continue", "next", "step", "backtrace"], 1);
    assertInOrder(text, [
      /\* 1 +process 2 .*kernel\.elf/,
      /Breakpoint 1, main \(\) at guests\/kernel\/main\.c/,
      /#\d .*main \(\) at guests\/kernel\/main\.c/,
    ]);
  });
}

const ends = "with all VMs resumed, the ends of history stop GDB in whichever is in";
if (skipUnless(hasGdb, ends, reason)) {
  test(ends, async () => {
    const text = await session([
      ...attachAll,
      "set schedule-multiple on",
      "continue",
      "reverse-continue",
      "info threads",
    ]);
    assertInOrder(text, [/No more reverse-exec/, /No more reverse-exec/, /\* 1\.1 .*"baremetal" \(running\)/]);
  });
}

test("a process that is asked for and does not exist is refused with the names of those that do", async () => {
  const server = await serve(openTimeline(await reopen(bytes)));
  const client = await rawClient(server.port);
  await client.ask("qSupported:multiprocess+");
  await client.ask("!");
  assert.match(
    await client.ask("vAttach;9"),
    /^E\.there is no process 9: 1 is baremetal, 2 is kernel, 3 is hypervisor/,
  );
  assert.match(await client.ask("vAttach;2"), /^T05.*thread:p2\./);
  assert.match(await client.ask("Hgp2.0"), /^OK$/);
  assert.is(await client.ask("Hgp9.0"), "E01");
  client.socket.destroy();
  server.close();
});

test("images are read as files from the server, and nothing else is", async () => {
  const server = await serve(openTimeline(await reopen(bytes)));
  const client = await rawClient(server.port);
  const hex = (text: string): string => Buffer.from(text).toString("hex");
  await client.ask("qSupported:multiprocess+");
  await client.ask("!");
  const name = (await client.ask("qXfer:exec-file:read:2:0,fff")).slice(1);
  assert.is(name, `${root}guests/kernel/kernel.elf`);
  assert.is(await client.ask(`vFile:open:${hex(name)},0,1c0`), "F1");
  assert.match(await client.ask("vFile:pread:1,4,0"), /^F4;\x7fELF$/);
  assert.match(await client.ask("vFile:fstat:1"), /^F40;/);
  assert.is(await client.ask(`vFile:open:${hex("/etc/passwd")},0,1c0`), "F-1,2");
  assert.is(await client.ask(`vFile:open:${hex(name)},1,1c0`), "F-1,d");
  assert.is(await client.ask("vFile:pread:7,4,0"), "F-1,9");
  assert.is(await client.ask("vFile:pread:1"), "F-1,16");
  client.socket.destroy();
  server.close();
});

test.run();
