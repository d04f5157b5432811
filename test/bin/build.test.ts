import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";

const root = fileURLToPath(new URL("../..", import.meta.url));
const small = {
  "assembly/m33.ts": "export function seven(): i32 {\n  return 7;\n}\n",
  "src/cli/main.ts": 'import { seven } from "../base/seven.ts";\nprocess.stdout.write(String(seven) + "\\n");\n',
  "src/base/seven.ts": "export const seven: number = 7;\n",
};

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A checkout with our build scripts and settings, but a source of three lines. */
class Checkout {
  readonly folder: string;

  /** A fresh one, or a copy of another together with what it has built. */
  constructor(like?: Checkout) {
    this.folder = fs.mkdtempSync(join(tmpdir(), "checkout-"));
    if (like) {
      fs.cpSync(like.folder, this.folder, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
      return;
    }
    fs.cpSync(join(root, "bin"), join(this.folder, "bin"), { recursive: true });
    for (const name of ["package.json", "package-lock.json", "asconfig.json", "tsconfig.json", "tsconfig.build.json"]) {
      fs.copyFileSync(join(root, name), join(this.folder, name));
    }
    fs.symlinkSync(join(root, "node_modules"), join(this.folder, "node_modules"), "dir");
    for (const [path, text] of Object.entries(small)) this.write(path, text);
  }

  write(path: string, text: string): void {
    fs.mkdirSync(join(this.folder, path, ".."), { recursive: true });
    fs.writeFileSync(join(this.folder, path), text);
  }

  start(script = "bin/build.mjs", ...args: readonly string[]): ChildProcess {
    return spawn(process.execPath, [script, ...args], { cwd: this.folder, stdio: ["ignore", "pipe", "pipe"] });
  }

  run(script?: string, ...args: readonly string[]): Promise<Outcome> {
    return collect(this.start(script, ...args));
  }

  /** Every built file with its content, and its time so that a rewrite shows. */
  built(): Record<string, string> {
    const found = ["build", "dist"].flatMap((name) =>
      fs.readdirSync(join(this.folder, name), { recursive: true, encoding: "utf8" }).map((path) => join(name, path)),
    );
    const files = found.filter((path) => fs.statSync(join(this.folder, path)).isFile());
    return Object.fromEntries(files.map((path) => [path, fs.readFileSync(join(this.folder, path), "latin1")]));
  }
}

async function collect(child: ChildProcess): Promise<Outcome> {
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (data) => {
    stdout += data;
  });
  child.stderr?.on("data", (data) => {
    stderr += data;
  });
  const [code] = await once(child, "close");
  return { code, stdout, stderr };
}

async function inCheckout(work: (checkout: Checkout) => Promise<void>, like?: Checkout): Promise<void> {
  const checkout = new Checkout(like);
  try {
    await work(checkout);
  } finally {
    fs.rmSync(checkout.folder, { recursive: true, force: true });
  }
}

let template: Promise<Checkout> | undefined;

/** As `inCheckout`, where a build has been made already; it is made once and copied. */
async function inBuiltCheckout(work: (checkout: Checkout) => Promise<void>): Promise<void> {
  template ??= (async () => {
    const made = new Checkout();
    process.once("exit", () => fs.rmSync(made.folder, { recursive: true, force: true }));
    await made.run();
    return made;
  })();
  await inCheckout(work, await template);
}

const seconds = /^(building [\w ]+ \.\.\. )\d+\.\d s\n$/;
const said = (outcome: Outcome): string => outcome.stderr.replace(seconds, "$1");

test("the first start builds both parts, the second builds nothing and is silent", async () => {
  await inCheckout(async (checkout) => {
    const first = await checkout.run();
    assert.equal(
      { ...first, stderr: said(first) },
      { code: 0, stdout: "", stderr: "building the engine and the library ... " },
    );
    const engine = fs.readFileSync(join(checkout.folder, "build/m33.wasm"));
    assert.ok(WebAssembly.validate(engine));
    assert.match(engine.toString("latin1"), "seven");
    const before = checkout.built();
    assert.equal(await checkout.run(), { code: 0, stdout: "", stderr: "" });
    assert.equal(checkout.built(), before);
    assert.equal(await checkout.run("bin/chronovisor.mjs"), { code: 0, stdout: "7\n", stderr: "" });
  });
});

