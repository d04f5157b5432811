/** How diagnostics read on a terminal: whole texts, compared with files that were read aloud. */
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Diagnostic, diagnostic, type Label } from "../../src/base/diagnostic.ts";
import { renderDiagnostic } from "../../src/cli/render/diagnostic.ts";
import { matchFile } from "../support/golden.ts";

const config = [
  "#include <config.h>",
  "",
  "struct vm_config baremetal = {",
  "\t.entry = 0x00020000,",
  "\t.platform = {",
  "\t\t.regions = (struct vm_mem_region[]) {",
  "\t\t\t{ .base = 0x20010000, .sise = 0x7000 },",
  "\t\t\t{ .base = 0x20014000, .size = 0x4000 },",
  "\t\t},",
  "\t\t.devs = (struct vm_dev_region[]) {",
  "\t\t\t{",
  "\t\t\t\t.pa = 0x40089000,",
  "\t\t\t\t.va = 0x40089000,",
  "\t\t\t\t.size = 0x1000,",
  "\t\t\t},",
  "\t\t},",
  "\t},",
  "};",
].join("\n");

/** Covers the first occurrence of `from` up to the end of the first `to` after it. */
function label(text: string, from: string, words: string, { to = from, file = "config.c" } = {}): Label {
  const start = text.indexOf(from);
  const end = text.indexOf(to, start) + to.length;
  const place = (offset: number): { line: number; column: number } => {
    const before = text.slice(0, offset).split("\n");
    return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
  };
  const [head, tail] = [place(start), place(end)];
  return { file, ...head, endLine: tail.line, endColumn: tail.column, text: words };
}

const texts = new Map([
  ["config.c", config],
  ["chronovisor.yaml", "board: lpc55s69\nimages:\n  baremetal: ../baremetal.elf\n"],
]);

const plain = { colour: false, width: 80 };

function golden(name: string, subject: Diagnostic, options = plain, files: ReadonlyMap<string, string> = texts): void {
  matchFile(join(import.meta.dirname, "render", `${name}.txt`), `${renderDiagnostic(subject, files, options)}\n`);
}

test("one label, with tabs, a help line and the edit that mends it", () => {
  const place = label(config, ".sise", "no such field");
  golden(
    "unknown-field",
    diagnostic("CFG11", "struct vm_mem_region has no field `sise`", {
      labels: [place],
      help: ["did you mean `size`?"],
      fix: { title: "write `size`", edits: [{ span: place, replacement: ".size" }] },
    }),
  );
});

test("two labels on one line, the second one plain", () => {
  golden(
    "same-line",
    diagnostic("CFG13", "number out of range", {
      labels: [label(config, "0x20010000", "this address"), label(config, "0x7000", "with this size")],
    }),
  );
});

test("labels far apart in one file and one in another, with VM and tick", () => {
  const yaml = texts.get("chronovisor.yaml") as string;
  golden(
    "two-files",
    diagnostic("FLT01", "baremetal read 0x40088e08 in uart_init, main.c:41, which is not granted to it", {
      labels: [
        label(config, ".pa = 0x40089000", "this window ends 0x1f8 bytes before the address"),
        label(config, ".entry = 0x00020000", "the VM starts here"),
        label(yaml, "../baremetal.elf", "its image", { file: "chronovisor.yaml" }),
      ],
      help: ["grant the device:\n  { .pa = 0x40088000, .va = 0x40088000, .size = 0x1000 }", "calls: uart_init < main"],
      vm: "baremetal",
      tick: 123456,
    }),
  );
});

test("a label over several lines shows its first two and its last", () => {
  golden(
    "several-lines",
    diagnostic("CFG20", "this device has no interrupts", {
      severity: "warning",
      labels: [label(config, "{\n\t\t\t\t.pa", "the device", { to: "}" })],
    }),
  );
});

test("labels over several lines inside each other stand side by side", () => {
  golden(
    "nested",
    diagnostic("CFG20", "two of them", {
      labels: [
        label(config, "{\n\t\t\t\t.pa", "the device", { to: "}" }),
        label(config, ".devs", "the list it is in", { to: "},\n\t\t}," }),
        label(config, "0x1000,", "its size"),
      ],
    }),
  );
});

test("wide characters move the marks by two columns", () => {
  const text = '/* 共有メモリ */ .bsae = 0x20017000, /* 🕰️ */ .size = "x"';
  const files = new Map([["wide.c", text]]);
  golden(
    "wide",
    diagnostic("CFG11", "struct ipc has no field `bsae`", {
      labels: [
        label(text, ".bsae", "no such field", { file: "wide.c" }),
        label(text, '"x"', "not a number", { file: "wide.c" }),
      ],
    }),
    plain,
    files,
  );
});

test("a line wider than the terminal is cut around the mark", () => {
  const text = `#define LONG ${"0x10 + ".repeat(40)}BSE + ${"0x20 + ".repeat(20)}0`;
  const files = new Map([["long.c", text]]);
  golden(
    "long",
    diagnostic("CFG09", "unknown name `BSE`", { labels: [label(text, "BSE", "unknown", { file: "long.c" })] }),
    plain,
    files,
  );
});

test("a file without text shows its name and the words, once", () => {
  const at = { file: "guest.elf", line: 1, column: 1, endLine: 1, endColumn: 1 };
  golden(
    "binary",
    diagnostic("IMG04", "guest.elf is for AArch64, not for Arm", {
      labels: [
        { ...at, text: "e_machine is 183" },
        { ...at, text: "e_machine is 183" },
      ],
      help: [
        "build it with -mcpu=cortex-m33; the toolchain is called arm-none-eabi-gcc on most systems, and it is free",
      ],
    }),
  );
});

test("a label behind the end of the text does not break the frame", () => {
  const last = { file: "config.c", line: 99, column: 7, endLine: 99, endColumn: 8 };
  const text = renderDiagnostic(
    diagnostic("CFG01", "end of file", { labels: [{ ...last, text: "here" }] }),
    texts,
    plain,
  );
  assert.match(text, "config.c:99:7");
  assert.match(text, "^ here");
});

test("control characters of a file never reach the terminal", () => {
  const text = ".base = \u001b[31m1;\u202e";
  const files = new Map([["x\u001b.c", text]]);
  const subject = diagnostic("CFG02", "bad \u001b[2J", {
    labels: [{ file: "x\u001b.c", line: 1, column: 1, endLine: 1, endColumn: 6, text: "\u0007" }],
    help: ["\u001b]0;title\u0007"],
  });
  const shown = renderDiagnostic(subject, files, plain);
  const steering = [...shown].filter((one) => one !== "\n" && (one < " " || one === "\u202e"));
  assert.equal(steering, []);
});

test("colour changes nothing but colour", () => {
  const subject = diagnostic("CFG13", "number out of range", { labels: [label(config, "0x7000", "too large")] });
  const coloured = renderDiagnostic(subject, texts, { colour: true, width: 80 });
  const esc = String.fromCharCode(27);
  assert.ok(coloured.includes(`${esc}[31m`));
  const stripped = coloured.replace(new RegExp(`${esc}\\[\\d+m`, "g"), "");
  assert.is(stripped, renderDiagnostic(subject, texts, plain));
});

test.run();
