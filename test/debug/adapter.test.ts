/** The Debug Adapter Protocol, driven as an editor drives it. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { StartArguments } from "../../src/debug/adapter/adapter.ts";
import { Refusal } from "../../src/debug/adapter/desk.ts";
import { openTimeline, type Timeline } from "../../src/time/timeline.ts";
import { finish } from "../../src/time/work.ts";
import { openExample, root } from "../guests/example.ts";
import { hashOf, record, reopen, runAgain } from "../time/recorded-run.ts";
import { at, type Client, connect } from "./adapter-session.ts";

const recordings = {
  "two-vms": (await record(await openExample("two-vms"), 1.4)).bytes,
  "early-memset": (await record(await openExample("early-memset"), 0.5)).bytes,
};
type Name = keyof typeof recordings;

/** The run of the client under test. */
const held: { timeline: Timeline | null } = { timeline: null };

async function open({ system = "" }: StartArguments): Promise<Timeline> {
  if (!Object.hasOwn(recordings, system)) throw new Refusal(`there is no \`${system}\``);
  held.timeline = openTimeline(await reopen(recordings[system as Name]));
  return held.timeline;
}

/** Launched, standing at the begin, or attached, standing at the end. */
async function started(name: Name, kind: "launch" | "attach" = "launch", more: StartArguments = {}): Promise<Client> {
  const client = connect(open);
  await client.ask("initialize", { adapterID: "chronovisor" });
  await client.ask(kind, { system: name, ...more });
  await client.event("initialized");
  await client.ask("configurationDone");
  assert.is((await client.event("stopped")).reason, "entry");
  return client;
}

/** The run is what it would have been. */
async function leave(client: Client, name: Name): Promise<void> {
  const { timeline } = held;
  await client.ask("disconnect");
  await client.done;
  if (timeline === null) throw new Error("nothing is open");
  finish(timeline.seek(timeline.end() ?? timeline.known()));
  assert.is(hashOf(timeline.machine), hashOf(runAgain(await reopen(recordings[name]))));
}

const nameOf = async (client: Client, threadId: number | undefined): Promise<string> => {
  const { stackFrames } = await client.ask("stackTrace", { threadId, levels: 1 });
  return at(stackFrames, 0).name;
};
const tickOf = async (client: Client): Promise<number> => {
  const { result } = await client.ask("evaluate", { expression: "when", context: "repl" });
  return Number(/^tick (\d+)/.exec(result)?.[1]);
};

test("threads are the VMs and the hypervisor, with frames, registers, statics and source of each", async () => {
  const client = await started("two-vms");
  const source = { path: `${root}guests/kernel/main.c` };
  const { breakpoints } = await client.ask("setBreakpoints", { source, breakpoints: [{ line: 40 }] });
  assert.is(at(breakpoints, 0).verified, true);
  const stopped = await client.go("continue", { threadId: 1 });
  assert.is(stopped.reason, "breakpoint");
  assert.equal(stopped.hitBreakpointIds, [at(breakpoints, 0).id]);
  const { threads } = await client.ask("threads");
  const names = threads.map(({ name }) => name);
  for (const name of ["baremetal (not in)", "kernel: clock (running)", "hypervisor (not in)"])
    assert.ok(names.includes(name), `${name} in ${names}`);
  const { stackFrames } = await client.ask("stackTrace", { threadId: stopped.threadId });
  assert.is(at(stackFrames, 0).name, "clock_thread");
  assert.is(at(stackFrames, 0).line, 40);
  assert.is(at(stackFrames, 0).source?.path, source.path);
  const { scopes } = await client.ask("scopes", { frameId: at(stackFrames, 0).id });
  assert.equal(
    scopes.map(({ name }) => name),
    ["Locals", "Registers", "Processor", "Statics"],
  );
  const [, registers, , statics] = scopes;
  const { variables } = await client.ask("variables", { variablesReference: registers?.variablesReference });
  assert.is(at(variables, 15).name, "pc");
  assert.is(Number.parseInt(at(variables, 15).value, 16), Number(at(stackFrames, 0).instructionPointerReference));
  const all = await client.ask("variables", { variablesReference: statics?.variablesReference });
  assert.ok(all.variables.some(({ name }) => name === "current_thread"));
  const other = threads.find(({ name }) => name.startsWith("baremetal"));
  assert.is(await nameOf(client, other?.id), "wait_for_interrupt");
  await leave(client, "two-vms");
});

