/** The seeds' own story: a fault in memset, and the way back to who passed the length, and to who made it. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { openTimeline } from "../../src/time/timeline.ts";
import { finish } from "../../src/time/work.ts";
import { openExample } from "../guests/example.ts";
import { hasProgram, skipUnless } from "../support/skip.ts";
import { hashOf, record, reopen, runAgain } from "../time/recorded-run.ts";
import { assertInOrder, extendedGdb, serve } from "./gdb-session.ts";

const hasGdb = hasProgram("gdb-multiarch");
const reason = "gdb-multiarch is not installed";
const { bytes } = await record(await openExample("early-memset"), 0.5);

async function session(commands: readonly string[]): Promise<string> {
  const timeline = openTimeline(await reopen(bytes));
  const server = await serve(timeline);
  const text = await extendedGdb(server.port, commands);
  server.close();
  assert.equal(server.told, []);
  finish(timeline.seek(timeline.end() ?? timeline.known()));
  assert.is(hashOf(timeline.machine), hashOf(runAgain(await reopen(bytes))), text);
  return text;
}

const forward = "forward as on the board: break at memset, pass the good call, and the bad one never comes back";
if (skipUnless(hasGdb, forward, reason)) {
  test(forward, async () => {
    const text = await session([
      "break memset",
      "continue",
      "continue",
      "print size",
      "finish",
      "x/i $pc",
      "backtrace",
    ]);
    assertInOrder(text, [
      /memset \(to=0x\w+ <interrupt_stack>, value=value@entry=170, size=2048\)/,
      /memset \(to=0x\w+ <worker_stack>, value=value@entry=170, size=262144\)/,
      /= 262144/,
      /No more reverse-execution history/,
      /=> 0x203\w+ <memset\+\d+>:\tstrb.*\[r3\]/,
      /#2 +0xaaaaaaaa in/,
    ]);
  });
}

const backward =
  "backward in ten commands: from the fault to the call, to its caller, to the line that made the length";
if (skipUnless(hasGdb, backward, reason)) {
  test(backward, async () => {
    const text = await session([
      ...["continue", "backtrace", "break memset", "reverse-continue", "backtrace", "delete"],
      ...["watch stacks[1].size", "reverse-continue", "x/i $pc", "reverse-step"],
    ]);
    assertInOrder(text, [
      /memset \(to=0x\w+ <worker_stack>/,
      /#2 +0xaaaaaaaa in/,
      /hit Breakpoint 1, memset|Breakpoint 1, memset \(.*size=262144\)/,
      /#1 .* early_memset/,
      /#2 .* fill_stacks \(\) at guests\/early-memset\/main\.c:\d+/,
      /Old value = 262144\s+New value = 0\s+0x\w+ in configure_stacks \(\)/,
      /=> 0x\w+ <configure_stacks\+\d+>:\tstrd/,
      /configure_stacks|bytes_of/,
    ]);
  });
}

const mirrored = "a watchpoint stops at the same store from both sides: behind it going on, in front of it going back";
if (skipUnless(hasGdb, mirrored, reason)) {
  test(mirrored, async () => {
    const text = await session([
      ...["watch stacks[1].size", "continue", "print/x $pc", "stepi", "reverse-continue", "print/x $pc", "x/i $pc"],
      ...["monitor last-write stacks+20", "monitor goto end", "monitor last-write stacks+20"],
    ]);
    const [after, before] = [...text.matchAll(/\$\d+ = (0x\w+)/g)].map(([, pc]) => Number(pc));
    // STRD has four bytes.
    assert.is(after, Number(before) + 4, text);
    assertInOrder(text, [
      /Old value = 0\s+New value = 262144/,
      /Old value = 262144\s+New value = 0/,
      new RegExp(`=> 0x${Number(before).toString(16)} .*strd`),
      /0x00040000 written to 0x20010014 \(4 bytes\)\n#0 +0x\w+ +configure_stacks/,
    ]);
  });
}

test.run();
