/** Line tables, inline frames and unwind rules against GNU binutils, address by address. */
import { posix } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { frameRows, type RegisterRule } from "../../src/image/dwarf/frame-row.ts";
import { readFrames } from "../../src/image/dwarf/frame-table.ts";
import { joinPath } from "../../src/image/dwarf/line-header.ts";
import { findDebugSections, ProblemLog } from "../../src/image/dwarf/sections.ts";
import { readElf } from "../../src/image/elf.ts";
import {
  builds,
  keptBuilds,
  loadKept,
  missing,
  missingLlvm,
  type Program,
  ruleBuild,
  run,
  testWithBuild,
  testWithToolchain,
} from "./toolchain.ts";

/** Every address of an instruction of a function, by the disassembler; padding between functions is left out. */
function instructionAddresses(program: Program): number[] {
  const listing = run("objdump", ["-d", program.path]);
  const { symbols } = program.image;
  const lines = listing.matchAll(/^\s*([0-9a-f]+):\t(?![0-9a-f]+\s+\.(?:word|short))/gm);
  const addresses = [...lines].map((line) => Number.parseInt(line[1] as string, 16));
  return addresses.filter((address) => symbols.functionAt(address) !== null);
}

/**
 * What addr2line -fi says of each address, as lines "function file:line", innermost first. Asked in descending order:
 * binutils 2.40 forgets the line of a function's first instruction when asked right after the function before it.
 */
function addr2lineFrames(tool: string, path: string, addresses: readonly number[]): Map<number, string[]> {
  const text = run(
    tool,
    ["-e", path, "-f", "-i", "-a"],
    addresses
      .map((a) => `0x${a.toString(16)}\n`)
      .reverse()
      .join(""),
  );
  const frames = new Map<number, string[]>();
  for (const part of text.split(/^0x/m).slice(1)) {
    const [address, ...lines] = part.trimEnd().split("\n");
    const found: string[] = [];
    for (let i = 0; i + 1 < lines.length; i += 2) found.push(`${lines[i]} ${tidyPlace(lines[i + 1] as string)}`);
    frames.set(Number.parseInt(address as string, 16), found);
  }
  return frames;
}

function tidyPlace(place: string): string {
  const [, file, line] = /^(.*):(\d+|\?)( \(discriminator \d+\))?$/.exec(place) as RegExpExecArray;
  return file === "??" ? "??:0" : `${posix.normalize(file as string)}:${line === "?" ? 0 : line}`;
}

function ourFrames(program: Program, address: number): string[] {
  const { debug, symbols } = program.image;
  return (debug?.framesAt(address) ?? []).map(({ function: name, place }) => {
    const shown = name ?? symbols.functionAt(address)?.symbol.name ?? "??";
    return `${shown} ${place ? `${place.file}:${place.line}` : "??:0"}`;
  });
}

/**
 * LLVM prefers other aliases of library functions, so it is asked about the programs' own code only. The assembler
 * gives functions an odd DW_AT_low_pc, their first instruction to the function before; both tools believe it.
 */
function compareFrames(program: Program, tool: string, leastInlined: number): void {
  const fileOf = (address: number): string => program.image.debug?.placeAt(address)?.file ?? "";
  const misplaced = (address: number): boolean =>
    fileOf(address).endsWith(".S") && program.image.symbols.beginsFunction(address);
  const all = instructionAddresses(program).filter((address) => !misplaced(address));
  const addresses = tool.startsWith("llvm") ? all.filter((address) => fileOf(address).startsWith("/programs")) : all;
  const expected = addr2lineFrames(tool, program.path, addresses);
  const differences: string[] = [];
  let inlined = 0;
  for (const address of addresses) {
    const wanted = expected.get(address) ?? [];
    const ours = ourFrames(program, address);
    if (wanted.length > 1) inlined++;
    const known = wanted.some((frame) => !frame.endsWith("??:0"));
    if (known && ours.join() !== wanted.join()) differences.push(`${address.toString(16)}: ${ours} | ${wanted}`);
    if (!known && ours.length > 0) differences.push(`${address.toString(16)}: ${ours} | nothing`);
  }
  assert.is(differences.slice(0, 10).join("\n"), "");
  assert.ok(addresses.length > 60, "the program has instructions");
  assert.ok(inlined >= leastInlined || program.build.flags.includes("-O0"), "inlined code was compared");
}

