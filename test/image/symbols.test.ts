/** Look-up of symbols by address and by name. */
import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { ElfSymbol } from "../../src/image/elf-symbol.ts";
import { type Interval, IntervalIndex } from "../../src/image/interval.ts";
import { SymbolTable } from "../../src/image/symbols.ts";
import { builds, run, testWithToolchain, withProgram } from "./toolchain.ts";

function symbol(name: string, address: number, sizeBytes: number, more: Partial<ElfSymbol> = {}): ElfSymbol {
  const common = { thumb: true, kind: "function", binding: "global", inCode: true, section: ".text" } as const;
  return { name, address, sizeBytes, ...common, ...more };
}

const table = new SymbolTable(
  [
    symbol("$t", 0x100, 0, { kind: "mapping", binding: "local" }),
    symbol("main", 0x100, 0x20),
    symbol("$d", 0x118, 0, { kind: "mapping", binding: "local" }),
    symbol("$t.1", 0x120, 0, { kind: "mapping", binding: "local" }),
    symbol("handler_alias", 0x120, 8, { binding: "weak" }),
    symbol("handler", 0x120, 8),
    symbol("sizeless", 0x130, 0),
    symbol("loop", 0x134, 0, { kind: "other", binding: "local" }),
    symbol("untyped", 0x140, 0, { kind: "other" }),
    symbol("value", 0x2000_0000, 4, { kind: "object", inCode: false, section: ".data" }),
    symbol("static_name", 0x150, 4, { binding: "local" }),
    symbol("static_name", 0x154, 4),
  ],
  [{ start: 0x100, end: 0x160 }],
);

function functionText(address: number): string {
  const place = table.functionAt(address);
  return place ? `${place.symbol.name}+${place.offsetBytes}` : "nothing";
}

test("an address inside a function gives its name and offset, its literals included", () => {
  assert.is(functionText(0x100), "main+0");
  assert.is(functionText(0x11e), "main+30");
});

test("of aliases the global one is shown", () => {
  assert.is(functionText(0x124), "handler+4");
});

test("between functions with sizes there is nothing", () => {
  assert.is(functionText(0x128), "nothing");
  assert.is(functionText(0xfe), "nothing");
});

test("a function without size reaches over local labels to the next global one", () => {
  assert.is(functionText(0x13e), "sizeless+14");
});

test("a label without type counts where no function is", () => {
  assert.is(functionText(0x142), "untyped+2");
});

test("no function reaches past its section", () => {
  const last = new SymbolTable([symbol("last", 0x100, 0)], [{ start: 0x100, end: 0x104 }]);
  assert.is(last.functionAt(0x103)?.symbol.name, "last");
  assert.is(last.functionAt(0x104), null);
});

test("mapping symbols tell code from literals", () => {
  assert.equal(
    [0x100, 0x116, 0x118, 0x11e, 0x120, 0x0].map((a) => table.codeKindAt(a)),
    ["thumb", "thumb", "data", "data", "thumb", null],
  );
});

test("variables are found by address", () => {
  assert.is(table.objectAt(0x2000_0003)?.symbol.name, "value");
  assert.is(table.objectAt(0x2000_0004), null);
});

test("of equal names the global one comes first", () => {
  assert.is(table.named("static_name")?.address, 0x154);
  assert.is(table.allNamed("static_name").length, 2);
  assert.is(table.named("absent"), null);
});

test("the flat index answers as a search through all intervals does, for nested ones", () => {
  const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  const property = fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
    const nested = spans.filter(([a, b], i) =>
      spans.slice(0, i).every(([c, d]) => b <= c || d <= a || (c < a && b <= d) || (a < c && d <= b)),
    );
    const intervals = nested.map(([start, end]): Interval<string> => ({ start, end, value: `${start}-${end}` }));
    const index = new IntervalIndex(intervals);
    for (let address = 0; address <= 61; address++) {
      const around = intervals.filter((i) => address >= i.start && address < i.end);
      around.sort((a, b) => a.end - a.start - (b.end - b.start));
      assert.is(index.at(address)?.value, around[0]?.value, `at ${address} of ${intervals.map((i) => i.value)}`);
    }
  });
  fc.assert(property, { numRuns: 300, verbose: true });
});

testWithToolchain(test, "objdump prints every instruction under the function that the table names", () => {
  for (const build of builds.slice(0, 3)) {
    withProgram(build, ({ path, image }) => {
      let heading = "";
      let compared = 0;
      for (const line of run("objdump", ["-d", path]).split("\n")) {
        heading = /^[0-9a-f]+ <(.*)>:$/.exec(line)?.[1] ?? heading;
        const address = /^\s+([0-9a-f]+):\t/.exec(line)?.[1];
        const place = address && image.symbols.functionAt(Number.parseInt(address, 16));
        if (!place) continue;
        const { symbol: found } = place;
        const aliases = image.symbols.symbols.filter((s) => s.address === found.address).map((s) => s.name);
        const start = image.symbols.named(heading)?.address ?? 0;
        assert.ok(aliases.includes(heading) || start > found.address, `${address}: ${found.name}, not ${heading}`);
        compared++;
      }
      assert.ok(compared > 300, "instructions were compared");
    });
  }
});

test.run();
