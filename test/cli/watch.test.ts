/** `--watch`: what changes on disk is looked at again. */
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "uvu";

const patienceMilliseconds = 60_000;

/** A command that goes on, and what it says. */
class Watching {
  private readonly child: ChildProcess;
  private text = "";
  private readonly waiting: (() => void)[] = [];

  constructor(...words: readonly string[]) {
    this.child = spawn(process.execPath, ["bin/chronovisor.mjs", ...words], { stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on("data", (bytes: Buffer) => {
        this.text += bytes.toString();
        for (const check of [...this.waiting]) check();
      });
    }
  }

  /** What it has said up to a pattern, which is taken. */
  until(pattern: RegExp): Promise<string> {
    return new Promise((got, failed) => {
      const late = setTimeout(() => {
        failed(new Error(`waited for ${pattern}, and it said only:\n${this.text}`));
      }, patienceMilliseconds);
      const check = (): void => {
        const found = pattern.exec(this.text);
        if (found === null) return;
        clearTimeout(late);
        const at = this.waiting.indexOf(check);
        if (at >= 0) this.waiting.splice(at, 1);
        const end = found.index + found[0].length;
        const said = this.text.slice(0, end);
        this.text = this.text.slice(end);
        got(said);
      };
      this.waiting.push(check);
      check();
    });
  }

  end(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return Promise.resolve();
    return new Promise((ended) => {
      this.child.once("exit", () => ended());
      this.child.kill();
    });
  }
}

async function withSystem(work: (file: string, text: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "chronovisor-watch-"));
  try {
    cpSync("examples/two-vms", folder, { recursive: true });
    const project = readFileSync(join(folder, "chronovisor.yaml"), "utf8");
    writeFileSync(join(folder, "chronovisor.yaml"), project.replaceAll("../../guests", resolve("guests")));
    const file = join(folder, "config.c");
    await work(file, readFileSync(file, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("check --watch tells what is wrong after each save, and goes on after C that cannot be read", () =>
  withSystem(async (file, text) => {
    const watching = new Watching("check", join(file, ".."), "--watch");
    try {
      // A look may fall into a save that is half done; the one that counts comes behind it.
      await watching.until(/nothing found[\s\S]*watching \d+ files/);
      writeFileSync(file, text.replace("IRQ(16) }", "IRQ(17) }"));
      await watching.until(/error\[IRQ01\][\s\S]*watching \d+ files/);
      writeFileSync(file, text.slice(0, 700));
      await watching.until(/error\[CFG[\s\S]*watching \d+ files/);
      writeFileSync(file, text);
      await watching.until(/nothing found[\s\S]*watching \d+ files/);
    } finally {
      await watching.end();
    }
  }));

test("run --watch ends the run and starts another one with the files as they are then", () =>
  withSystem(async (file, text) => {
    const watching = new Watching("run", join(file, ".."), "--watch", "--for", "100s", "--no-panes", "--realtime");
    try {
      await watching.until(/VM1: kernel on USART2/);
      writeFileSync(file, text.replace(".entry = 0x00020000", ".entry = 0x00020001"));
      await watching.until(/config\.c changed/);
      await watching.until(/ENT01/);
      writeFileSync(file, text);
      await watching.until(/VM1: kernel on USART2/);
    } finally {
      await watching.end();
    }
  }));

test.run();
