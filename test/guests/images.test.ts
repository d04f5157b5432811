import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { hasProgram, skipUnless } from "../support/skip.ts";
import { root } from "./example.ts";

/** What guests/build.mjs exports. */
interface Builder {
  readonly guests: Readonly<Record<string, unknown>>;
  readonly compiler: { readonly program: string; readonly major: number };
  buildGuest(name: string, folder: string): string;
}

const builder: Builder = await import(new URL("../../guests/build.mjs", import.meta.url).href);
const { guests, compiler, buildGuest } = builder;
const names = Object.keys(guests);
const committed = (name: string): string => join(root, "guests", `${name}.elf`);

/** Major version of the compiler here; null where there is none. */
function compilerMajor(): number | null {
  if (!hasProgram(compiler.program)) return null;
  const version = execFileSync(compiler.program, ["-dumpversion"], { encoding: "utf8" });
  return Number.parseInt(version, 10);
}

const rebuilt = "the committed images are what their sources make";
const wanted = `${compiler.program} ${compiler.major} is not installed`;
if (skipUnless(compilerMajor() === compiler.major, rebuilt, wanted)) {
  test(rebuilt, () => {
    const folder = mkdtempSync(join(tmpdir(), "guests-"));
    try {
      for (const name of names) {
        const same = readFileSync(buildGuest(name, folder)).equals(readFileSync(committed(name)));
        assert.ok(same, `guests/${name}.elf is stale: node guests/build.mjs ${name}`);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

const objdump = "arm-none-eabi-objdump";
/** Mnemonics of floating point and of the DSP extension (DDI 0553, C2.4), which the engine does not execute yet. */
const unwanted = [
  /^v[a-z]+(\.|$)/,
  /^([su]h?|u?q|uh)(add|sub)(8|16)|^([su]h?|u?q)(asx|sax)|^qd?(add|sub)|^sel|^usada?8/,
  /^(smla|smul|smlal)[bt][bt]|^sm(la|ul)w[bt]|^sm(la|lal|ls|lsl|ua|us)dx?|^smml[as]r?|^smmulr?|^umaal/,
  /^pkh|^[su]xta[bh]|^[su]xtb16|^[su]sat16/,
];
const isUnwanted = (mnemonic: string): boolean => unwanted.some((pattern) => pattern.test(mnemonic));

/** Mnemonics of an image, as objdump names them, without condition and width. */
function mnemonicsOf(elf: string): Set<string> {
  const listing = execFileSync(objdump, ["-d", elf], { encoding: "utf8", maxBuffer: 1 << 26 });
  const fields = listing.split("\n").map((line) => line.split("\t"));
  return new Set(fields.flatMap(([, , mnemonic]) => (mnemonic === undefined ? [] : [mnemonic.replace(/\.[nw]$/, "")])));
}

const plain = "no guest has a floating-point or DSP instruction";
if (skipUnless(hasProgram(objdump), plain, `${objdump} is not installed`)) {
  test(plain, () => {
    for (const name of names) {
      const mnemonics = mnemonicsOf(committed(name));
      assert.ok(mnemonics.has("bl") && mnemonics.size > 20, `${name} was disassembled`);
      const found = [...mnemonics].filter(isUnwanted);
      assert.equal(found, [], name);
    }
  });
}

test("what counts as floating point or DSP is neither too much nor too little", () => {
  const some =
    "vadd.f32 vldr vpush uadd8 shsub16 uqasx qdadd sel smlabt smulbb smlald smuadx smmla umaal pkhbt sxtah uxtb16";
  assert.equal(
    some.split(" ").filter((one) => !isUnwanted(one)),
    [],
  );
  const integer = "adds subs smull smlal umlal mls mla sxtb uxth sdiv ssat usat sbfx stmia umull cpsid svc";
  assert.equal(integer.split(" ").filter(isUnwanted), []);
});

test("every committed image is one that the table builds", () => {
  const folders = ["", ...new Set(names.map((name) => name.slice(0, name.lastIndexOf("/"))))];
  const found = folders.flatMap((folder) =>
    readdirSync(join(root, "guests", folder))
      .filter((file) => file.endsWith(".elf"))
      .map((file) => `${folder}/${file.slice(0, -".elf".length)}`),
  );
  assert.equal(found.sort(), [...names].sort());
});

test.run();