const perInstruction = "gives the same frames for every instruction";

for (const build of builds) {
  const check = (tool: string) => (program: Program) => compareFrames(program, tool, 20);
  // Binutils 2.40 does not follow DW_FORM_rnglistx, which Clang uses for inlined code in several pieces.
  if (build.compiler === "clang") {
    testWithBuild(test, `llvm-addr2line -fi ${perInstruction}`, build, check("llvm-addr2line"), missingLlvm);
  } else testWithBuild(test, `addr2line -fi ${perInstruction}`, build, check("addr2line"));
}

for (const build of keptBuilds) {
  const tool = build.compiler === "clang" ? "llvm-addr2line" : "addr2line";
  const lacks = build.compiler === "clang" ? missingLlvm : missing;
  const check = (): void => compareFrames(loadKept(build), tool, 1);
  testWithToolchain(test, `${tool} -fi ${perInstruction} (${build.name})`, check, lacks);
}

/** Rows "file line address" by objdump; the ends of sequences as line "-". */
function decodedLines(path: string): Set<string> {
  const listing = run("objdump", ["--dwarf=decodedline", path]);
  const rows = listing.matchAll(/^(\S+\.[chS])\s+(\d+|-)\s+(0x[0-9a-f]+|0)(\s|$)/gm);
  return new Set([...rows].map(([, file, line, address]) => `${file} ${line} ${Number(address)}`));
}

function ourLines(program: Program): Set<string> {
  const rows = new Set<string>();
  for (const { files, sequences } of program.image.debug?.lineTables() ?? []) {
    for (const row of sequences.flatMap((sequence) => sequence.rows)) {
      const file = posix.basename(files[row.file] ?? "");
      rows.add(`${file} ${row.endSequence ? "-" : row.line} ${row.address}`);
    }
  }
  return rows;
}

for (const build of builds) {
  testWithBuild(test, "objdump --dwarf=decodedline lists the same line rows", build, (program) => {
    const expected = decodedLines(program.path);
    const ours = ourLines(program);
    const extra = [...ours].filter((row) => !expected.has(row));
    const discardedEnd = build.flags.includes("-Wl,--gc-sections") ? endOfDiscarded(expected, program) : -1;
    const absent = [...expected].filter((row) => !ours.has(row) && Number(row.split(" ")[2]) > discardedEnd);
    assert.is(extra.slice(0, 5).join("\n"), "", "rows that objdump does not have");
    assert.is(absent.slice(0, 5).join("\n"), "", "rows that only objdump has");
    assert.ok(ours.size > 150, "there are rows");
  });
}

for (const build of builds.filter(({ flags }) => !flags.includes("-Wl,--gc-sections"))) {
  testWithBuild(
    test,
    "every line that objdump marks as a statement can be found by file and line",
    build,
    (program) => {
      const listing = run("objdump", ["--dwarf=decodedline", program.path]);
      const statements = new Map<string, Set<number>>();
      for (const row of listing.matchAll(/^(\S+\.[chS])\s+(\d+)\s+(0x[0-9a-f]+)(?:\s+\d+)?\s+x$/gm)) {
        const place = `${row[1]}:${row[2]}`;
        statements.set(place, (statements.get(place) ?? new Set()).add(Number(row[3])));
      }
      for (const [place, addresses] of statements) {
        const [file = "", line] = place.split(":");
        const found = program.image.debug?.addressesOfLine(file, Number(line)) ?? [];
        assert.ok(found.length > 0, `${place} was not found`);
        for (const { address } of found) assert.ok(addresses.has(address), `${place}: 0x${address.toString(16)}`);
        const first = Math.min(...addresses);
        assert.is(found[0]?.address, first, `${place}: the first address`);
      }
      const lines = [...statements.keys()].filter((place) => place.startsWith("main.c:"));
      assert.ok(lines.length > 20, "there are statements");
      const ofMain = program.image.debug?.linesOf("programs/main.c") ?? [];
      for (const place of lines) assert.ok(ofMain.includes(Number(place.split(":")[1])), `${place} has code`);
    },
  );
}

