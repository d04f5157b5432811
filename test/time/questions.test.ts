import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Access, setProbes } from "../../src/machine/probes.ts";
import { powerOn } from "../../src/system/power-on.ts";
import type { System } from "../../src/system/system.ts";
import { createInputQueue } from "../../src/time/input.ts";
import { callChain } from "../../src/time/questions/calls.ts";
import { eventsOf } from "../../src/time/questions/events.ts";
import { interruptRows } from "../../src/time/questions/interrupts.ts";
import { momentOf, registersOf, vmRows } from "../../src/time/questions/moment.ts";
import { functionEntries, isPlace, placeOf } from "../../src/time/questions/place.ts";
import { sauOf } from "../../src/time/questions/protection.ts";
import { lastAccess, lastCall, printed } from "../../src/time/questions/search.ts";
import { sauSetting } from "../../src/time/questions/setting.ts";
import { whoRan } from "../../src/time/questions/who-ran.ts";
import { whyAt } from "../../src/time/questions/why.ts";
import { advance } from "../../src/time/session.ts";
import { openTimeline, type Timeline } from "../../src/time/timeline.ts";
import { finish } from "../../src/time/work.ts";
import { openExample, start, startExample } from "../guests/example.ts";
import { record, reopen, seconds, silent } from "./recorded-run.ts";

const example = await openExample("two-vms");
const system = await reopen((await record(example, 0.4)).bytes);
const timelineAt = (second: number): Timeline => {
  const timeline = openTimeline(system);
  finish(timeline.seek({ beat: seconds(second) }));
  return timeline;
};
const addressOf = (of: System, text: string): number => {
  const place = placeOf(of, text);
  if (!isPlace(place)) throw new Error(place.problem);
  return place.address;
};

test("the last write of a word is the last one that a run forward sees", () => {
  const address = addressOf(system, "kernel:tick_count");
  const seen: Access[] = [];
  const machine = powerOn(system, silent);
  setProbes(machine, { breakpoints: [], watches: [{ address, sizeBytes: 4, kind: "write" }] });
  machine.listener.onAccess = (access) => seen.push(access);
  advance(machine, createInputQueue(), { beat: seconds(0.38) });
  const found = finish(lastAccess(timelineAt(0.38), "write", address, 4));
  assert.ok(seen.length > 2, "the kernel counts its ticks");
  assert.is(found?.tick, seen.at(-1)?.tick);
  assert.is(found?.value, seen.at(-1)?.value);
  assert.is(found?.vm, "kernel");
  assert.is(found?.frames[0]?.vm, "kernel");
});

test("what nobody has written since power-on has no last write", () => {
  assert.is(finish(lastAccess(timelineAt(0.3), "write", 0x20017000, 64)), null);
});

test("the last call stands at the function's first instruction with its arguments in registers", () => {
  const timeline = timelineAt(0.38);
  const address = addressOf(system, "baremetal:main");
  const found = finish(lastCall(timeline, address));
  assert.is(timeline.machine.core.cpu.r[15], address);
  assert.is(found?.frames[0]?.function, "main");
  assert.equal(found?.arguments, registersOf(timeline.machine).r.slice(0, 4));
});

test("the last call of a function that the compiler merged into others is the last time that a copy began", () => {
  const entries = functionEntries(system, "kernel:wait_for_interrupt");
  assert.ok(!("problem" in entries) && entries.length > 0);
  const wanted = "problem" in entries ? [] : entries;
  assert.ok(
    !system.images.some(({ image }) => image.symbols.named("wait_for_interrupt") !== null),
    "no code of its own",
  );
  const seen: number[] = [];
  const machine = powerOn(system, silent);
  const inputs = createInputQueue();
  advance(machine, inputs, { beat: seconds(0.36) });
  while (machine.now() < seconds(0.38)) {
    if (machine.core.cpu.secure === 0 && wanted.includes(machine.core.cpu.r[15] ?? 0)) seen.push(machine.tick());
    advance(machine, inputs, { tick: machine.tick() + 1, beat: seconds(0.38) });
  }
  const found = finish(lastCall(timelineAt(0.38), wanted));
  assert.ok(seen.length > 0);
  assert.is(found?.tick, seen.at(-1));
  assert.equal(found?.arguments, []);
  assert.is(found?.frames[0]?.function, "wait_for_interrupt");
  assert.is(found?.frames[1]?.kind, "inlined");
});