test("an edit rebuilds its own part, a new time on old contents rebuilds nothing", async () => {
  await inBuiltCheckout(async (checkout) => {
    checkout.write("src/base/seven.ts", "export const seven: number = 8;\n");
    const edited = await checkout.run("bin/chronovisor.mjs");
    assert.equal({ ...edited, stderr: said(edited) }, { code: 0, stdout: "8\n", stderr: "building the library ... " });
    checkout.write("assembly/m33.ts", small["assembly/m33.ts"].replace("7", "9"));
    assert.is(said(await checkout.run()), "building the engine ... ");
    for (const path of Object.keys(small)) fs.utimesSync(join(checkout.folder, path), 1, 1);
    assert.is((await checkout.run()).stderr, "");
  });
});

test("another compiler or packed package in the lockfile rebuilds its part, another does not", async () => {
  await inBuiltCheckout(async (checkout) => {
    const lock = JSON.parse(fs.readFileSync(join(checkout.folder, "package-lock.json"), "utf8"));
    lock.packages["node_modules/msgpackr"].version = "0.0.1";
    checkout.write("package-lock.json", JSON.stringify(lock));
    assert.is((await checkout.run()).stderr, "");
    for (const name of ["esbuild", "zod"]) {
      lock.packages[`node_modules/${name}`].version = "0.0.1";
      checkout.write("package-lock.json", JSON.stringify(lock));
      assert.is(said(await checkout.run()), "building the library ... ", name);
    }
  });
});

test("a file that two verbs share stays for one build more, then goes; a removed output comes back", async () => {
  await inBuiltCheckout(async (checkout) => {
    checkout.write("src/cli/one.ts", 'export { seven as one } from "../base/seven.ts";\n');
    checkout.write("src/cli/two.ts", 'export { seven as two } from "../base/seven.ts";\n');
    checkout.write("src/cli/main.ts", 'await import("./one.ts");\nawait import("./two.ts");\n');
    const filesWith = (text: string): string[] =>
      Object.entries(checkout.built()).flatMap(([path, content]) =>
        path.endsWith(".js") && content.includes(text) ? [path] : [],
      );
    await checkout.run();
    const shared = filesWith("seven=7");
    assert.is(shared.length, 1, shared.join());
    checkout.write("src/base/seven.ts", "export const seven: number = 8;\n");
    await checkout.run();
    assert.equal(filesWith("seven=7"), shared);
    checkout.write("src/base/seven.ts", "export const seven: number = 9;\n");
    await checkout.run();
    assert.equal(filesWith("seven=7"), []);
    fs.rmSync(join(checkout.folder, "build/m33.wasm"));
    assert.is(said(await checkout.run()), "building the engine ... ");
  });
});

test("two starters at once compile once, and both find a whole build", async () => {
  await inCheckout(async (checkout) => {
    const starts = [checkout.start("bin/chronovisor.mjs"), checkout.start("bin/chronovisor.mjs")];
    const outcomes = await Promise.all(starts.map(collect));
    assert.equal(
      outcomes.map((one) => one.stdout),
      ["7\n", "7\n"],
    );
    assert.equal(outcomes.map(said).sort(), ["", "building the engine and the library ... "]);
    assert.equal(
      Object.keys(checkout.built()).filter((path) => /partial|lock/.test(path)),
      [],
    );
  });
});

test("the lock of a process that died is taken over", async () => {
  await inBuiltCheckout(async (checkout) => {
    const dead = spawn(process.execPath, ["-e", "0"]);
    await once(dead, "close");
    checkout.write("build/.lock", String(dead.pid));
    checkout.write("src/base/seven.ts", "export const seven: number = 8;\n");
    assert.is(said(await checkout.run()), "building the library ... ");
  });
});

test("a source that does not compile is told with its place, exits 4, and leaves the last good build", async () => {
  await inBuiltCheckout(async (checkout) => {
    const before = checkout.built();
    checkout.write("src/base/seven.ts", "\nexport const seven: = 7;\n");
    checkout.write("assembly/m33.ts", "export function seven(): i32 {\n  return eight;\n}\n");
    const outcome = await checkout.run("bin/chronovisor.mjs");
    assert.is(outcome.code, 4);
    assert.is(outcome.stdout, "");
    assert.match(outcome.stderr, /the library does not compile:\nsrc\/base\/seven\.ts:2:21: error: /);
    assert.match(outcome.stderr, /the engine does not compile:[\s\S]*'eight'[\s\S]*assembly\/m33\.ts/);
    assert.equal(checkout.built(), before);
  });
});

test("options that do not exist are refused", async () => {
  await inBuiltCheckout(async (checkout) => {
    assert.equal(await checkout.run("bin/build.mjs", "--fast"), {
      code: 2,
      stdout: "",
      stderr: "unknown option --fast; known are --force and --debug\n",
    });
  });
});

test.run();
