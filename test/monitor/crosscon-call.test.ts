/**
 * Hypercalls, faults and the state block of the CROSSCON monitor (fact sheet crosscon-armv8m sections 10 and 11;
 * DESIGN 4).
 */
import * as fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { crossconBlock } from "../../src/monitor/crosscon/state.ts";
import { lines, pair, type Run, start } from "./crosscon-run.ts";
import { bareMetal, sharedPage, system, twoVms, zephyr } from "./system.ts";

test("an IPC call pends the partner's interrupt, which becomes pending in the NVIC when the partner is entered", () => {
  const run = start(twoVms());
  run.call(1, 0, 0);
  assert.equal(
    run.host.moments.filter((m) => m.kind === "inject").map((m) => m.fields),
    [{ vm: 1, interrupt: 79 }],
  );
  assert.equal(pair(run.host.nvic.pending), [0, 0]);
  run.slice();
  assert.equal(pair(run.host.nvic.pending), [0, (1 << 31) >>> 0]);
});

test("a call comes back to LR, Non-secure, with all registers and flags as they were: the result is lost", () => {
  const run = start(twoVms());
  const { cpu } = run.host;
  for (let register = 0; register < 13; register++) cpu.r[register] = 0x5000 + register;
  cpu.flagC = 1;
  run.call(7, 8, 9);
  assert.equal(
    [...Array(13).keys()].map((n) => cpu.r[n]),
    [7, 8, 9, ...[3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((n) => 0x5000 + n)],
  );
  assert.equal([cpu.r[14], cpu.r[15], cpu.secure, cpu.flagC, cpu.primask[1]], [0x41000, 0x41000, 0, 1, 0]);
});

const resultOf = (run: Run): unknown => run.host.moments.filter((m) => m.kind === "hypercall").at(-1)?.fields.result;

test("results: 0 for a notification, -3 for an ipc that is not there, -2 with a WARNING for an unknown id", () => {
  const run = start(twoVms());
  run.call(1, 0, 0);
  assert.is(resultOf(run), 0);
  run.call(1, 1, 0);
  assert.is(resultOf(run), -3);
  run.call(0);
  assert.is(resultOf(run), -2);
  assert.is(lines(run.host).at(-2), "CROSSCONHYP WARNING: Unknown hypercall id 0");
  run.call(9);
  assert.is(lines(run.host).at(-2), "CROSSCONHYP WARNING: Unknown hypercall id 9");
});

test("ids 2 to 4 are known and fail under CROSSCON; under Bao only 2", () => {
  const crosscon = start(twoVms());
  const bao = start(twoVms(), {}, "bao");
  const results = (run: Run): unknown[] =>
    [2, 3, 4, 5].map((id) => {
      run.call(id);
      return resultOf(run);
    });
  assert.equal(results(crosscon), [-1, -1, -1, -2]);
  assert.equal(results(bao), [-1, -2, -2, -2]);
});

test("an event that the partner has no interrupt for freezes everything", () => {
  const run = start(twoVms());
  run.call(1, 0, 1);
  assert.is(lines(run.host).at(-2), "CROSSCONHYP ERROR: ipc event out of range");
  assert.equal([run.host.frozen.fields?.code, run.host.frozen.fields?.event], ["IPC02", 1]);
  assert.is(run.host.actions.at(-1)?.what, "freeze");
});

test("every other VM with the same shared memory is notified, the caller is not", () => {
  const third = {
    ...zephyr,
    regions: [[0x20030000, 0x1000]] as const,
    devs: [],
    ipcs: [[0x20017000, 0x1000, 0, [77]]] as const,
  };
  const { image: _, ...without } = third;
  const run = start(system([bareMetal, zephyr, without], sharedPage));
  run.call(1, 0, 0);
  assert.equal(
    run.host.moments.filter((m) => m.kind === "inject").map((m) => m.fields.interrupt),
    [79, 77],
  );
});

test("a SecureFault freezes without a word, and the report knows who, where and why", () => {
  const run = start(twoVms());
  const { host } = run;
  const said = host.console.text;
  host.cpu.sp[1] = 0x20016000;
  host.cpu.control[0] = 2;
  for (let word = 0; word < 8; word++) host.words.set(0x20016000 + word * 4, 0xa0 + word);
  host.words.set(0xe000ede4, 0x48);
  host.words.set(0xe000ede8, 0x40020004);
  run.exception(7);
  assert.is(host.console.text, said);
  const { code, vm, name, cause, address, pc, lr, frame, excReturn } = host.frozen.fields ?? {};
  assert.equal(
    [code, vm, name, cause, address, pc, lr, frame, excReturn],
    ["FLT01", 0, "SecureFault", "AUVIOL", 0x40020004, 0xa6, 0xa5, 0x20016000, 0xffffffb9],
  );
  assert.is(run.monitor.currentVm(), -1);
});

test("the frame of a fault in Handler mode is on the main stack, whatever CONTROL says", () => {
  const run = start(twoVms());
  run.host.cpu.sp.set([0x20014000, 0x20016000]);
  run.host.cpu.control[0] = 2;
  run.exception(7, 0xffffffb1);
  assert.is(run.host.frozen.fields?.frame, 0x20014000);
});

test("a fault whose frame lies outside memory is reported without its registers", () => {
  const run = start(twoVms());
  run.exception(7);
  const { frame, pc } = run.host.frozen.fields ?? {};
  assert.equal([frame, pc], [0, null]);
});

test("faultReport silent tells nothing but the code", () => {
  const run = start(twoVms(), { faultReport: "silent" });
  run.exception(7);
  assert.equal(run.host.frozen.fields, { why: "the hypervisor loops without a word", code: "FLT01", text: null });
});

/** What the guests and the timer may do next. */
type Step = "slice" | "notify" | "unknown" | "busy" | "idle" | "enable";
const steps: readonly Step[] = ["slice", "notify", "unknown", "busy", "idle", "enable"];

function take(run: Run, step: Step): void {
  if (step === "slice") run.slice();
  if (step === "notify") run.call(1, 0, 0);
  if (step === "unknown") run.call(12, 3, 4);
  if (step === "busy") run.host.nvic.active.set([run.host.nvic.target[0] ?? 0]);
  if (step === "idle") run.host.nvic.active.set([0]);
  if (step === "enable") run.host.write(0xe002e100, 4, 0xffffffff);
}

const bytesOf = (run: Run): string => {
  const view = run.state as unknown as Record<string, number | ArrayLike<number>>;
  return Object.keys(crossconBlock.fields)
    .map((field) => {
      const value = view[field];
      return `${field}=${typeof value === "number" ? value : Array.from(value ?? [])}`;
    })
    .join("\n");
};

test("a fresh monitor on copied state goes on exactly as the old one", () => {
  const seed = 20260706;
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...steps), { maxLength: 20 }),
      fc.array(fc.constantFrom(...steps), { maxLength: 20 }),
      fc.constantFrom("deferred" as const, "switch" as const),
      (before, after, absentIrq) => {
        const one = start(twoVms(), { absentIrq });
        for (const step of before) take(one, step);
        const two = one.fork();
        const [actions, said] = [one.host.actions.length, one.host.console.text.length];
        for (const step of after) take(one, step);
        for (const step of after) take(two, step);
        assert.equal(two.host.actions, one.host.actions.slice(actions));
        assert.is(two.host.console.text, one.host.console.text.slice(said));
        assert.is(bytesOf(two), bytesOf(one));
        assert.is(two.host.cycle(), one.host.cycle());
      },
    ),
    { seed, numRuns: 60 },
  );
});

test.run();
