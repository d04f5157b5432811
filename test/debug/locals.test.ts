/** Variables of frames as the debug adapter shows them, against what GDB prints for the same frames. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { StartArguments } from "../../src/debug/adapter/adapter.ts";
import { diskFiles } from "../../src/system/files.ts";
import { openSystem } from "../../src/system/open.ts";
import { functionEntries, isPlace, placeOf } from "../../src/time/questions/place.ts";
import { openTimeline, type Timeline } from "../../src/time/timeline.ts";
import { openExample, root } from "../guests/example.ts";
import { hasProgram, skipUnless } from "../support/skip.ts";
import { record, reopen } from "../time/recorded-run.ts";
import { at, type Client, connect } from "./adapter-session.ts";
import { gdb, serve } from "./gdb-session.ts";

const recordings = {
  "two-vms": (await record(await openExample("two-vms"), 1.4)).bytes,
  "early-memset": (await record(await openExample("early-memset"), 0.5)).bytes,
};
type Name = keyof typeof recordings;

type Open = () => Promise<Timeline>;

const opening =
  (name: Name): Open =>
  async () =>
    openTimeline(await reopen(recordings[name]));

async function attached(open: Open): Promise<Client> {
  const client = connect((_: StartArguments) => open());
  await client.ask("initialize", { adapterID: "chronovisor" });
  await client.ask("launch", { system: "the one under test" });
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
type Frames = {
  readonly name: string;
  /** Null where GDB says none. */
  readonly address: number | null;
  readonly values: ReadonlyMap<string, string>;
}[];

async function framesOf(client: Client): Promise<Frames> {
  const { threads } = await client.ask("threads");
  const running = threads.find(({ name }) => name.includes("running")) ?? at(threads, 0);
  const { stackFrames } = await client.ask("stackTrace", { threadId: running.id });
  const frames: Frames = [];
  for (const { id, name, instructionPointerReference } of stackFrames) {
    const { scopes } = await client.ask("scopes", { frameId: id });
    const scope = scopes.find((one) => one.name === "Locals");
    const values = new Map<string, string>();
    if (scope !== undefined) {
      const { variables } = await client.ask("variables", { variablesReference: scope.variablesReference });
      for (const one of variables) if (!values.has(one.name)) values.set(one.name, one.value);
    }
    frames.push({ name: name.split(" ")[0] ?? "", address: Number(instructionPointerReference), values });
  }
  return frames;
}

/** The same out of `backtrace full`. */
function framesIn(text: string): Frames {
  const frames: { name: string; address: number | null; values: Map<string, string> }[] = [];
  for (const line of text.split("\n")) {
    const [, address, name, args] = /^#\d+ +(?:(0x[0-9a-f]+) in )?(\S+) \((.*?)\)(?: at .*)?$/.exec(line) ?? [];
    if (name !== undefined) {
      const values = (args ?? "").matchAll(/(\w+)=("(?:[^"\\]|\\.)*"|\{.*\}|[^,"]*(?:"(?:[^"\\]|\\.)*")?[^,"]*)/g);
      frames.push({
        name,
        address: address === undefined ? null : Number(address),
        values: new Map([...values].map(([, key = "", value = ""]) => [key, value])),
      });
    }
    const [, key, value] = /^ {8}(\w+) = (.*)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined && frames.at(-1)?.values.has(key) === false)
      frames.at(-1)?.values.set(key, value);
  }
  return frames;
}

