/**
 * Call chains over exceptions and security states on stacks laid out by hand from the architecture manual; and
 * against GDB, which stops a program running on QEMU.
 */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Backtrace, backtrace, type StoppedState } from "../../src/image/backtrace.ts";
import { wordAt } from "../../src/image/cursor.ts";
import type { ElfSymbol } from "../../src/image/elf-symbol.ts";
import type { Image } from "../../src/image/image.ts";
import { unwindByPrologue } from "../../src/image/prologue.ts";
import { SymbolTable } from "../../src/image/symbols.ts";
import { comparable, debuggerStops, ourChain, stops, upToMain } from "./debugger.ts";
import { type Build, builds, missingDebugger, missingFor, run, testWithToolchain, withProgram } from "./toolchain.ts";

/** Each function is 16 bytes: PUSH {R4, LR}; six NOPs; POP {R4, PC}. Frames are 8 bytes: R4, return address. */
const functionBytes = 16;
const names = ["thread_main", "thread_work", "handler", "handler_work", "secure_main", "secure_work", "entry"];

function addressOf(name: string): number {
  return 0x1000 + functionBytes * names.indexOf(name);
}

/** A place after the push; as a return address with the Thumb bit. */
function inside(name: string): number {
  return addressOf(name) + 8;
}

const symbols = names.map((name): ElfSymbol => {
  const common = { thumb: true, kind: "function", binding: "global", inCode: true, section: ".text" } as const;
  return { name, address: addressOf(name), sizeBytes: functionBytes, ...common };
});
const codeEnd = 0x1000 + functionBytes * names.length;
const image: Image = {
  file: "vm0.elf",
  format: "elf",
  segments: [],
  entry: null,
  symbols: new SymbolTable(symbols, [{ start: 0x1000, end: codeEnd }]),
  hardFloat: false,
  debug: null,
};

type Memory = Record<number, number>;

function readCode(address: number): number | null {
  if (address < 0x1000 || address >= codeEnd) return null;
  const offset = address % functionBytes;
  return offset === 0 ? 0xbf00_b510 : offset === 12 ? 0xbd10_bf00 : 0xbf00_bf00;
}

function words(address: number, ...values: readonly number[]): Memory {
  return Object.fromEntries(values.map((value, i) => [address + 4 * i, value]));
}

const stackPointers = { mainSecure: 0x3000, processSecure: 0x4000, mainNonSecure: 0x5000, processNonSecure: 0x6000 };

function stopAt(name: string, sp: number, more: Partial<StoppedState> = {}): StoppedState {
  const registers = Array.from({ length: 16 }, (_, i) => 0x100 + i);
  registers[13] = sp;
  registers[14] = 0xdead_0001;
  registers[15] = inside(name);
  const processStackSelected = { secure: false, nonSecure: true };
  const common = { secure: false, handler: true, exceptionNumber: 15, stackPointers, processStackSelected };
  return { registers, ...common, floatCalleeStacked: false, ...more };
}

function trace(start: StoppedState, memory: Memory, limit = 64): Backtrace {
  return backtrace([image], start, (address) => readCode(address) ?? memory[address] ?? null, { limit });
}

function chain(result: Backtrace): string {
  const frames = result.frames.map(
    (f) => `${f.kind === "interrupted" ? "! " : ""}${f.secure ? "S" : "NS"}:${f.function}`,
  );
  return [...frames, `(${result.end})`].join(" < ");
}

/** R0 to R3, R12, LR, PC, xPSR. */
function basicFrame(name: string, status = 0x0100_0000): number[] {
  return [0x10, 0x11, 0x12, 0x13, 0x1c, 0xdead_0001, inside(name), status];
}

