/** Looks at the machine that we run on: needs first, then tools that only some work wants. */
import { exitCodes } from "./exit.ts";

interface Finding {
  readonly what: string;
  /** `missing` is no failure: only something optional is not there. */
  readonly state: "ok" | "missing" | "failed";
  readonly text: string;
}

/** Prints what it finds; exit code 0 when every need is met. */
export async function examine(json: boolean): Promise<number> {
  const found = await findings();
  process.stdout.write(`${json ? JSON.stringify(found) : tableText(found)}\n`);
  return found.some(({ state }) => state === "failed") ? exitCodes.no : exitCodes.yes;
}

function tableText(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ what }) => what.length));
  return findings.map(({ what, state, text }) => `${state.padEnd(7)}  ${what.padEnd(width)}  ${text}`).join("\n");
}

async function findings(): Promise<Finding[]> {
  return [
    nodeFinding(),
    ...(await engineFindings()),
    await configFinding(),
    await hashFinding(),
    ...(await toolFindings()),
  ];
}

const nodeNeeded = [20, 19] as const;

function nodeFinding(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [wantedMajor, wantedMinor] = nodeNeeded;
  const enough = major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
  const text = `${process.versions.node}${enough ? "" : `; ${nodeNeeded.join(".")} or later is needed`}`;
  return { what: "Node", state: enough ? "ok" : "failed", text };
}

/** The engine is there, and computes: one instruction is decoded by it. */
async function engineFindings(): Promise<Finding[]> {
  const { existsSync, readFileSync } = await import("node:fs");
  const { createHash } = await import("node:crypto");
  const { fileURLToPath } = await import("node:url");
  const path = fileURLToPath(new URL("../../build/m33.wasm", import.meta.url));
  if (!existsSync(path)) {
    const text = "build/m33.wasm is not there: run `node bin/build.mjs` in the checkout, or install the package again";
    return [{ what: "engine", state: "failed", text }];
  }
  const bytes = readFileSync(path);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  return [
    { what: "engine", state: "ok", text: `${Math.round(bytes.length / 1024)} KiB, SHA-256 begins ${hash}` },
    await tryOut("engine runs", async () => {
      const { createCore } = await import("../core/core.ts");
      const core = createCore(4096, { mmioRead: () => 0, mmioWrite: () => {}, note: () => {} });
      return core.calls.decodeWord(0xbf00, 0, 0, 0) !== 0 ? "decodes NOP" : null;
    }),
  ];
}

const configFinding = (): Promise<Finding> =>
  tryOut("reader of config.c", async () => {
    const { readCrossconConfig } = await import("../config/crosscon-c/reader.ts");
    const { model } = await readCrossconConfig("struct config config = { .vmlist_size = 0 };", "config.c");
    return model.vmCount.value === 0 ? "reads C" : null;
  });

const hashFinding = (): Promise<Finding> =>
  tryOut("state hash", async () => {
    const { loadHasher } = await import("../base/hash.ts");
    return (await loadHasher()).hex([]) === "" ? null : "answers";
  });

/** What `attempt` says, or what it throws; null counts as failed. */
async function tryOut(what: string, attempt: () => Promise<string | null>): Promise<Finding> {
  try {
    const text = await attempt();
    return text === null ? { what, state: "failed", text: "gives a wrong answer" } : { what, state: "ok", text };
  } catch (error) {
    return {
      what,
      state: "failed",
      text: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error),
    };
  }
}

/** Nothing here is needed to run systems. */
const optionalTools: readonly (readonly [command: string, purpose: string])[] = [
  ["arm-none-eabi-gcc", "rebuilds the guests of the examples"],
  ["gdb-multiarch", "compares call chains in our tests"],
  ["cc", "compares the C reader with a compiler in our tests"],
  ["qemu-system-arm", "is the peer of the speed table in bench/"],
  ["python3", "runs Unicorn, an oracle of our tests"],
];

async function toolFindings(): Promise<Finding[]> {
  const { execFile } = await import("node:child_process");
  const versionOf = (command: string): Promise<string | null> =>
    new Promise((resolve) => {
      execFile(command, ["--version"], { timeout: 5000 }, (error, stdout) =>
        resolve(error ? null : (stdout.split("\n")[0] ?? "").trim()),
      );
    });
  return Promise.all(
    optionalTools.map(async ([what, purpose]): Promise<Finding> => {
      const version = await versionOf(what);
      const text = version === null ? `optional: ${purpose}` : version;
      return { what, state: version === null ? "missing" : "ok", text };
    }),
  );
}