test("steps go over and into calls and out of them, back over them, and back to the breakpoint before", async () => {
  const client = await started("early-memset");
  await client.ask("setFunctionBreakpoints", { breakpoints: [{ name: "fill_stacks" }, { name: "no_such" }] });
  await client.go("continue", { threadId: 1 });
  assert.is(await nameOf(client, 1), "fill_stacks");
  const entry = await tickOf(client);
  assert.is((await client.go("next", { threadId: 1 })).reason, "step");
  await client.go("next", { threadId: 1 });
  assert.is(await nameOf(client, 1), "fill_stacks");
  const over = await tickOf(client);
  await client.go("stepIn", { threadId: 1 });
  assert.is(await nameOf(client, 1), "early_memset");
  await client.go("stepOut", { threadId: 1 });
  assert.is(await nameOf(client, 1), "fill_stacks");
  const after = await tickOf(client);
  assert.ok(after > over + 2048, "the whole memset lies in between");
  await client.go("stepBack", { threadId: 1 });
  assert.ok((await tickOf(client)) <= over, "a step back goes over the call");
  await client.go("next", { threadId: 1, granularity: "instruction" });
  await client.go("stepBack", { threadId: 1, granularity: "instruction" });
  const back = await client.go("reverseContinue", { threadId: 1 });
  assert.is(back.reason, "breakpoint");
  assert.is(await tickOf(client), entry);
  await leave(client, "early-memset");
});

test("a breakpoint inside a call that is stepped over stops the step", async () => {
  const client = await started("early-memset");
  await client.ask("setFunctionBreakpoints", { breakpoints: [{ name: "fill_stacks" }] });
  await client.go("continue", { threadId: 1 });
  await client.go("next", { threadId: 1 });
  await client.ask("setFunctionBreakpoints", { breakpoints: [{ name: "memset" }] });
  let stopped = await client.go("next", { threadId: 1 });
  for (let count = 0; count < 3 && stopped.reason === "step"; count++)
    stopped = await client.go("next", { threadId: 1 });
  assert.is(stopped.reason, "breakpoint");
  assert.is(await nameOf(client, 1), "memset");
  await leave(client, "early-memset");
});

test("from the fault back to who made the length, by a data breakpoint on what an expression names", async () => {
  const client = await started("early-memset", "attach");
  await client.ask("setExceptionBreakpoints", { filters: ["fault"] });
  const fault = await client.go("reverseContinue", { threadId: 1 });
  assert.is(fault.reason, "exception");
  assert.match((await client.ask("exceptionInfo", { threadId: fault.threadId })).description, /guest/);
  await client.ask("setExceptionBreakpoints", { filters: [] });
  await client.ask("setFunctionBreakpoints", { breakpoints: [{ name: "memset" }] });
  await client.go("reverseContinue", { threadId: 1 });
  const { result } = await client.ask("evaluate", { expression: "stacks[1].size", context: "watch" });
  assert.is(result, "262144 (0x40000)");
  assert.is(
    (await client.ask("evaluate", { expression: "stacks[1].name", context: "hover" })).result.slice(-8),
    '"worker"',
  );
  const { dataId, accessTypes } = await client.ask("dataBreakpointInfo", { name: "stacks[1].size" });
  assert.ok(accessTypes?.includes("write"));
  await client.ask("setFunctionBreakpoints", { breakpoints: [] });
  await client.ask("setDataBreakpoints", { breakpoints: [{ dataId, accessType: "write" }] });
  const found = await client.go("reverseContinue", { threadId: 1 });
  assert.is(found.reason, "data breakpoint");
  assert.is(await nameOf(client, found.threadId), "configure_stacks");
  await leave(client, "early-memset");
});