test("an exception taken from a thread leads from the main stack to the process stack", () => {
  const result = trace(stopAt("handler_work", 0x5000), {
    ...words(0x5000, 0x44, inside("handler") + 1, 0x45, 0xffff_ffbc),
    ...words(0x6000, ...basicFrame("thread_work"), 0x46, inside("thread_main") + 1, 0x47, 0),
  });
  assert.is(chain(result), "NS:handler_work < NS:handler < ! NS:thread_work < NS:thread_main < (outermost)");
  const interrupted = result.frames[2];
  assert.is(interrupted?.exceptionNumber, 15);
  assert.is(interrupted?.address, inside("thread_work"));
  assert.equal(
    [0, 1, 2, 3, 4, 12, 13, 14].map((r) => interrupted?.registers[r]),
    [0x10, 0x11, 0x12, 0x13, 0x45, 0x1c, 0x6020, 0xdead_0001],
  );
  assert.is(result.frames[3]?.registers[4], 0x46);
});

test("an exception that interrupts a handler is found below it on the same stack", () => {
  const result = trace(stopAt("handler_work", 0x5000), {
    ...words(0x5000, 0x44, 0xffff_ffb0, ...basicFrame("handler", 0x0100_000b), 0x45, 0xffff_ffbc),
    ...words(0x6000, ...basicFrame("thread_main"), 0x46, 0xffff_ffff),
  });
  assert.is(chain(result), "NS:handler_work < ! NS:handler < ! NS:thread_main < (outermost)");
  assert.equal(
    result.frames.map((frame) => frame.exceptionNumber),
    [null, 15, 11],
  );
});

test("a frame that was realigned gives the stack pointer that the thread had", () => {
  const memory = {
    ...words(0x5000, 0x44, 0xffff_ffbc),
    ...words(0x6000, ...basicFrame("thread_main", 0x0100_0200), 0xaaaa_aaaa, 0x46, 0),
  };
  const result = trace(stopAt("handler", 0x5000), memory);
  assert.is(result.frames[1]?.registers[13], 0x6024);
  assert.is(result.end, "outermost");
});

test("an extended frame is longer by S0 to S15, FPSCR and a spare word", () => {
  const floats = new Array<number>(18).fill(0x3f80_0000);
  const memory = {
    ...words(0x5000, 0x44, 0xffff_ffac),
    ...words(0x6000, ...basicFrame("thread_work"), ...floats, 0x46, inside("thread_main") + 1, 0x47, 0),
  };
  assert.is(
    chain(trace(stopAt("handler", 0x5000), memory)),
    "NS:handler < ! NS:thread_work < NS:thread_main < (outermost)",
  );
});

const secureInterrupted = {
  ...words(0x5000, 0x44, 0xffff_fff8),
  ...words(0x3000, 0xfefa_125b, 0, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x3a, 0x3b),
  ...words(0x3028, ...basicFrame("secure_work"), 0x46, inside("secure_main") + 1, 0x47, 0xffff_ffff),
};

test("Secure code that a Non-secure exception interrupted gets R4 to R11 back from the additional context", () => {
  const result = trace(stopAt("handler", 0x5000), secureInterrupted);
  assert.is(chain(result), "NS:handler < ! S:secure_work < S:secure_main < (outermost)");
  assert.equal(result.frames[1]?.registers.slice(4, 12), [0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x3a, 0x3b]);
});

test("a Secure frame without integrity signature is not believed", () => {
  const result = trace(stopAt("handler", 0x5000), { ...secureInterrupted, 12288: 0x1234_5678 });
  assert.is(chain(result), "NS:handler < (unreadable)");
});

test("Secure extended frames hold S16 to S31, too, when FPCCR.TS says so", () => {
  const floats = new Array<number>(34).fill(0);
  const memory = {
    ...words(0x5000, 0x44, 0xffff_ffe8),
    ...words(0x3000, 0xfefa_125a, 0, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x3a, 0x3b),
    ...words(0x3028, ...basicFrame("secure_work"), ...floats, 0x46, inside("secure_main") + 1, 0x47, 0),
  };
  const result = trace(stopAt("handler", 0x5000, { floatCalleeStacked: true }), memory);
  assert.is(chain(result), "NS:handler < ! S:secure_work < S:secure_main < (outermost)");
});