/**
 * Functions the linker threw away keep rows from address 0 on; the vector table is there, so they are not in `ours`.
 */
function endOfDiscarded(expected: ReadonlySet<string>, program: Program): number {
  const name = "not_referenced_at_all";
  assert.is(program.image.symbols.named(name), null, `${name} was thrown away`);
  const discarded = [...expected].filter((row) => row.endsWith(" 0"));
  assert.ok(discarded.length > 0, "objdump shows rows of discarded code");
  return 0x100;
}

test("paths are joined as compilers mean them", () => {
  assert.is(joinPath("/w/build", "../src/./a.c"), "/w/src/a.c");
  assert.is(joinPath("/w", "/abs/b.h"), "/abs/b.h");
  assert.is(joinPath("C:\\sdk\\app", "..\\lib\\c.c"), "C:/sdk/lib/c.c");
  assert.is(joinPath("", "../x.c"), "../x.c");
});

/** Rows "address CFA register=rule ..." by readelf; rules that say nothing are left out. */
function interpretedFrames(path: string): string[] {
  const rows: string[] = [];
  let columns: string[] = [];
  let inFrame = false;
  for (const line of run("readelf", ["-W", "--debug-dump=frames-interp", path]).split("\n")) {
    if (/ (CIE|FDE) /.test(line)) {
      inFrame = line.includes(" FDE ");
      continue;
    }
    const words = line.trim().split(/\s+/);
    if (words[0] === "LOC") columns = words.slice(2);
    else if (inFrame && /^[0-9a-f]{8}$/.test(words[0] ?? "") && words.length === columns.length + 2) {
      const rules = columns.map((column, i) => `${column === "ra" ? "r14" : column}=${words[i + 2]}`);
      const stated = rules.filter((rule) => !rule.endsWith("=u"));
      rows.push([Number.parseInt(words[0] as string, 16), words[1], ...stated].join(" "));
    }
  }
  return rows;
}

function signed(offsetBytes: number): string {
  return offsetBytes < 0 ? String(offsetBytes) : `+${offsetBytes}`;
}

function ruleText(rule: RegisterRule): string {
  if (rule.kind === "saved") return `c${signed(rule.offsetBytes)}`;
  if (rule.kind === "value") return `v${signed(rule.offsetBytes)}`;
  if (rule.kind === "register") return `r${rule.register}`;
  return { undefined: "u", same: "s", savedAt: "exp", valueOf: "vexp" }[rule.kind];
}

/** Frames of one row are left out, because readelf shows no table for them. */
function ourFrameRows(program: Program): string[] {
  const log = new ProblemLog("program.elf");
  const sections = findDebugSections(readElf(program.bytes, "program.elf").sections, log);
  if (!sections) return [];
  const rows: string[] = [];
  for (const frame of readFrames(sections, log, () => true)) {
    const found = frameRows(frame) ?? [];
    if (found.length === 1) continue;
    for (const { address, cfa, rules } of found) {
      const cfaText = cfa?.kind === "register" ? `r${cfa.register}${signed(cfa.offsetBytes)}` : "exp";
      const stated = [...rules].sort((a, b) => a[0] - b[0]).map(([r, rule]) => `r${r}=${ruleText(rule)}`);
      rows.push([address, cfaText, ...stated.filter((text) => !text.endsWith("=u"))].join(" "));
    }
  }
  return rows;
}

for (const build of [...builds, ruleBuild]) {
  testWithBuild(test, "readelf --debug-dump=frames-interp shows the same rules in every row", build, (program) => {
    const expected = interpretedFrames(program.path);
    const ours = ourFrameRows(program);
    const length = Math.max(ours.length, expected.length);
    const differing = Array.from({ length }, (_, i) => i).filter((i) => ours[i] !== expected[i]);
    assert.is(
      differing
        .slice(0, 5)
        .map((i) => `${ours[i]} | ${expected[i]}`)
        .join("\n"),
      "",
    );
    assert.ok(expected.length > 5, "there are rows");
  });
}

test.run();
