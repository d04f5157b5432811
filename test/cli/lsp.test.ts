/** `chronovisor lsp`, driven as an editor drives it. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { LanguageClient, type Message } from "./language-client.ts";

interface Shown {
  readonly code: string;
  readonly message: string;
  readonly severity: number;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
  readonly relatedInformation: readonly { readonly location: { readonly uri: string } }[];
}

interface Edit {
  readonly range: Record<"start" | "end", { readonly line: number; readonly character: number }>;
  readonly newText: string;
}

const uriOf = (path: string): string => pathToFileURL(path).href;

function systemIn(folder: string): string {
  cpSync("examples/two-vms/config.c", join(folder, "config.c"));
  mkdirSync(join(folder, "build/zephyr"), { recursive: true });
  cpSync("test/check/guest", join(folder, "build/zephyr"), { recursive: true });
  cpSync("guests/kernel/kernel.elf", join(folder, "build/zephyr/zephyr.elf"));
  const images = `images: { baremetal: ${resolve("guests/baremetal/baremetal.elf")}, kernel: { build: build } }`;
  writeFileSync(join(folder, "chronovisor.yaml"), `hypervisor: { kind: crosscon, config: config.c }\n${images}\n`);
  return join(folder, "config.c");
}

function edited(text: string, edits: readonly Edit[]): string {
  const starts = [0];
  for (const { index } of text.matchAll(/\n/g)) starts.push(index + 1);
  const at = ({ line, character }: Edit["range"]["start"]): number => (starts[line] ?? 0) + character;
  return [...edits]
    .sort((a, b) => at(b.range.start) - at(a.range.start))
    .reduce((now, { range, newText }) => now.slice(0, at(range.start)) + newText + now.slice(at(range.end)), text);
}

const publishedFor =
  (uri: string) =>
  ({ method, params }: Message): boolean =>
    method === "textDocument/publishDiagnostics" && (params as { uri: string }).uri === uri;

async function withServer(work: (client: LanguageClient, file: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "chronovisor-lsp-"));
  try {
    const client = new LanguageClient(["bin/chronovisor.mjs", "lsp", "--stdio"]);
    await client.request("initialize", { processId: process.pid, rootUri: uriOf(folder), capabilities: {} });
    client.notify("initialized", {});
    await work(client, systemIn(folder));
    assert.is(await client.end(), 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("a mistake is shown while it is typed, with places in other files, and goes when it is mended", () =>
  withServer(async (client, file) => {
    const uri = uriOf(file);
    const right = readFileSync(file, "utf8");
    const wrong = right.replace("IRQ(16) }", "IRQ(20) }");
    const shown = async (): Promise<readonly Shown[]> =>
      ((await client.next(publishedFor(uri))).params as { diagnostics: Shown[] }).diagnostics;
    const change = (text: string, version: number): void =>
      client.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });

    client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "c", version: 1, text: right } });
    assert.equal(
      (await shown()).map(({ code, severity }) => [code, severity]),
      [["DEV06", 3]],
    );
    change(wrong, 2);
    const found = await shown();
    const missing = found.find(({ code }) => code === "IRQ05");
    assert.is(missing?.severity, 1);
    const other = missing?.relatedInformation.map(({ location }) => location.uri.split("/").at(-1));
    assert.equal(other, ["zephyr.dts", ".config"]);
    const wrongId = found.find(({ code }) => code === "IRQ04");
    assert.is(
      wrongId?.range.start.line,
      wrong.split("\n").findIndex((line) => line.includes("IRQ(20)")),
    );

    const actions = (await client.request("textDocument/codeAction", {
      textDocument: { uri },
      range: wrongId?.range,
      context: { diagnostics: [] },
    })) as { title: string; edit: { changes: Record<string, Edit[]> } }[];
    const action = actions.find(({ title }) => title.includes("IRQ04"));
    assert.ok(action !== undefined, actions.map(({ title }) => title).join("; "));
    change(edited(wrong, action.edit.changes[uri] ?? []), 3);
    assert.equal(
      (await shown()).map(({ code }) => code),
      ["DEV06"],
    );
    change(`${right.slice(0, 900)}`, 4);
    const half = await shown();
    assert.ok(half.length > 0 && half.every(({ code }) => code.startsWith("CFG")), "half-written C is told as such");
  }));

test("a device tree is shown its own findings", () =>
  withServer(async (client, file) => {
    const path = join(file, "../build/zephyr/zephyr.dts");
    const uri = uriOf(path);
    const text = readFileSync(path, "utf8").replace("zephyr,console = &flexcomm2", "zephyr,console = &flexcomm3");
    client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "dts", version: 1, text } });
    const { diagnostics } = (await client.next(publishedFor(uri))).params as { diagnostics: Shown[] };
    assert.equal(
      diagnostics.map(({ code }) => code),
      ["DEV09"],
    );
  }));

test("without a client, and with what is no message, it says so and ends with 2", () => {
  const command = [process.execPath, ["bin/chronovisor.mjs", "lsp", "--stdio"]] as const;
  for (const [input, reason] of [
    ["", /the input ended without/],
    ["garbage\n", /the input ended without/],
    ["Content-Length: 5\r\n\r\nabcde", /this is no message/],
    ["Length: 5\r\n\r\nabcde", /this is no message: Header must provide a Content-Length/],
  ] as const) {
    const { status, stderr, stdout } = spawnSync(...command, { input, encoding: "utf8", timeout: 20_000 });
    assert.is(status, 2, JSON.stringify(input));
    assert.match(stderr, reason);
    assert.match(stderr, "chronovisor check SYSTEM");
    assert.is(stdout, "");
  }
  const { status, stderr } = spawnSync(...command, {
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    timeout: 20_000,
  });
  assert.is(status, 2, "an input that is empty from the start");
  assert.match(stderr, "the input ended without");
});

test("a client that goes away without a word is told, once", () => {
  const hello = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params: { processId: process.pid } });
  const input = `Content-Length: ${hello.length}\r\n\r\n${hello}`;
  const { status, stderr } = spawnSync(process.execPath, ["bin/chronovisor.mjs", "lsp"], { input, encoding: "utf8" });
  assert.is(status, 2);
  assert.is(stderr.match(/input ended without/g)?.length, 1, stderr);
});

test.run();