test("who ran tells the whole window without gaps, its VMs as the switches have them, and stays where it was", () => {
  const timeline = timelineAt(0.4);
  const here = timeline.now();
  const [from, to] = [{ beat: seconds(0.3) }, { beat: seconds(0.36) }];
  const { stints, shares } = finish(whoRan(timeline, from, to));
  assert.equal(timeline.now(), here);
  const window = stints.reduce((sum, one) => sum + one.duration_ns, 0);
  assert.is(window, 60_000_000);
  assert.is(
    shares.reduce((sum, one) => sum + one.duration_ns, 0),
    window,
  );
  stints.forEach((one, index) => {
    const next = stints[index + 1];
    if (next !== undefined) assert.is(one.time_ns + one.duration_ns, next.time_ns);
  });
  const switches = [...eventsOf(system, { kinds: ["switch"], vm: null, from, to })].flat();
  const guests = stints.map(({ vm }) => vm).filter((vm, index, all) => vm !== "hypervisor" && vm !== all[index - 1]);
  const changes = guests.filter((vm, index) => vm !== guests[index - 1]);
  assert.is(changes.length, switches.length + 1);
  assert.ok(shares.some(({ who, asleep_ns }) => who === "idle" && asleep_ns > 0.9 * 30e6));
  assert.ok(shares.some(({ who }) => who === "SysTick"));
});

test("the hypervisor has set the SAU at the last switch before", () => {
  const timeline = timelineAt(0.36);
  const here = timeline.now();
  const set = finish(sauSetting(timeline, 0));
  const switches = timeline.annals.events.filter(({ kind, beat }) => kind === "switch" && beat <= here.beat);
  assert.is(set?.by, "hypervisor");
  assert.is(set?.tick, switches.at(-1)?.tick);
  assert.equal(timeline.now(), here);
});

test("every SAU entry in use points at the lines of the configuration that hold its addresses", () => {
  const timeline = timelineAt(0.3);
  const { entries, enabled } = sauOf(system, timeline.machine);
  assert.ok(enabled);
  const used = entries.filter((one) => one.enabled);
  assert.is(used.length, 5);
  assert.equal(
    used.filter((one) => one.from.length === 0).map((one) => one.hypercall),
    [true],
  );
  const texts = [...system.texts].find(([file]) => file.endsWith("config.c"))?.[1].split("\n") ?? [];
  for (const { from, base, last } of used) {
    for (const { place, base: granted } of from) {
      const line = Number(place.split(":").at(-1));
      const nearby = texts
        .slice(line - 1, line + 3)
        .join("\n")
        .toLowerCase();
      assert.match(nearby, new RegExp(`0x0*${granted.toString(16)}`), place);
      assert.ok(granted >= base && granted <= last, place);
    }
  }
});

test("after a switch the SAU table is that of the other VM", () => {
  const [first, second] = [timelineAt(0.3), timelineAt(0.31)];
  assert.is(momentOf(first).vm, "baremetal");
  assert.is(momentOf(second).vm, "kernel");
  const owners = (one: Timeline): Set<string | null> =>
    new Set(sauOf(system, one.machine).entries.flatMap(({ from }) => from.map(({ vm }) => vm)));
  assert.equal([...owners(first)], ["baremetal"]);
  assert.equal([...owners(second)], ["kernel"]);
});

test("`why` denies at the moment of a fault what faulted", async () => {
  const faulty = await startExample("faults/device-not-granted");
  faulty.runTo(2);
  const freeze = faulty.moments.find(({ kind }) => kind === "freeze");
  const address = Number(freeze?.fields.address);
  assert.ok(address > 0, "the example freezes at an address");
  const why = whyAt(await openExample("faults/device-not-granted"), faulty.machine, address);
  assert.is(why.attribute, "secure");
  assert.is(why.sau, null);
  for (const rights of [why.non_secure.privileged, why.non_secure.unprivileged]) {
    assert.equal([rights.read, rights.write, rights.execute], [false, false, false]);
  }
});

