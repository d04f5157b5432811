/** The shell, driven by scripts on its standard input. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { UsageError } from "../../src/cli/exit.ts";
import { perform } from "../../src/cli/travel/commands.ts";
import { createCompleter } from "../../src/cli/travel/completer.ts";
import { openSession } from "../../src/cli/travel/session.ts";
import { diskFiles } from "../../src/system/files.ts";
import { openSystem } from "../../src/system/open.ts";
import { finish } from "../../src/time/work.ts";
import { openExample, root } from "../guests/example.ts";
import { record, reopen } from "../time/recorded-run.ts";
import { type Answer, chronovisor, folderOf } from "./command.ts";

const folder = folderOf({});
const file = join(folder, "run.chv");
writeFileSync(file, (await record(await openExample("two-vms"), 1.4)).bytes);

/** `travel ARGS` with these lines typed. */
function travel(lines: readonly string[], ...args: string[]): Answer {
  const run = spawnSync(process.execPath, [join(root, "bin/chronovisor.mjs"), "travel", ...args], {
    cwd: root,
    env: { ...process.env, NO_COLOR: "1" },
    input: `${lines.join("\n")}\n`,
    encoding: "utf8",
    timeout: 100_000,
  });
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

/** What was answered to each line. */
function answersTo(lines: readonly string[], { stdout }: Answer): string[] {
  const parts = stdout.split(/^> .*\n/m).slice(1);
  assert.is(parts.length, lines.length, stdout);
  return parts;
}

test("motions and searches tell where they lead, and back leads to where one was", () => {
  const script = [
    "go 300ms",
    "until kernel:highest_ready",
    "next",
    "back next",
    "out",
    "event switch",
    "back slice",
    "stop write kernel:tick_count if value > 5",
    "stop exception SysTick",
    "continue",
    "continue",
    "back",
    "until printed uptime 1000",
    "back-to when kernel:tick_count == 10",
    "go end",
    "back",
  ];
  const answer = travel(script, file);
  assert.is(answer.code, 0, answer.stderr);
  const told = answersTo(script, answer);
  assert.match(told[0] ?? "", /^0\.300000000 s {2}tick \d+ {2}baremetal {2}wait_for_interrupt .* asleep\n$/);
  assert.match(told[1] ?? "", /highest_ready \(kernel\/kernel\.c:41\) {2}SysTick\n$/);
  assert.is(told[3], told[1]);
  assert.match(told[5] ?? "", /^switch: .* from (baremetal|kernel) to (kernel|baremetal)\n/);
  assert.match(told[7] ?? "", /^stop 1: write kernel:tick_count if value > 5\n$/);
  const [first, second, again] = [told[9] ?? "", told[10] ?? "", told[11] ?? ""];
  assert.match(first, /^(exception: .*SysTick|about to write 0x[0-9a-f]{8} to 0x)/);
  assert.is.not(second, first);
  assert.is(again, first);
  assert.match(told[12] ?? "", /^console: kernel .*: VM1: uptime 1000 ms\n/);
  assert.match(told[13] ?? "", /^the condition begins to hold\n.* kernel /);
  assert.match(told[14] ?? "", /^1\.400000000 s/);
  assert.match(told[15] ?? "", /^(exception|about to write)/);
});

test("every question has its answer", () => {
  const asked: readonly (readonly [string, RegExp])[] = [
    ["regs", /^r0 .*\n[\s\S]*non-secure +secure\n[\s\S]*msp/],
    ["mem 0x20020000 32", /^0x20020000 {2}([0-9a-f]{2} ){15}[0-9a-f]{2} {2}.{16}\n0x20020010/],
    ["backtrace", /^#0 .*wait_for_interrupt .*\(inlined\).*\n#1 .*(main|idle)/],
    [
      "threads",
      /kernel: kernel, up 1\.\d+ s\n {2}clock +sleeping until 2\.000 s guest time .*thread_sleep < clock_thread/,
    ],
    ["vms", /kernel\.elf .*config\.c:\d+ .*last line/],
    ["sau", /^SAU on.*\n0 +0x[0-9a-f]{8}\.\.0x[0-9a-f]{8} +non-secure.*config\.c:\d+/],
    ["mpu", /^MPU_NS off/],
    ["nvic", /FLEXCOMM.*config\.c:\d+/i],
    ["why 0x20017000", /granted: [\s\S]*SAU entry \d was set at 1\.\d+ s, tick \d+, by hypervisor/],
    ["last-write kernel:tick_count", /written to 0x[0-9a-f]{8}[\s\S]*systick_handler/],
    ["last-read kernel:tick_count,4", /read from 0x[0-9a-f]{8}/],
    ["last-call kernel:highest_ready", /highest_ready.*\n#1 .*reschedule/],
    ["last-call kernel:wait_for_interrupt", /merged into its caller/],
    ["who-ran 300ms 340ms", /^kernel idle +\d+\.\d % [\s\S]*baremetal [\s\S]*\n0\.300000000 s/],
    ["printed uptime 0", /VM1: uptime 0 ms/],
  ];
  const script = asked.flatMap(([question]) => ["go 1.39s", question]);
  const answer = travel(script, file);
  assert.is(answer.code, 0, answer.stderr);
  const told = answersTo(script, answer);
  asked.forEach(([question, wanted], index) => {
    assert.match(told[2 * index + 1] ?? "", wanted, question);
  });
});

test("the README's tour finds the wrong length behind a memset that has overwritten its own stack", () => {
  const script = ["go 1s", "back event fault", "back-to memset", "backtrace", "last-write stacks+20"];
  const answer = travel(script, "examples/early-memset");
  assert.is(answer.code, 0, answer.stderr);
  const told = answersTo(script, answer);
  assert.match(told[1] ?? "", /^fault: [\s\S]*memset \(runtime\/start\.c:\d+\)\n$/);
  assert.match(told[3] ?? "", /^#0 .* memset .*\n#1 .* early_memset .*\n#2 .* main /);
  assert.match(told[4] ?? "", /0x00040000 written to 0x[0-9a-f]{8} \(4 bytes\)\n#0 .* configure_stacks /);
  const readme = readFileSync(join(root, "README.md"), "utf8");
  for (const line of script) assert.ok(readme.includes(`chv> ${line}\n`), line);
  for (const line of (told[4] ?? "").split("\n").slice(0, 3)) assert.ok(readme.includes(line), line);
});

test("a script ends at its first mistake with exit code 2, and one that finds nothing with 1", () => {
  const wrong = travel(["go 300ms", "until kernel:higest_ready", "go 1s"], file);
  assert.is(wrong.code, 2);
  assert.match(wrong.stderr, /did you mean `highest_ready`/);
  assert.not.match(wrong.stdout, /> go 1s/);
  const none = travel(["go 300ms", "until printed no such text", "back-to write 0x20043ff0", "status"], file);
  assert.is(none.code, 1);
  const told = answersTo(["", "", "", ""], none);
  assert.match(told[1] ?? "", /^nothing of that kind in this run: this is the end of the run\n$/);
  assert.match(told[2] ?? "", /beginning of the run\n$/);
  assert.is(told[3], told[0], "the cursor is where it was");
});

test("a search within a time ends there, in a recording and in a live system, where everybody sleeps", () => {
  const nothing = /^nothing of that kind up to here\n$/;
  const script = ["until printed nosuch within 100ms", "continue within 100ms"];
  const answer = travel(script, file);
  assert.is(answer.code, 1, answer.stderr);
  const told = answersTo(script, answer);
  assert.match(told[0] ?? "", nothing);
  assert.match(told[1] ?? "", /^0\.335450000 s .* asleep\n$/);
  const live = travel(["until printed nosuch"], "examples/two-vms", "--for", "1s");
  assert.is(live.code, 1, live.stderr);
  assert.match(answersTo([""], live)[0] ?? "", nothing);
});

test("a step from an idle loop stays there and says where the run ends, one from the line before goes on", () => {
  const script = [
    "go 1s",
    "next",
    "step",
    "step 3",
    "go end",
    "next",
    "go 300ms",
    "until kernel:highest_ready",
    "next",
  ];
  const answer = travel(script, file);
  assert.is(answer.code, 0, answer.stderr);
  const told = answersTo(script, answer);
  const stays = "no other line of this code begins before the end of the run at 1.400000000 s: `go end` leads there\n";
  for (const index of [1, 2, 3]) assert.is(told[index], `${stays}${told[0]}`);
  assert.is(told[5], `this is the end of the run\n${told[4]}`);
  assert.is.not(told[8], told[7]);
  assert.not.match(told[8] ?? "", /no other line/);
});

test("what is misspelt or does not fit is told with what was meant", async () => {
  const session = openSession(await reopen(readFileSync(file)), {});
  const mistakes: readonly (readonly [string, RegExp])[] = [
    ["nxt", /did you mean `next`/],
    ["go yesterday", /no duration/],
    ["go #4", /no note #4/],
    ["step many", /no number of steps/],
    ["until when r0 ==", /ends too early/],
    ["until when r0 == 5)", /not expected/],
    ["until when r0 = 5", /not understood/],
    ["stop event swich", /did you mean `switch`/],
    ["until exception SysTik", /did you mean `SysTick`/],
    ["until main.c:1", /no code comes from line 1/],
    ["until printed x within 100t", /virtual time/],
    ["type kernel x", /a recording is what it is|gone on/],
    ["delete 7", /no stop 7/],
  ];
  for (const [line, wanted] of mistakes) {
    try {
      finish(perform(session, line.split(" ")));
      assert.unreachable(line);
    } catch (error) {
      assert.ok(error instanceof UsageError, `${line}: ${error}`);
      assert.match(`${error.message}; ${error.hint}`, wanted, line);
    }
  }
});

test("a note is kept in the recording, which stays what it was", () => {
  const before = chronovisor("replay", file, "--verify", "--json");
  const script = ["until printed uptime 1000", "note the second begins here", "notes"];
  assert.match(answersTo(script, travel(script, file))[2] ?? "", /^#1 {2}tick \d+ {2}the second begins here\n$/);
  const again = ["notes", "go #1"];
  const told = answersTo(again, travel(again, file));
  assert.match(told[0] ?? "", /the second begins here/);
  assert.match(told[1] ?? "", /^1\.2594/);
  const { hash, verified } = JSON.parse(chronovisor("replay", file, "--verify", "--json").stdout);
  assert.is(hash, JSON.parse(before.stdout).hash);
  assert.ok(verified);
  assert.not(existsSync(`${file}.partial`));
});

test("a note for a recording that is cut is refused, and nothing of it is lost", () => {
  const cut = join(folder, "cut.chv");
  writeFileSync(cut, readFileSync(file).subarray(0, -60));
  const bytes = readFileSync(cut);
  const { code, stderr } = travel(["note x"], cut);
  assert.is(code, 2);
  assert.match(stderr, /cut or damaged/);
  assert.equal(readFileSync(cut), bytes);
});

test("a branch goes on in a recording of its own, is travelled and replayed, and leads back to its parent", () => {
  const branch = join(folder, "branch.chv");
  const script = [
    "go 600ms",
    `branch ${branch} 'kernel<what if\\n' r9=0x77`,
    "regs",
    "go end",
    "back-to printed what if",
    "parent",
    "until printed what if",
  ];
  const answer = travel(script, file);
  assert.is(answer.code, 1, "the parent never printed it");
  const told = answersTo(script, answer);
  assert.match(told[2] ?? "", /r9 +0x00000077/);
  assert.match(told[4] ?? "", /echo "what if"/);
  assert.match(told[6] ?? "", /nothing of that kind/);
  assert.is(chronovisor("replay", branch, "--verify").code, 0);
  assert.match(chronovisor("at", branch, "700ms", "printed", "what if").stdout, /echo "what if"/);
});

test("a live system is run as far as one goes, typed at, and kept with --record", async () => {
  const kept = join(folder, "kept.chv");
  const script = [
    "go 600ms",
    "type kernel hi there\\n",
    "until printed echo",
    "note an echo",
    "back-to printed uptime 0",
  ];
  const answer = travel(script, "examples/two-vms", "--record", kept);
  assert.is(answer.code, 0, answer.stderr);
  assert.match(answersTo(script, answer)[2] ?? "", /echo "hi there"/);
  assert.is(chronovisor("replay", kept, "--verify").code, 0);
  const system = await openSystem({ path: kept, images: [], loads: [], overrides: [] }, diskFiles);
  assert.is(system.recording?.notes[0]?.text, "an echo");
  assert.is(system.recording?.inputs.length, 1);
});

test("a search that never ends in a live system ends at Ctrl-C and leaves the script with exit code 130", async () => {
  const args = [join(root, "bin/chronovisor.mjs"), "travel", "examples/two-vms", "--for", "100000s"];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["pipe", "pipe", "inherit"] });
  let text = "";
  let killed = false;
  child.stdout.on("data", (chunk) => {
    text += chunk;
    if (killed || !text.includes("> until")) return;
    killed = true;
    setTimeout(() => child.kill("SIGINT"), 300);
  });
  child.stdin.end("until printed no such text\nstatus\n");
  const code = await new Promise((resolve) => child.on("close", resolve));
  assert.match(text, /\ninterrupted\n/);
  assert.is(code, 130);
});

test("a recording that is cut is travelled up to the cut, one with a damaged image is refused, exit 3", () => {
  const bytes = readFileSync(file);
  const cut = join(folder, "short.chv");
  // Behind the images, inside what was recorded of the run: notes, the end and the index are gone.
  writeFileSync(cut, bytes.subarray(0, bytes.length - 200));
  const answer = travel(["go end", "vms"], cut);
  assert.is(answer.code, 0, answer.stderr);
  assert.match(answer.stderr, /REC03/);
  const damaged = join(folder, "damaged.chv");
  const copy = Uint8Array.from(bytes);
  copy[9000] = (copy[9000] ?? 0) ^ 1;
  writeFileSync(damaged, copy);
  const refused = travel(["go end"], damaged);
  assert.is(refused.code, 3);
  assert.match(refused.stderr, /REC04/);
  assert.is(refused.stdout, "");
});

test("a disk that is full ends the recording, not the run: what is written opens up to its last whole piece", () => {
  const full = join(folder, "full.chv");
  // 20 KiB: the images fit, a minute of checks does not.
  const words = ["run", "examples/two-vms", "--for", "60s", "--json", "--record", full].join(" ");
  const run = spawnSync("bash", ["-c", `ulimit -f 20; exec "$0" bin/chronovisor.mjs ${words}`, process.execPath], {
    cwd: root,
    env: { ...process.env, NO_COLOR: "1" },
    encoding: "utf8",
    timeout: 100_000,
  });
  assert.is(run.status, 0, run.stderr);
  assert.match(run.stderr, /REC07/);
  assert.is(JSON.parse(run.stdout).time_ns, 60_000_000_000, "the run goes on to its end");
  assert.not(existsSync(full));
  const answer = travel(["go 300ms"], `${full}.partial`);
  assert.match(answer.stderr, /REC0[34]/);
});

test("completion offers commands first, then symbols, VMs, registers and kinds where they fit", async () => {
  const complete = createCompleter(await reopen(readFileSync(file)));
  const has = (line: string, ...wanted: string[]): void => {
    const [found] = complete(line);
    for (const one of wanted) assert.ok(found.includes(one), `${line}: ${one} in ${found.slice(0, 9)}`);
  };
  has("", "go", "step", "until", "backtrace", "who-ran", "note");
  has("until kernel:high", "kernel:highest_ready");
  has("until wr", "write");
  has("last-write tick_c", "tick_count");
  has("until main if r", "r0", "r12");
  has("stop main if v", "vm", "value");
  has("event sw", "switch");
  has("type k", "kernel");
  assert.equal(complete("regs x")[0], []);
});

test("help fits on a page", () => {
  const { stdout } = travel(["help"], file);
  assert.ok(stdout.split("\n").length < 55);
});

test.run();
