import { test } from "uvu";
import * as assert from "uvu/assert";
import { openTimeline } from "../../src/time/timeline.ts";
import { finish } from "../../src/time/work.ts";
import { openExample } from "../guests/example.ts";
import { hasProgram, skipUnless } from "../support/skip.ts";
import { hashOf, record, reopen, runAgain } from "../time/recorded-run.ts";
import { assertInOrder, gdb, serve } from "./gdb-session.ts";

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

const breaking = "stock GDB breaks at a guest's function by name, sees registers and callers, steps on and back";
if (skipUnless(hasGdb, breaking, reason)) {
  test(breaking, async () => {
    const text = await session([
      ...["break semaphore_give", "continue", "backtrace", "print/x $secure", "print/x $control_ns"],
      ...["print/x $pc", "stepi", "stepi", "reverse-stepi", "reverse-stepi", "print/x $pc", "finish"],
      ...["delete", "reverse-next", "info threads"],
    ]);
    assertInOrder(text, [
      /Thread 4 "kernel\/clock" hit Breakpoint 1, semaphore_give/,
      /#1 .* clock_thread/,
      /\$1 = 0x0\n\$2 = 0x2\n\$3 = 0x407d0\n/,
      /\$4 = 0x407d0\n/,
      /clock_thread \(\) at .*main.c:41/,
      /40\t/,
      /"baremetal" \(not in\)/,
      /\* 4 .* "kernel\/clock" \(running\)/,
      /"kernel\/echo" \(ready\) +echo_thread \(\)/,
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
      ...[
        "monitor last-write 0x20020000",
        "monitor why kernel:console",
        "compare-sections .text",
        "find /w 0x00040000, +64, 0x20030000",
      ],
      ...["monitor sau", "monitor vms", "monitor nonsense", "print/x *(unsigned *)0xe000ed00"],
      ...["print/x *(unsigned *)0x40088e08", "set var console.count = 7"],
    ]);
    assertInOrder(text, [
      /\[kernel\] VM1: entropy \w+\ntick \d+/,
      /tick \d+, 0\.300000000 s/,
      /0x00000001 written to 0x20020000 \(4 bytes\)\n#0 .*semaphore_give.*\n#1 .*clock_thread/,
      /0x20020000 .*: .*\nnon-secure: SAU entry 0/,
      /Section .text.*: matched/,
      /SAU on/,
      /\* kernel +kernel\/kernel\.elf .*last line: VM1: entropy/,
      /no command `nonsense`/,
      /= 0x410fd214/,
      /\$\d+ = 0x/,
      /Cannot access memory/,
    ]);
  });
}

const conditions = "a condition of a breakpoint is evaluated where the run is, in both directions";
if (skipUnless(hasGdb, conditions, reason)) {
  test(conditions, async () => {
    const text = await session([
      ...["set breakpoint condition-evaluation target", "break usart_put if $r1 == 101 && $r0 + 1 > 2"],
      ...["continue", "info breakpoints", "print c", "monitor when", "continue", "print c", "monitor when"],
      ...["reverse-continue", "print c", "monitor when"],
    ]);
    const hit = [/hit Breakpoint 1, usart_put/, /= 101 'e'/, /tick \d+/];
    assertInOrder(text, [...hit.slice(0, 1), /\(target evals\)/, ...hit.slice(1), ...hit, ...hit]);
    const [first, second, third] = [...text.matchAll(/tick (\d+)/g)].map(([, tick]) => Number(tick));
    assert.is(first, third, text);
    assert.ok(Number(second) > Number(first), text);
  });
}

test.run();
