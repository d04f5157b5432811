/** One mistake is one message: what only follows from it is not told. */
import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { InputError } from "../../src/base/diagnostic.ts";
import { readCrossconConfig } from "../../src/config/crosscon-c/reader.ts";
import { readDeviceTree } from "../../src/config/devicetree/reader.ts";
import { readProject } from "../../src/config/project.ts";

const right = readFileSync("examples/two-vms/config.c", "utf8").replace("@@KERNEL_ENTRY@@", "0x40000");
const projectText =
  "board: lpc55s69\nhypervisor: { kind: crosscon, config: config.c }\nimages: { kernel: kernel.elf }\n";

/** Every message about a text, warnings too, each with its code. */
async function messagesOn(read: Promise<unknown>): Promise<string[]> {
  try {
    await read;
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics.map(({ code, message }) => `${code}: ${message}`);
    throw error;
  }
  return [];
}

const changed = (from: string, to: string): string => {
  assert.ok(right.includes(from), from);
  return right.replace(from, () => to);
};

const deep = (open: string, close: string): string => `${open.repeat(300)}1${close.repeat(300)}`;

const mistakes: Readonly<Record<string, readonly [text: string, message: RegExp]>> = {
  "a misspelt count": [changed(".region_num", ".regoin_num"), /^CFG11: .*regoin_num/],
  "a misspelt list": [changed(".regions =", ".regoins ="), /^CFG11: .*regoins/],
  "a misspelt macro in a list of fields": [changed("CONFIG_HEADER", "CONFIG_HEADR"), /^CFG09: .*CONFIG_HEADR/],
  "a placeholder without its end": [changed(".entry = 0x40000", ".entry = @@KERNEL"), /^CFG02: .*no end/],
  "macro calls in each other": [
    changed(".cpu_num = 1", `.cpu_num = ${deep("F(", ")")}`).replace("#define KIB", "#define F(x) x\n#define KIB"),
    /^CFG22/,
  ],
  "a macro in its own text": [changed("KIB(n) ((n) * 1024)", "KIB(n) KIB(n)"), /^CFG09: the macro `KIB` is not repl/],
  "a word that is half written": [`${right}\nstr\n`, /^CFG01: .*str/],
};

test("the text without a mistake has no message", async () => {
  assert.equal(await messagesOn(readCrossconConfig(right, "config.c")), []);
});

for (const [name, [text, message]] of Object.entries(mistakes)) {
  test(`${name} is told in one message`, async () => {
    const messages = await messagesOn(readCrossconConfig(text, "config.c"));
    assert.is(messages.length, 1, messages.join("\n"));
    assert.match(messages[0] ?? "", message);
  });
}

test("a project file that is no YAML is told in one message, at the first place", async () => {
  for (const from of ["config.c }", "kernel.elf }"]) {
    const messages = await messagesOn(readProject(projectText.replace(from, from.slice(0, -2)), "chronovisor.yaml"));
    assert.is(messages.length, 1, messages.join("\n"));
    assert.match(messages[0] ?? "", /^CFG30/);
  }
});

test("a project file that is no text, or deeper than anybody writes, is told by that", async () => {
  const deep: Readonly<Record<string, string>> = {
    lists: `board: ${"[".repeat(5000)}${"]".repeat(5000)}`,
    maps: `board: ${"{a: ".repeat(60_000)}`,
    dashes: `${"- ".repeat(60_000)}a`,
    questions: "? ".repeat(20_000),
  };
  for (const [name, text] of Object.entries(deep)) {
    const messages = await messagesOn(readProject(text, "chronovisor.yaml"));
    assert.is(messages.length, 1, messages.join("\n"));
    assert.match(messages[0] ?? "", /^CFG30: the project file is nested/, name);
  }
  const brackets = await messagesOn(readProject(`board: ${"[".repeat(90)}${"]".repeat(90)}`, "chronovisor.yaml"));
  assert.match(brackets[0] ?? "", /^CFG32: `board`/, "what can be read is judged by what it says");
  for (const byte of ["\0", "\x01"]) {
    const messages = await messagesOn(readProject(`${byte}ELF`, "chronovisor.yaml"));
    assert.equal(messages, ["CFG30: the project file is no text"]);
  }
});

test("a device tree that is none is told by why: it was built, or nothing stands in it", () => {
  const told = (text: string): readonly (readonly [string, string])[] => {
    try {
      readDeviceTree({ files: ["zephyr.dts"], includeFolders: [], readText: () => text });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return error.diagnostics.map(({ code, message, help }) => [`${code}: ${message}`, help.join(" ")]);
    }
    return [];
  };
  const [[built, help] = ["", ""], ...more] = told("\u00d0\r\u00fe\u00ed\0");
  assert.is(built, "CFG02: zephyr.dts is no text");
  assert.not.match(help, "config.c");
  assert.is(more.length, 0);
  for (const text of ["", "/* cut short */\n"])
    assert.equal(told(text), [["DTS01: zephyr.dts describes nothing", "was the build cut short?"]]);
  assert.equal(told("/ { };\n"), []);
});

test("a semicolon is offered where only it is lacking, and not behind half a word", async () => {
  const fixOf = async (text: string): Promise<string | undefined> => {
    try {
      await readCrossconConfig(text, "config.c");
    } catch (error) {
      if (error instanceof InputError) return error.diagnostics[0]?.fix?.title;
      throw error;
    }
    return "nothing is wrong";
  };
  const last = right.trimEnd();
  assert.ok(last.endsWith("};"));
  assert.is(await fixOf(last.slice(0, -1)), "write ;");
  assert.is(await fixOf(`${right}static const int lines = 4`), "write ;");
  assert.is(await fixOf(`${right}str\n`), undefined);
  assert.is(await fixOf(right.replace("struct vm_config", "str\nstruct vm_config")), undefined);
});

test.run();