test("a Secure exception that interrupts a Non-secure thread finds it on its own stack", () => {
  const memory = {
    ...words(0x3000, 0x44, 0xffff_ffbd),
    ...words(0x6000, ...basicFrame("thread_work"), 0x46, inside("thread_main") + 1, 0x47, 0),
  };
  assert.is(
    chain(trace(stopAt("handler", 0x3000, { secure: true }), memory)),
    "S:handler < ! NS:thread_work < NS:thread_main < (outermost)",
  );
});

test("a call from Secure to Non-secure code returns through FNC_RETURN on the Secure stack", () => {
  const memory = {
    ...words(0x6000, 0x44, 0xfeff_ffff),
    ...words(0x3000, inside("secure_work") + 1, 0, 0x45, inside("secure_main") + 1, 0x46, 0),
  };
  const result = trace(stopAt("thread_work", 0x6000, { handler: false, exceptionNumber: 0 }), memory);
  assert.is(chain(result), "NS:thread_work < S:secure_work < S:secure_main < (outermost)");
  assert.is(result.frames[1]?.registers[13], 0x3008);
});

test("a Secure entry function returns to a Non-secure caller at an address without Thumb bit", () => {
  const memory = {
    ...words(0x3000, 0x44, inside("thread_work")),
    ...words(0x6000, 0x45, inside("thread_main") + 1, 0x46, 0),
  };
  const start = stopAt("entry", 0x3000, { secure: true, handler: false, exceptionNumber: 0 });
  assert.is(chain(trace(start, memory)), "S:entry < NS:thread_work < NS:thread_main < (outermost)");
});

test("after a jump through a wrong pointer the link register leads back", () => {
  const start = stopAt("handler", 0x6000, { handler: false, exceptionNumber: 0 });
  const registers = start.registers.with(15, 0).with(14, inside("thread_work") + 1);
  const result = trace({ ...start, registers }, words(0x6000, 0x44, inside("thread_main") + 1, 0x45, 0));
  assert.is(chain(result), "NS:null < NS:thread_work < NS:thread_main < (outermost)");
  assert.equal(
    result.frames.map((frame) => frame.guessed),
    [false, true, true],
  );
});

test("a return address at a function's start, planted below a task, is the outermost end", () => {
  const memory = words(0x5000, 0x44, addressOf("secure_main") + 1);
  const below = (before: number) => (address: number) =>
    address === addressOf("secure_main") - 4 ? before : (readCode(address) ?? memory[address] ?? null);
  const end = (before: number) => chain(backtrace([image], stopAt("thread_work", 0x5000), below(before)));
  assert.is(end(0xbd10_bf00), "NS:thread_work < (outermost)");
  // A call that never returns may be the last instruction of a function: BL, BLX, BLXNS.
  for (const call of [0xf800_f000, 0x4798_bf00, 0x479c_bf00]) {
    assert.is(end(call), "NS:thread_work < NS:handler_work < (no rules)", call.toString(16));
  }
});

test("memory that cannot be read ends the chain", () => {
  assert.is(chain(trace(stopAt("handler", 0x5000), {})), "NS:handler < (no rules)");
  assert.is(chain(trace(stopAt("handler", 0x5000), words(0x5000, 1, 0xffff_ffbc))), "NS:handler < (unreadable)");
});

test("a stack that returns to the same function for ever ends at the limit", () => {
  const endless = backtrace([image], stopAt("handler_work", 0x5000), (at) => readCode(at) ?? inside("handler") + 1, {
    limit: 20,
  });
  assert.is(endless.end, "no rules", "a return into the same function is left over from a call");
  const swinging = backtrace(
    [image],
    stopAt("handler_work", 0x5000),
    (at) => readCode(at) ?? inside((at & 8) === 0 ? "handler" : "thread_work") + 1,
    { limit: 20 },
  );
  assert.is(swinging.end, "limit");
  assert.is(swinging.frames.length, 20);
});