test("expressions of C have their values in a frame: locals, registers, members, memory, arithmetic", async () => {
  const client = await started("early-memset");
  await client.ask("setFunctionBreakpoints", { breakpoints: [{ name: "memset" }] });
  await client.go("continue", { threadId: 1 });
  const { stackFrames } = await client.ask("stackTrace", { threadId: 1 });
  const [inner, outer] = [at(stackFrames, 0).id, stackFrames.find(({ name }) => name === "fill_stacks")?.id];
  const value = async (expression: string, frameId = inner): Promise<string> =>
    (await client.ask("evaluate", { expression, frameId, context: "watch" })).result;
  // What AAPCS32 says about the arguments of memset(to, value, sizeBytes).
  const size = await value("$r2");
  assert.is(Number(size.split(" ")[0]), Number((await value("stacks[0].size")).split(" ")[0]));
  assert.is(await value("i", outer), "0");
  assert.is(await value("stacks[i].size == 0x800 && i < 1", outer), "1");
  assert.is(await value("(stacks + 1)->size", outer), "262144 (0x40000)");
  assert.is(await value("*&stacks[1].size"), "262144 (0x40000)");
  assert.is(await value("*(unsigned char *)&stacks[1].size"), "0");
  assert.is(await value("((unsigned char *)&stacks[1].size)[2]"), "4");
  assert.is(await value("-1 < 0"), "1");
  assert.is(await value("-1 < 0u"), "0");
  assert.is(await value("(uint32_t)-1 < (uint8_t)300"), "0");
  assert.is(await value("1 << 4 | 'A' % 3"), "18 (0x12)");
  assert.is(await value("*stacks"), await value("stacks[0]"));
  assert.match(await value("main"), /^0x[0-9a-f]{8} <main>$/);
  const { variablesReference } = await client.ask("evaluate", { expression: "&stacks[1]", frameId: inner });
  assert.is(variablesReference, 0);
  for (const [expression, words] of [
    ["i", /no symbol/],
    ["stacks[0].nothing", /has no member `nothing`/],
    ["1 / 0", /division by zero/],
    ["stacks = 1", /no expression/],
    ["*0x01000000", /no memory answers/],
    ["&$sp", /only what lies in memory/],
    ["(struct nowhere *)0", /no image has a type/],
  ] as const) {
    const frameId = expression === "i" ? inner : outer;
    const refusal = await client.ask("evaluate", { expression, frameId, context: "watch" }).then(
      ({ result }) => result,
      (error: Error) => error.message,
    );
    assert.match(refusal, words, expression);
  }
  await leave(client, "early-memset");
});

/** Ticks at which a client stops while it goes one way. */
async function stopsOf(client: Client, way: "continue" | "reverseContinue"): Promise<number[]> {
  const ticks: number[] = [];
  while ((await client.go(way, { threadId: 1 })).reason === "breakpoint") ticks.push(await tickOf(client));
  return ticks;
}

test("a breakpoint stops where its condition holds, at the hits that are asked for, or says something", async () => {
  const client = await started("early-memset");
  const stopping = async (terms: object): Promise<number[]> => {
    await client.ask("setFunctionBreakpoints", { breakpoints: [] });
    await client.go("restart");
    const { breakpoints } = await client.ask("setFunctionBreakpoints", {
      breakpoints: [{ name: "usart_put", ...terms }],
    });
    assert.ok(at(breakpoints, 0).verified, at(breakpoints, 0).message);
    return stopsOf(client, "continue");
  };
  const all = await stopping({});
  assert.ok(all.length > 20);
  const letters: string[] = [];
  await stopping({ logMessage: "put {c}, {no_such} at {n + 1}" });
  for (const [, letter = ""] of client.output("console").matchAll(/put \d+ (?:\(0x\w+\)|'(.)'), <.*> at 4\n/g))
    letters.push(letter);
  assert.is(client.output("console").match(/^put /gm)?.length, all.length);
  assert.match(letters.join(""), "early-memset:");
  const conditional = await stopping({ condition: "c == 'e' && n == 3" });
  assert.equal(
    conditional,
    all.filter((_, index) => letters[index] === "e"),
  );
  assert.equal(await stopsOf(client, "reverseContinue"), [...conditional].reverse());
  assert.equal(await stopping({ hitCondition: "3" }), all.slice(2));
  assert.equal(await stopping({ hitCondition: "== 3" }), all.slice(2, 3));
  assert.equal(
    await stopping({ hitCondition: "% 5" }),
    all.filter((_, index) => index % 5 === 4),
  );
  assert.equal(await stopping({ condition: "c == 'e'", hitCondition: "== 2" }), conditional.slice(1, 2));
  const bad = await client.ask("setFunctionBreakpoints", {
    breakpoints: [
      { name: "usart_put", condition: "c ==" },
      { name: "usart_put", hitCondition: "often" },
    ],
  });
  assert.equal(
    bad.breakpoints.map(({ verified }) => verified),
    [false, false],
  );
  await leave(client, "early-memset");
});

