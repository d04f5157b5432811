/** Types and variables by name against GDB, which reads the same debug information. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { DataType } from "../../src/image/dwarf/data-type.ts";
import { readDebugInfo } from "../../src/image/dwarf/debug-info.ts";
import { readElf } from "../../src/image/elf.ts";
import { readImage } from "../../src/image/image.ts";
import { hasProgram } from "../support/skip.ts";
import { type Build, builds, keptBuilds, loadKept, type Program, testWithBuild } from "./toolchain.ts";

const noDebugger = hasProgram("gdb-multiarch") ? null : "no gdb-multiarch";
const script = fileURLToPath(new URL("data-oracle.py", import.meta.url));

const typeNames = ["node", "unnamed_t", "outer", "bits", "tight", "empty_array", "colour", "small", "const_count_t"];
const variableNames = [
  ...["first_outer", "second_outer", "ring", "file_own", "none", "unnamed", "declared_first"],
  ...["favourite", "pointer_to_wide"],
];

const dataBuilds = builds
  .filter(({ name }) => /-O[02]/.test(name) && !name.includes("at 0"))
  .map((build): Build => ({ ...build, files: ["start.S", "types.c"] }));

/** As data-oracle.py words it. */
function describe(type: DataType | null, depth = 0): string {
  if (type === null) return "opaque";
  const label = type.name ?? "-";
  switch (type.kind) {
    case "base":
      return `base ${type.sizeBytes}${type.float ? "" : type.signed ? " signed" : " unsigned"}`;
    case "pointer":
      return depth > 0 ? "pointer" : `pointer to ${describe(type.target(), depth + 1)}`;
    case "array":
      return `array ${type.count ?? 0} of ${describe(type.element(), depth + 1)}`;
    case "enum": {
      const values = [...type.values()].map(([value, name]) => `${name}=${value}`);
      return `enum ${label} ${type.sizeBytes} ${values.join(",")}`;
    }
    case "record": {
      if (depth > 2) return `record ${label} ${type.sizeBytes}`;
      const members = type.members().map((member) => {
        const { name, offsetBytes, bits } = member;
        const width = bits ? `:${bits.size}` : "";
        return `${name ?? "-"}@${offsetBytes * 8 + (bits?.shift ?? 0)}${width} ${describe(member.type(), depth + 1)}`;
      });
      return `record ${label} ${type.sizeBytes} {${members.join("; ")}}`;
    }
    default:
      return "opaque";
  }
}

function askDebugger({ path }: Program): string[] {
  const names = `NAMES = ${JSON.stringify(typeNames)}; VARIABLES = ${JSON.stringify(variableNames)}`;
  const commands = ["-ex", `python ${names}`, "-ex", `source ${script}`];
  return execFileSync("gdb-multiarch", ["-q", "-nx", "-batch", ...commands, path], { encoding: "utf8" })
    .trimEnd()
    .split("\n");
}

for (const build of dataBuilds) {
  testWithBuild(
    test,
    "types and variables are what GDB says they are",
    build,
    (program) => {
      const data = program.image.debug?.data;
      const types = typeNames.map((name) => `TYPE ${name} ${describe(data?.type(name) ?? null)}`);
      const variables = variableNames.flatMap((name) => {
        const variable = data?.variable(name);
        return variable ? `VARIABLE ${name} 0x${variable.address.toString(16)} ${describe(variable.type)}` : [];
      });
      assert.equal([...types, ...variables], askDebugger(program));
    },
    noDebugger,
  );
}

testWithBuild(
  test,
  "a variable of one file and a variable inside a function are told apart from global ones",
  dataBuilds[0] as Build,
  ({ image }) => {
    const data = image.debug?.data;
    assert.is(data?.variable("ring")?.global, true);
    assert.is(data?.variable("file_own")?.global, false);
    assert.is(data?.variable("inside"), null);
  },
);

testWithBuild(test, "an array without a bound has no count and no size", dataBuilds[0] as Build, ({ image }) => {
  const type = image.debug?.data.type("flexible");
  const rest = type?.kind === "record" ? type.members()[1]?.type() : null;
  assert.is(rest?.kind === "array" && rest.count, null);
  assert.is(rest?.sizeBytes, 0);
  assert.is(type?.sizeBytes, 4);
});

test("the kept programs' variables lie where their symbols lie", () => {
  for (const { image, build } of keptBuilds.map(loadKept)) {
    const variables = image.debug?.data.variables() ?? [];
    assert.ok(variables.length > 0, `${build.name} has variables`);
    for (const { name, address } of variables) {
      const symbols = image.symbols.allNamed(name).map((symbol) => symbol.address);
      assert.ok(symbols.includes(address), `${build.name}: ${name} at ${address.toString(16)}, symbols: ${symbols}`);
    }
  }
});

test("damaged type information ends reading and raises nothing", () => {
  const [kept] = keptBuilds.map(loadKept);
  assert.ok(kept);
  const elf = readElf(kept.bytes, "kept.elf");
  const { symbols } = readImage(kept.bytes, "kept.elf");
  const info = elf.sections.find((section) => section.name === ".debug_info");
  assert.ok(info);
  const start = kept.bytes.findIndex((_, i) => info.bytes.every((byte, j) => j > 64 || kept.bytes[i + j] === byte));
  let read = 0;
  for (let at = start; at < start + info.bytes.length; at += 3) {
    const damaged = Uint8Array.from(kept.bytes);
    damaged[at] = (damaged[at] as number) ^ 0x5b;
    const data = readDebugInfo(readElf(damaged, "damaged.elf").sections, symbols, "damaged.elf")?.data;
    for (const { type } of data?.variables() ?? []) describe(type);
    read++;
  }
  assert.ok(read > 50);
});

test.run();
