/** Variables of frames as the debug adapter shows them, against what GDB prints for the same frames. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { StartArguments } from "../../src/debug/adapter/adapter.ts";
import { openTimeline, type Timeline } from "../../src/time/timeline.ts";
import { openExample } from "../guests/example.ts";
import { hasProgram, skipUnless } from "../support/skip.ts";
import { record, reopen } from "../time/recorded-run.ts";
import { at, type Client, connect } from "./adapter-session.ts";
import { gdb, serve } from "./gdb-session.ts";

const recordings = {
  "two-vms": (await record(await openExample("two-vms"), 1.4)).bytes,
  "early-memset": (await record(await openExample("early-memset"), 0.5)).bytes,
};
type Name = keyof typeof recordings;

async function attached(name: Name): Promise<Client> {
  const open = async (_: StartArguments): Promise<Timeline> => openTimeline(await reopen(recordings[name]));
  const client = connect(open);
  await client.ask("initialize", { adapterID: "chronovisor" });
  await client.ask("attach", { system: name });
  await client.event("initialized");
  await client.ask("configurationDone");
  await client.event("stopped");
  return client;
}

async function goto(client: Client, tick: number): Promise<void> {
  await client.ask("evaluate", { expression: `goto ${tick}`, context: "repl" });
  await client.event("stopped");
}

/** Function, then its variables by name, frame by frame; a hidden variable gives way to the one that hides it. */
type Frames = { readonly name: string; readonly values: ReadonlyMap<string, string> }[];

async function framesOf(client: Client): Promise<Frames> {
  const { threads } = await client.ask("threads");
  const { result } = await client.ask("evaluate", { expression: "vms", context: "repl" });
  const running = threads.find(({ name }) => name.includes("running")) ?? at(threads, 0);
  assert.ok(result !== "");
  const { stackFrames } = await client.ask("stackTrace", { threadId: running.id });
  const frames: Frames = [];
  for (const { id, name } of stackFrames) {
    const { scopes } = await client.ask("scopes", { frameId: id });
    const scope = scopes.find((one) => one.name === "Locals");
    const values = new Map<string, string>();
    if (scope !== undefined) {
      const { variables } = await client.ask("variables", { variablesReference: scope.variablesReference });
      for (const one of variables) if (!values.has(one.name)) values.set(one.name, one.value);
    }
    frames.push({ name, values });
  }
  return frames;
}

/** The same out of `backtrace full`. Frames of tail calls GDB makes up: nobody left them on a stack. */
function framesIn(text: string): Frames {
  const frames: { name: string; values: Map<string, string> }[] = [];
  for (const line of text.split("\n")) {
    const [, name, args] = /^#\d+ +(?:0x[0-9a-f]+ in )?(\w+) \((.*?)\)(?: at .*)?$/.exec(line) ?? [];
    if (name !== undefined) {
      const values = (args ?? "").matchAll(/(\w+)=("(?:[^"\\]|\\.)*"|\{.*\}|[^,"]*(?:"(?:[^"\\]|\\.)*")?[^,"]*)/g);
      frames.push({ name, values: new Map([...values].map(([, key = "", value = ""]) => [key, value])) });
    }
    const [, key, value] = /^ {8}(\w+) = (.*)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined && frames.at(-1)?.values.has(key) === false)
      frames.at(-1)?.values.set(key, value);
  }
  return frames;
}

/** What the two have in common: lost, in parts, a text, an enumerator, a number. */
function essence(text: string): string {
  if (/^<.*>$/.test(text)) return "lost";
  if (/^[{[]/.test(text)) return "parts";
  if (text.startsWith('"')) return text.replace(/(?:\\000)+"$/, '"');
  const bare = text
    .replace(/^\(.*?\) (?=0x)/, "")
    .replace(/^true$/, "1")
    .replace(/^false$/, "0");
  const [number] = /^-?(?:0x[0-9a-f]+|\d+)/.exec(bare) ?? [];
  return number === undefined ? (/^\w+/.exec(bare)?.[0] ?? bare) : String(Number(number));
}

interface Compared {
  readonly known: number;
  readonly lost: number;
  readonly callers: number;
  readonly differing: readonly string[];
}

async function compare(name: Name, image: string, ticks: readonly number[]): Promise<Compared> {
  const served = await serve(openTimeline(await reopen(recordings[name])));
  const look = (tick: number): string[] => [
    ...[`monitor goto ${tick}`, "maintenance flush register-cache", "maintenance flush dcache"],
    ...["echo \\n@@@\\n", "backtrace -full -frame-arguments all -entry-values no"],
  ];
  const set = ["set width 0", "set print repeats 0", "set print address on"];
  const text = await gdb(served.port, image, [...set, ...ticks.flatMap(look)]);
  served.close();
  const theirs = text.split("\n@@@\n").slice(1).map(framesIn);
  assert.is(theirs.length, ticks.length, text);
  const client = await attached(name);
  const count = { known: 0, lost: 0, callers: 0 };
  const differing: string[] = [];
  for (const [index, tick] of ticks.entries()) {
    await goto(client, tick);
    const ours = await framesOf(client);
    for (const [depth, { name: own, values }] of (theirs[index] ?? []).entries()) {
      const level = ours.findIndex((one) => one.name.split(" ")[0] === own);
      if (level < 0) continue;
      // Recursion, and frames that GDB makes up for tail calls, would shift what follows.
      const [mine] = ours.splice(0, level + 1).slice(-1);
      for (const [key, value] of values) {
        const shown = mine?.values.get(key);
        const [expected, actual] = [essence(value), shown === undefined ? "missing" : essence(shown)];
        if (expected === "lost") count.lost++;
        else count.known++;
        if (depth > 0) count.callers++;
        if (expected !== actual) differing.push(`tick ${tick}, ${own}: ${key} is ${value}, shown is ${shown}`);
      }
      const extra = [...(mine?.values.keys() ?? [])].filter((key) => !values.has(key));
      for (const key of extra) differing.push(`tick ${tick}, ${own}: ${key} is not GDB's`);
    }
  }
  await client.ask("disconnect");
  return { ...count, differing };
}

const cases = [
  { name: "early-memset", image: "guests/early-memset/early-memset.elf", from: 1500, step: 1777, count: 40 },
  { name: "two-vms", image: "guests/kernel/kernel.elf", from: 20_000, step: 7919, count: 40 },
] as const;

for (const { name, image, from, step, count } of cases) {
  const title = `arguments and locals of all frames are what GDB prints, all over ${name}`;
  if (!skipUnless(hasProgram("gdb-multiarch"), title, "gdb-multiarch is not installed")) continue;
  test(title, async () => {
    const ticks = Array.from({ length: count }, (_, index) => from + index * step);
    const { differing, ...counted } = await compare(name, image, ticks);
    console.log(counted);
    assert.equal(differing, []);
  });
}

test.run();