/** What the two have in common: lost, in parts, a text, an enumerator, a number; of a reference, where to as well. */
function essence(text: string): string {
  const [, to, what] = /^@?(0x[0-9a-f]+): (.*)$/.exec(text) ?? [];
  if (to !== undefined && what !== undefined) return `${Number(to)}: ${essence(what)}`;
  // What no piece of a number describes, GDB takes for zero.
  const [, part] = /^<optimised out in part: (.*)>$/.exec(text) ?? [];
  if (part !== undefined) return String(Number(part.replaceAll("?", "0")));
  if (/^<.*>$/.test(text)) return "lost";
  if (/^[{[]/.test(text)) return "parts";
  if (text.startsWith('"')) return text.replace(/(?:\\000)+"$/, '"');
  const bare = text
    .replace(/^\(.*?\) (?=0x)/, "")
    .replace(/^true$/, "1")
    .replace(/^false$/, "0");
  const [, unknown] = /^no value of it \((.*)\)$/.exec(bare) ?? [];
  if (unknown !== undefined) return unknown;
  if (/nan/i.test(bare)) return "nan";
  const [number] = /^-?(?:0x[0-9a-f]+|[\d.]+(?:e[-+]?\d+)?)/.exec(bare) ?? [];
  if (number === undefined) return /^\w+/.exec(bare)?.[0] ?? bare;
  const value = Number(number);
  return Number.isInteger(value) ? String(value) : value.toPrecision(7);
}

interface Compared {
  readonly known: number;
  readonly lost: number;
  readonly callers: number;
  /** Known to GDB, given up here. */
  readonly unsure: number;
  readonly differing: readonly string[];
}

/** Said of values that GDB makes out, or takes out of registers that a call may have changed. */
const givenUp =
  /^<kept in a way that cannot be computed here>$|^<was in (?:s\d|s1[0-5]|r[0-3]|r12), which is not known any more>$/;

async function compare(
  open: Open,
  image: string,
  ticks: readonly number[],
  { outOfBlock = false }: { readonly outOfBlock?: boolean } = {},
): Promise<Compared> {
  const served = await serve(await open());
  const look = (tick: number): string[] => [
    ...[`monitor goto ${tick}`, "maintenance flush register-cache", "maintenance flush dcache"],
    ...["echo \\n@@@\\n", "backtrace -full -frame-arguments all -entry-values no"],
  ];
  const set = ["set width 0", "set print repeats 0", "set print address on"];
  const text = await gdb(served.port, image, [...set, ...ticks.flatMap(look)]);
  served.close();
  const theirs = text.split("\n@@@\n").slice(1).map(framesIn);
  assert.is(theirs.length, ticks.length, text);
  const client = await attached(open);
  const count = { known: 0, lost: 0, callers: 0, unsure: 0 };
  const differing: string[] = [];
  for (const [index, tick] of ticks.entries()) {
    await goto(client, tick);
    const ours = await framesOf(client);
    for (const [depth, { name: own, address, values }] of (theirs[index] ?? []).entries()) {
      const level = ours.findIndex((one) => one.name === own && (address === null || one.address === address));
      // Frames that GDB makes up for functions that ended in a jump: nobody left them on a stack.
      if (level < 0) continue;
      const [mine] = ours.splice(0, level + 1).slice(-1);
      for (const [key, value] of values) {
        // What GDB does not understand decides nothing.
        if (value.startsWith("<error reading variable")) continue;
        const shown = mine?.values.get(key);
        const [expected, actual] = [essence(value), shown === undefined ? "missing" : essence(shown)];
        if (expected === "lost") count.lost++;
        else count.known++;
        if (depth > 0) count.callers++;
        if (expected !== "lost" && givenUp.test(shown ?? "")) count.unsure++;
        else if (expected === "lost" && shown?.startsWith("<optimised out in part")) continue;
        // Blocks of clang do not name their origin, so that GDB takes their variables for the function's as well.
        else if (expected === "lost" && shown === undefined && outOfBlock) continue;
        else if (expected !== actual) differing.push(`tick ${tick}, ${own}: ${key} is ${value}, shown is ${shown}`);
      }
      const extra = [...(mine?.values.keys() ?? [])].filter((key) => !values.has(key));
      for (const key of extra) differing.push(`tick ${tick}, ${own}: ${key} is not GDB's`);
    }
  }
  await client.ask("disconnect");
  return { ...count, differing };
}

const noGdb = "gdb-multiarch is not installed";
const hasGdb = hasProgram("gdb-multiarch");

const ticksFrom = (from: number, step: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => from + index * step);

const examples = [
  { name: "early-memset", image: "guests/early-memset/early-memset.elf", ticks: ticksFrom(1500, 1777, 40) },
  { name: "two-vms", image: "guests/kernel/kernel.elf", ticks: ticksFrom(20_000, 7919, 40) },
] as const;

for (const { name, image, ticks } of examples) {
  const title = `arguments and locals of all frames are what GDB prints, all over ${name}`;
  if (!skipUnless(hasGdb, title, noGdb)) continue;
  test(title, async () => {
    const { differing, known, lost, callers } = await compare(opening(name), image, ticks);
    assert.equal(differing, []);
    assert.ok(known > 60 && lost > 3 && callers > 50, JSON.stringify({ known, lost, callers }));
  });
}

const programs = fileURLToPath(new URL("programs/", import.meta.url));
const machineFlags = ["-mcpu=cortex-m33", "-mthumb", "-mfloat-abi=hard", "-mfpu=fpv5-sp-d16", "-ffreestanding"];

/** A program with variables of every kind, built and opened as firmware. Linking is GCC's in any case. */
async function withBuilt(
  { compiler, flags, source }: Build,
  use: (open: Open, image: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "chronovisor-locals-"));
  try {
    const [object, elf] = [join(folder, "locals.o"), join(folder, "locals.elf")];
    const options = { cwd: programs, stdio: "pipe" } as const;
    const [command, ...target] = compiler === "gcc" ? ["arm-none-eabi-gcc"] : ["clang", "--target=arm-none-eabi"];
    execFileSync(command, [...target, ...machineFlags, ...flags, "-c", source, "-o", object], options);
    const files = ["-nostdlib", "-T", "locals.ld", object, "-lgcc", "-o", elf];
    execFileSync("arm-none-eabi-gcc", [...machineFlags, ...files], options);
    const request = { path: elf, board: "mps2-an505", images: [], loads: [], overrides: [] };
    await use(async () => openTimeline(await openSystem(request, diskFiles)), relative(root, elf));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Build {
  readonly compiler: "gcc" | "clang";
  readonly flags: readonly string[];
  readonly source: string;
}

const ofC = [
  { compiler: "gcc", flags: ["-O0", "-gdwarf-5"] },
  { compiler: "gcc", flags: ["-O1", "-gdwarf-4"] },
  { compiler: "gcc", flags: ["-Og", "-gdwarf-5"] },
  { compiler: "gcc", flags: ["-O2", "-gdwarf-5"] },
  { compiler: "gcc", flags: ["-Os", "-gdwarf-4"] },
  { compiler: "clang", flags: ["-O0", "-gdwarf-5"] },
  { compiler: "clang", flags: ["-O1", "-gdwarf-4"] },
  { compiler: "clang", flags: ["-O2", "-gdwarf-5"] },
  { compiler: "clang", flags: ["-Os", "-gdwarf-5"] },
] as const;

const plusPlus = ["-std=c++17", "-fno-exceptions", "-fno-rtti", "-fno-threadsafe-statics"];
const ofPlusPlus = [
  { compiler: "gcc", flags: ["-O0", "-gdwarf-5"] },
  { compiler: "gcc", flags: ["-O2", "-gdwarf-4"] },
  { compiler: "clang", flags: ["-O0", "-gdwarf-4"] },
  { compiler: "clang", flags: ["-O1", "-gdwarf-5"] },
] as const;

const builds: readonly Build[] = [
  ...ofC.map((one) => ({ ...one, source: "locals.c" })),
  ...ofPlusPlus.map((one) => ({ ...one, flags: [...one.flags, ...plusPlus], source: "locals.cpp" })),
];

function missingFor({ compiler }: Build): string | null {
  if (!hasProgram("arm-none-eabi-gcc")) return "no arm-none-eabi-gcc";
  if (compiler === "clang" && !hasProgram("clang")) return "no clang";
  return hasGdb ? null : noGdb;
}

for (const build of builds) {
  const how = [build.compiler, ...build.flags.slice(0, 2)].join(" ");
  const title = `variables of every kind in ${build.source} are what GDB prints (${how})`;
  const missing = missingFor(build);
  if (!skipUnless(missing === null, title, missing ?? "")) continue;
  test(title, async () => {
    await withBuilt(build, async (open, image) => {
      const { differing, known, callers, unsure } = await compare(open, image, ticksFrom(200, 53, 40), {
        outOfBlock: build.compiler === "clang",
      });
      assert.equal(differing, []);
      assert.ok(known > 100 && callers > 30 && unsure < known / 10, JSON.stringify({ known, callers, unsure }));
    });
  });
}

const inherited = "members of a class, those it inherits too, are what GDB prints";
const [ofClass] = builds.filter(({ source }) => source === "locals.cpp");
if (ofClass !== undefined && skipUnless(missingFor(ofClass) === null, inherited, missingFor(ofClass) ?? "")) {
  const expressions = ["id", "uses", "samples[1]", "last", "ready", "mode", "name"].map((member) => `sensor.${member}`);
  test(inherited, async () => {
    await withBuilt(ofClass, async (open, image) => {
      const served = await serve(await open());
      const prints = expressions.flatMap((one) => ["echo @@@", `output ${one}`, "echo \\n"]);
      const commands = ["monitor goto 1500", "maintenance flush register-cache", "frame function main", ...prints];
      const text = await gdb(served.port, image, commands);
      served.close();
      const theirs = text.split("@@@").slice(1, expressions.length + 1);
      const client = await attached(open);
      await goto(client, 1500);
      const { threads } = await client.ask("threads");
      const { stackFrames } = await client.ask("stackTrace", { threadId: at(threads, 0).id });
      const frameId = stackFrames.find(({ name }) => name.startsWith("main"))?.id ?? -1;
      for (const [index, expression] of expressions.entries()) {
        const { result } = await client.ask("evaluate", { expression, frameId, context: "watch" });
        const said = (theirs[index] ?? "").split("\n")[0] ?? "";
        assert.is(essence(result), essence(said.replace(/^board::Mode::/, "")), `${expression}: ${said}, ${result}`);
      }
      await client.ask("disconnect");
    });
  });
}

const typed = "functions and variables of C++ are found by the names that are printed";
if (ofClass !== undefined && skipUnless(missingFor(ofClass) === null, typed, missingFor(ofClass) ?? "")) {
  test(typed, async () => {
    await withBuilt(ofClass, async (open) => {
      const { system } = await open();
      const address = (linkageName: string): number | undefined => {
        const symbol = system.images[0]?.image.symbols.named(linkageName);
        return symbol === null ? undefined : symbol?.address;
      };
      const found = (name: string): number | null => {
        const place = placeOf(system, name);
        return isPlace(place) ? place.address : null;
      };
      for (const name of ["board::Sensor::read", "firmware:board::Sensor::read"])
        assert.is(found(name), address("_ZN5board6Sensor4readEi"), name);
      assert.is(found("board::offset"), address("_ZN5board6offsetE"));
      assert.is(found("board::Sensor::reed"), null);
      assert.equal(functionEntries(system, "apply"), [(address("_ZL5applyRN5board4BaseEiRKi") ?? 0) & ~1]);
    });
  });
}

test.run();