test("`why` allows every access that a VM has just made", () => {
  const timeline = timelineAt(0.38);
  const address = addressOf(system, "kernel:tick_count");
  finish(lastAccess(timeline, "write", address, 4));
  const why = whyAt(system, timeline.machine, address);
  assert.is(why.attribute, "non-secure");
  assert.ok(why.non_secure.privileged.write && why.writable_memory);
  assert.equal(
    why.grants.map(({ vm, element }) => `${vm} ${element}`),
    ["kernel regions[0]"],
  );
  const pc = timeline.machine.core.cpu.r[15] ?? 0;
  const code = whyAt(system, timeline.machine, pc);
  assert.ok(code.non_secure.privileged.execute);
  assert.not(code.writable_memory);
});

test("a printed text leads to the tick of its first byte", () => {
  const timeline = timelineAt(0.4);
  const run = start(example);
  run.runTo(0.4);
  const found = finish(printed(timeline, "uptime 0"));
  assert.is(found?.text, "VM1: uptime 0 ms");
  const second = run.secondOf("flexcomm2", "VM1: uptime 0 ms");
  assert.ok(Math.abs((found?.time_ns ?? 0) / 1e9 - second) < 1e-6);
  assert.is(timeline.machine.tick(), found?.tick);
  assert.is(finish(printed(timeline, "no such line")), null);
});

test("the interrupts of the configuration belong to their VMs", () => {
  const rows = interruptRows(system, timelineAt(0.3).machine);
  const owner = (line: number): string | undefined => rows.find((one) => one.line === line)?.owners[0]?.vm;
  assert.is(owner(16), "kernel");
  assert.is(owner(17), "baremetal");
  const own = rows.find(({ line }) => line === 17);
  assert.is(own?.target, "non-secure");
});

test("a symbol of two images wants its VM, a misspelt one gets a suggestion", () => {
  const [both, wrong, vm] = [placeOf(system, "main"), placeOf(system, "kernel:tick_cuont"), placeOf(system, "x:main")];
  assert.ok(!isPlace(both) && both.help?.includes("baremetal:main or kernel:main"));
  assert.ok(!isPlace(wrong) && wrong.help === "did you mean `tick_count`?");
  assert.ok(!isPlace(vm) && vm.help === "there are baremetal, kernel");
  assert.is(addressOf(system, "kernel:tick_count+0x10"), addressOf(system, "kernel:tick_count") + 16);
  assert.not(isPlace(placeOf(system, "0x100000000")));
});

test("a backtrace names the calls with their lines, parts that the compiler merged included", () => {
  const { frames } = callChain(system, timelineAt(0.3).machine);
  const names = frames.map((one) => one.function);
  assert.equal(names.slice(0, 2), ["wait_for_interrupt", "main"]);
  assert.is(frames[1]?.kind, "inlined");
  assert.ok(frames[1]?.file?.endsWith("baremetal/main.c") && (frames[1]?.line ?? 0) > 0);
});

test("VMs tell the last line they had printed by then, and not a later one", () => {
  const timeline = timelineAt(0.4);
  const at = timeline.annals.events.find(({ kind, vm }) => kind === "console" && vm === "kernel");
  finish(timeline.seek({ beat: (at?.beat ?? 0) - 1_000_000 }));
  assert.is(vmRows(timeline)[1]?.last_line, null);
});

test("events of any kinds are those that the run tells by itself, in order, each with its tick", () => {
  const run = start(example);
  run.runTo(0.4);
  const kinds = ["switch", "slice", "hypercall", "exception"];
  const all = [...eventsOf(system, { kinds, vm: null, from: {}, to: {} })].flat();
  const count = (kind: string): number => run.moments.filter((one) => one.kind === kind).length;
  for (const kind of kinds) assert.is(all.filter((one) => one.kind === kind).length, count(kind), kind);
  assert.ok(all.every((one, index) => index === 0 || one.tick >= (all[index - 1]?.tick ?? 0)));
  const window = { from: { beat: seconds(0.3) }, to: { beat: seconds(0.35) } };
  const part = [...eventsOf(system, { kinds, vm: "kernel", ...window })].flat();
  const nanoseconds = (one: { readonly time_ns: number }): boolean => one.time_ns >= 3e8 && one.time_ns <= 3.5e8;
  assert.equal(
    part,
    all.filter((one) => one.vm === "kernel" && nanoseconds(one)),
  );
  assert.ok(part.length > 0);
});

test.run();
