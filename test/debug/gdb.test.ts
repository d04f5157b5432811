import { test } from "uvu";
import * as assert from "uvu/assert";
import { openTimeline } from "../../src/time/timeline.ts";
import { finish } from "../../src/time/work.ts";
import { openExample } from "../guests/example.ts";
import { hasProgram, skipUnless } from "../support/skip.ts";
import { hashOf, record, reopen, runAgain } from "../time/recorded-run.ts";
import { gdb, serve } from "./gdb-session.ts";

const hasGdb = hasProgram("gdb-multiarch");
const reason = "gdb-multiarch is not installed";
const kernel = "guests/kernel/kernel.elf";
const { bytes } = await record(await openExample("two-vms"), 0.4);

/** What GDB printed, and whether the run is what it was. */
async function session(commands: readonly string[]): Promise<string> {
  const system = await reopen(bytes);
  const timeline = openTimeline(system);
  const server = await serve(timeline);
  const text = await gdb(server.port, kernel, commands);
  server.close();
  assert.equal(server.told, []);
  finish(timeline.seek(timeline.end() ?? timeline.known()));
  assert.is(hashOf(timeline.machine), hashOf(runAgain(await reopen(bytes))), text);
  return text;
}

/** Every pattern is there, one behind the other. */
function assertInOrder(text: string, patterns: readonly RegExp[]): void {
  let rest = text;
  for (const pattern of patterns) {
    const match = pattern.exec(rest);
    assert.ok(match !== null, `${pattern} is missing behind what came before it, in\n${text}`);
    rest = rest.slice((match?.index ?? 0) + (match?.[0].length ?? 0));
  }
}

const breaking = "stock GDB breaks at a guest's function by name, sees registers and callers, steps on and back";
if (skipUnless(hasGdb, breaking, reason)) {
  test(breaking, async () => {
    const text = await session([
      ...["break semaphore_give", "continue", "backtrace", "print/x $secure", "print/x $control_ns"],
      ...["print/x $pc", "stepi", "stepi", "reverse-stepi", "reverse-stepi", "print/x $pc", "finish"],
      ...["delete", "reverse-next", "info threads"],
    ]);
    assertInOrder(text, [
      /Thread 2 "kernel" hit Breakpoint 1, semaphore_give/,
      /#1 .* clock_thread/,
      /\$1 = 0x0\n\$2 = 0x2\n\$3 = 0x407d0\n/,
      /\$4 = 0x407d0\n/,
      /clock_thread \(\) at .*main.c:41/,
      /40\t/,
      /Thread 1 "baremetal" \(not in\)/,
      /\* 2 .*Thread 2 "kernel" \(running\)/,
    ]);
  });
}

const watching = "a watchpoint finds the same change forward and backward, with the program counter at the store";
if (skipUnless(hasGdb, watching, reason)) {
  test(watching, async () => {
    const text = await session([
      ...["watch console.count", "continue", "print/x $pc", "monitor when", "continue", "print/x $pc"],
      ...["continue", "reverse-continue", "reverse-continue", "print/x $pc", "monitor when"],
    ]);
    const seen = [...text.matchAll(/Old value = (\d+)\s+New value = (\d+)/g)].map(([, from, to]) => `${from}>${to}`);
    assert.is(seen.length, 5, text);
    const mirrored = (one: string | undefined): string => (one ?? "").split(">").reverse().join(">");
    assert.equal([seen[3], seen[4]], [mirrored(seen[2]), mirrored(seen[1])], text);
  });
}

const ends = "the ends of a recording stop GDB in both directions, and say so";
if (skipUnless(hasGdb, ends, reason)) {
  test(ends, async () => {
    const text = await session(["continue", "monitor when", "reverse-continue", "monitor when"]);
    assertInOrder(text, [
      /No more reverse-execution history/,
      /tick \d+, 0\.400000000 s/,
      /No more reverse-execution history/,
      /tick 0, /,
    ]);
  });
}

const asking = "monitor commands go to moments and tell of them; memory reads, searches and checksums have no effect";
if (skipUnless(hasGdb, asking, reason)) {
  test(asking, async () => {
    const text = await session([
      ...["monitor next-printed entropy", "maintenance flush register-cache", "monitor goto 300ms", "monitor when"],
      ...["monitor last-write 0x20020000", "compare-sections .text", "find /w 0x00040000, +64, 0x20030000"],
      ...["monitor sau", "monitor vms", "monitor nonsense", "print/x *(unsigned *)0xe000ed00"],
      ...["print/x *(unsigned *)0x40088e08", "thread 2", "set var console.count = 7"],
    ]);
    assertInOrder(text, [
      /\[kernel\] VM1: entropy \w+\ntick \d+/,
      /0\.300000000 s|tick \d+, 0\.30/,
      /write of 0x[0-9a-f]+ \(4 bytes\) at 0x20020000/,
      /Section .text.*: matched/,
      /SAU on/,
      /kernel +0x20020000\+0x00010000/,
      /no command `nonsense`/,
      /= 0x410fd214/,
      /\$\d+ = 0x/,
      /Cannot access memory/,
    ]);
  });
}

test.run();