test("exception frames that lead in a circle end the chain", () => {
  const circle = words(0x5000, 0x44, 0xffff_ffbc);
  const memory = { ...circle, ...words(0x6000, ...basicFrame("handler"), 0x46, 0xffff_ffbc) };
  const result = backtrace([image], stopAt("handler", 0x5000), (at) => readCode(at) ?? memory[at] ?? 0xffff_ffb8);
  assert.is(result.end, "limit");
  assert.ok(result.frames.length <= 64);
});

testWithToolchain(
  test,
  "at every return address of compiled code the first instructions give what the rules give",
  () => {
    for (const build of builds.filter((one) => !one.name.startsWith("-O0") && missingFor(one) === null)) {
      withProgram(build, ({ path, image: program }) => {
        const read = (at: number): number | null => {
          const s = program.segments.find(
            (segment) => at >= segment.address && at + 4 <= segment.address + segment.bytes.length,
          );
          return s ? wordAt(s.bytes, at - s.address) : at >= 0x2000_0000 ? at : null;
        };
        const listing = run("objdump", ["-d", path]);
        const calls = [...listing.matchAll(/^\s*([0-9a-f]+):\t[0-9a-f ]+\tblx?\s/gm)];
        let compared = 0;
        for (const call of calls) {
          const pc = Number.parseInt(call[1] as string, 16) + 4;
          const start = program.symbols.functionAt(pc - 1)?.symbol.address ?? 0;
          if (!program.debug?.placeAt(pc - 1)?.file.startsWith("/programs/")) continue;
          const registers = Array.from({ length: 16 }, (_, i) =>
            i === 13 || i === 7 ? 0x2000_f000 : 0x2000_8000 + 16 * i,
          );
          const expected = program.debug.unwind(pc - 1, registers, read);
          if (!expected) continue;
          const ours = unwindByPrologue(start, pc, registers, read);
          const shown = (values: readonly (number | null)[] | null): string =>
            [4, 5, 6, 8, 9, 10, 11, 13, 15].map((r) => `r${r}=${values?.[r]?.toString(16)}`).join(" ");
          assert.is(shown(ours), shown(expected), `${build.name}: at ${pc.toString(16)}`);
          compared++;
        }
        assert.ok(compared > 5, `${build.name}: ${compared} calls`);
      });
    }
  },
);

/** GDB makes up frames for calls that replaced their caller's frame; without such calls there is nothing to make up. */
const noTailCalls = "-fno-optimize-sibling-calls";

const levels = ["-O0", "-O2", "-Os"];
for (const level of levels) {
  const files = ["vectors.S", "exceptions.c", "other.c"];
  const build: Build = {
    name: level,
    flags: [level, "-gdwarf-5", noTailCalls],
    flashOrigin: 0,
    files,
    cpu: "cortex-m3",
  };
  const check = (): void => {
    withProgram(build, (program) => {
      const found = debuggerStops(program);
      assert.is(found.length, stops);
      const nested = found.filter((stop) => stop.chain.filter((frame) => frame === "exception").length === 2);
      assert.ok(nested.length > 3, "some stops are in an exception that interrupted another");
      for (const [i, stop] of found.entries()) {
        const { trace, chain } = ourChain(program, stop);
        const where = `stop ${i} at 0x${stop.registers[15]?.toString(16)} (ours ended: ${trace.end})`;
        const physical = trace.frames.findIndex((frame) => frame.kind === "called" || frame.kind === "interrupted");
        const ours = upToMain(chain);
        const callers = Math.max(0, ours.length - physical);
        assert.ok(physical > 0, where);
        assert.is(comparable(ours, callers), comparable(upToMain(stop.chain), callers), where);
      }
    });
  };
  testWithToolchain(test, `GDB shows the same call chain at every stop of a run (${level})`, check, missingDebugger);
}

test.run();
