/**
 * Damaged files: every reader gives a result or an InputError, and comes to an end. The kept programs need no tools.
 */
import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { InputError } from "../../src/base/diagnostic.ts";
import { backtrace, type StoppedState } from "../../src/image/backtrace.ts";
import { type DebugInfo, readDebugInfo } from "../../src/image/dwarf/debug-info.ts";
import { evaluate } from "../../src/image/dwarf/expression.ts";
import { frameRows } from "../../src/image/dwarf/frame-row.ts";
import { readFrames } from "../../src/image/dwarf/frame-table.ts";
import { findDebugSections, ProblemLog } from "../../src/image/dwarf/sections.ts";
import { readElf } from "../../src/image/elf.ts";
import type { ElfSection } from "../../src/image/elf-section.ts";
import { type Image, type ImageOptions, readImage } from "../../src/image/image.ts";
import { SymbolTable } from "../../src/image/symbols.ts";
import {
  type Build,
  builds,
  keptBuilds,
  loadKept,
  testWithBuild,
  testWithToolchain,
  withProgram,
} from "./toolchain.ts";

function attempt(bytes: Uint8Array, options: ImageOptions = {}): Image | null {
  try {
    return readImage(bytes, "vm0", options);
  } catch (error) {
    if (error instanceof InputError && error.diagnostics.length > 0) return null;
    throw error;
  }
}

const stopped: StoppedState = {
  registers: Array.from({ length: 16 }, (_, i) => (i === 15 ? 0x60 : 0x2000_0000 + 64 * i)),
  secure: true,
  handler: true,
  exceptionNumber: 11,
  stackPointers: {
    mainSecure: 0x2000_0340,
    processSecure: 0x2000_0800,
    mainNonSecure: 0x2000_0900,
    processNonSecure: 0x2000_0a00,
  },
  processStackSelected: { secure: false, nonSecure: true },
  floatCalleeStacked: true,
};

/** Asks everything that can be asked of an image; answers do not matter, coming back does. */
function askEverything(image: Image): void {
  for (let address = 0; address < 0x240; address += 6) {
    image.symbols.functionAt(address);
    image.debug?.framesAt(address);
    image.debug?.unwind(address, stopped.registers, (at) => (at * 2654435761) >>> 0);
  }
  askDebug(image.debug);
  backtrace([image], stopped, (at) => ((at * 40503) & 0x1ff) | 1);
}

function askDebug(debug: DebugInfo | null): void {
  debug?.addressesOfLine("exceptions.c", 18);
  debug?.linesOf("shared.h");
  for (const table of debug?.lineTables() ?? []) assert.ok(Array.isArray(table.files));
}

test("the kept programs are read whole and without a problem", () => {
  for (const build of keptBuilds) {
    const image = readImage(loadKept(build).bytes, build.name);
    askEverything(image);
    assert.equal(image.debug?.problems, []);
    const serve = image.symbols.named("serve");
    assert.is(image.debug?.framesAt(serve?.address ?? 0)[0]?.function, "serve");
    assert.ok((image.debug?.addressesOfLine("exceptions.c", 25).length ?? 0) > 0);
  }
});

for (const build of keptBuilds) {
  const whole = loadKept(build).bytes;

  test(`a program cut off at any length is refused (${build.name})`, () => {
    for (let length = 0; length < whole.length; length++) {
      assert.is(attempt(whole.subarray(0, length)), null, `${length} bytes were accepted`);
    }
  });

  test(`any debug section cut off at any length still gives answers (${build.name})`, () => {
    const elf = readElf(whole, build.name);
    const symbols = new SymbolTable(elf.symbols, [{ start: 0, end: 0x240 }]);
    for (const [i, section] of elf.sections.entries()) {
      if (!section.name.startsWith(".debug_")) continue;
      const step = Math.max(1, Math.floor(section.bytes.length / 100));
      for (let length = 0; length < section.bytes.length; length += step) {
        const cut: ElfSection = { ...section, bytes: section.bytes.subarray(0, length) };
        const debug = readDebugInfo(elf.sections.with(i, cut), symbols, build.name);
        askDebug(debug);
        for (let address = 0; address < 0x200; address += 22) debug?.framesAt(address);
        debug?.describesFrame(0x60);
      }
    }
  });

  test(`a program with any bytes changed is read or refused (${build.name})`, () => {
    const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }));
    const property = fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
      const bytes = whole.slice();
      for (const [at, value] of changes) bytes[at] = value;
      const image = attempt(bytes);
      if (image) askEverything(image);
    });
    fc.assert(property, { numRuns: 400, verbose: true });
  });

  test(`debug information with any bytes changed gives answers or none (${build.name})`, () => {
    const debugSections = readElf(whole, build.name).sections.filter((section) => section.name.startsWith(".debug_"));
    const places = debugSections.map((section) => {
      return fc.nat(section.sizeBytes - 1).map((offset) => section.offset + offset);
    });
    const interesting = fc.constantFrom(0, 1, 0x7f, 0x80, 0xff);
    const change = fc.tuple(fc.oneof(...places), fc.oneof(interesting, fc.integer({ min: 0, max: 255 })));
    const property = fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      const bytes = whole.slice();
      for (const [at, value] of changes) bytes[at] = value;
      const image = attempt(bytes);
      assert.ok(image, "debug information does not decide whether a program can be loaded");
      if (image) askEverything(image);
    });
    fc.assert(property, { numRuns: 800, verbose: true });
  });
}