test("disassembly comes from our rows, also in front of an address, with names and lines; memory is read", async () => {
  const client = await started("early-memset");
  await client.ask("setFunctionBreakpoints", { breakpoints: [{ name: "memset" }] });
  await client.go("continue", { threadId: 1 });
  const { stackFrames } = await client.ask("stackTrace", { threadId: 1 });
  const memoryReference = at(stackFrames, 0).instructionPointerReference;
  const args = { memoryReference, instructionOffset: -3, instructionCount: 12 };
  const { instructions } = await client.ask("disassemble", args);
  assert.is(instructions.length, 12);
  assert.is(at(instructions, 3).address, memoryReference);
  assert.is(at(instructions, 3).symbol, "memset");
  assert.ok(instructions.some(({ instruction }) => /^strb/.test(instruction)));
  assert.is(at(instructions, 3).location?.path, `${root}guests/runtime/start.c`);
  const { data, unreadableBytes } = await client.ask("readMemory", { memoryReference, count: 4 });
  const bytes = [...Buffer.from(data ?? "", "base64")].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
  assert.ok(bytes.startsWith(at(instructions, 3).instructionBytes ?? "?"), bytes);
  assert.is(unreadableBytes, 0);
  assert.is((await client.ask("readMemory", { memoryReference: "0x01000000", count: 4 })).unreadableBytes, 4);
  const place = { instructionReference: at(instructions, 4).address };
  await client.ask("setInstructionBreakpoints", { breakpoints: [place] });
  const stopped = await client.go("continue", { threadId: 1 });
  assert.is(stopped.reason, "breakpoint");
  await leave(client, "early-memset");
});

test("a console is a text, and one goes from a line of it to the moment when it was said", async () => {
  const client = await started("two-vms", "attach");
  assert.match(client.output("stdout"), /\[kernel\] VM1: uptime 1000 ms\n/);
  const { sources } = await client.ask("loadedSources");
  const source = sources.find(({ name }) => name === "console of kernel");
  const { content } = await client.ask("source", { source, sourceReference: source?.sourceReference });
  const line = content.split("\n").indexOf("VM1: uptime 1000 ms") + 1;
  const { targets } = await client.ask("gotoTargets", { source, line });
  const stopped = await client.go("goto", { threadId: 1, targetId: at(targets, 0).id });
  assert.is(stopped.reason, "goto");
  assert.is(await tickOf(client), Number(/tick (\d+)/.exec(at(targets, 0).label)?.[1]));
  assert.match(await nameOf(client, stopped.threadId), /usart/);
  const ran = await client.ask("gotoTargets", { source: { path: "kernel/main.c" }, line: 40 });
  assert.equal(
    ran.targets.map(({ label }) => label),
    ["the last time that it ran", "the next time that it runs"],
  );
  await client.go("goto", { threadId: 1, targetId: at(ran.targets, 0).id });
  assert.is(await nameOf(client, stopped.threadId), "clock_thread");
  await leave(client, "two-vms");
});

test("the debug console answers the questions of `at`, and going somewhere by one of them is a stop", async () => {
  const client = await started("two-vms", "attach", { at: "300ms" });
  const { result } = await client.ask("evaluate", { expression: "why kernel:console", context: "repl" });
  assert.match(result, /granted: kernel\.regions\[0\]/);
  await client.ask("evaluate", { expression: "last-write kernel:console", context: "repl" });
  const stopped = await client.event("stopped");
  assert.is(stopped.reason, "goto");
  assert.is(await nameOf(client, stopped.threadId), "semaphore_give");
  assert.match(client.output("console"), /written to 0x20020000/);
  assert.match(await client.refused("evaluate", { expression: "no_such_thing", context: "watch" }), /no symbol/);
  await leave(client, "two-vms");
});

test("the ends of history are stops that say so, and a run takes breakpoints that are set meanwhile", async () => {
  const client = await started("two-vms");
  assert.match((await client.go("continue", { threadId: 1 })).description, /end of history/);
  assert.match((await client.go("reverseContinue", { threadId: 1 })).description, /begin of history/);
  await client.ask("continue", { threadId: 1 });
  await client.ask("setFunctionBreakpoints", { breakpoints: [{ name: "kernel:clock_thread" }] });
  const stopped = await client.event("stopped");
  assert.ok(
    stopped.reason === "breakpoint" || /end of history/.test(stopped.description ?? ""),
    JSON.stringify(stopped),
  );
  await leave(client, "two-vms");
});

test("what does not fit is refused in words, and garbage does no harm", async () => {
  const client = connect(open);
  assert.match(await client.refused("threads"), /launch or attach first/);
  assert.match(await client.refused("launch", {}), /`system` is missing/);
  assert.match(await client.refused("launch", { system: "nowhere" }), /there is no `nowhere`/);
  await client.ask("launch", { system: "two-vms" });
  await client.event("initialized");
  assert.match(await client.refused("launch", { system: "two-vms" }), /open already/);
  client.raw("{ this is no JSON");
  client.raw("[]");
  assert.match(client.output("stderr"), /JSON/);
  for (const command of ["toString", "writeMemory", "stackTrace", "scopes", "variables", "goto", "readMemory"])
    assert.ok((await client.refused(command, { threadId: 99, frameId: 9, memoryReference: "x" })) !== "", command);
  await client.ask("configurationDone");
  await client.event("stopped");
  await leave(client, "two-vms");
});

test.run();