test("random bytes are read or refused, with and without an address and as each format", () => {
  const start = fc.constantFrom("", "\x7fELF", "\x7fELF\x01\x01\x01", ":", ":10", "S0", "MZ");
  const options = fc.constantFrom<ImageOptions>({}, { address: 0x1000 }, { format: "hex" }, { format: "elf" });
  const property = fc.property(start, fc.uint8Array({ maxLength: 400 }), options, (head, tail, option) => {
    const bytes = Uint8Array.of(...[...head].map((c) => c.charCodeAt(0)), ...tail);
    const image = attempt(bytes, option);
    if (image) askEverything(image);
  });
  fc.assert(property, { numRuns: 1500, verbose: true });
});

test("random frame instructions and expressions come to an end", () => {
  const property = fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
    evaluate(bytes, [0x2000_0000], { register: (n) => n * 4, readWord: (at) => at ^ 0x55 });
    const common = { codeAlignment: 2, dataAlignment: -4, returnAddressRegister: 14, hasAugmentationData: false };
    const instructions = bytes.subarray(0, 0);
    frameRows({ common: { ...common, instructions }, start: 0x100, end: 0x200, instructions: bytes });
  });
  fc.assert(property, { numRuns: 3000, verbose: true });
});

test("an expression that loops forever is given up", () => {
  const loop = Uint8Array.of(0x96, 0x2f, 0xfc, 0xff);
  assert.is(evaluate(loop, [1], { register: () => 0, readWord: () => 0 }), null);
});

test("frames of the kept programs are all understood", () => {
  for (const build of keptBuilds) {
    const log = new ProblemLog(build.name);
    const sections = findDebugSections(readElf(loadKept(build).bytes, build.name).sections, log);
    const frames = sections ? readFrames(sections, log, () => true) : [];
    assert.ok(frames.length > 5);
    assert.ok(frames.every((frame) => frameRows(frame) !== null));
  }
});

/** What a file says; symbols are left out, as they hold names of the compiler's temporary files. */
function contents(bytes: Uint8Array): string[] {
  const said = readElf(bytes, "kept").sections.filter((section) => !/tab$/.test(section.name));
  return said.map((section) => `${section.name} ${Buffer.from(section.bytes).toString("latin1")}`);
}

for (const build of keptBuilds) {
  testWithBuild(test, "the kept program is what its sources give", build, ({ bytes }) => {
    const [ours, kept] = [contents(bytes), contents(loadKept(build).bytes)];
    const compilers = (texts: string[]): string => texts.filter((text) => text.startsWith(".comment ")).join();
    if (compilers(ours) !== compilers(kept)) {
      console.log(`SKIP rebuilding ${build.name}: it was built by another version of the compiler`);
      return;
    }
    const differing = ours.filter((text, i) => text !== kept[i]).map((text) => text.split(" ")[0]);
    assert.is(differing.join(), "", "build and keep it anew");
  });
}

testWithToolchain(test, "compressed debug sections leave the program usable and are told", () => {
  const build: Build = { ...(builds[0] as Build), flags: ["-O2", "-g", "-gz"] };
  withProgram(build, ({ image }) => {
    assert.is(image.debug?.placeAt(image.symbols.named("main")?.address ?? 0), null);
    assert.is(image.debug?.problems[0]?.code, "IMG16");
    assert.match(image.debug?.problems[0]?.message ?? "", /compressed/);
  });
});

test.run();
