/** `run --watch`: a run of its own for each state of the files. */
import { type ChildProcess, spawn } from "node:child_process";
import { InputError } from "../base/diagnostic.ts";
import { diskFiles, rememberFiles, type SeenFile } from "../system/files.ts";
import { openSystem } from "../system/open.ts";
import { exitCodes } from "./exit.ts";
import type { RunFlags } from "./run.ts";
import { changeIn } from "./watch.ts";
import { parseImages, parseLoad } from "./words.ts";

/** Until it is interrupted. */
export async function runWatching(path: string | null, flags: RunFlags): Promise<never> {
  let child: ChildProcess | null = null;
  process.once("SIGTERM", () => {
    child?.kill();
    process.exit(exitCodes.terminated);
  });
  for (;;) {
    const seen = await filesOf(path, flags);
    child = start();
    const file = await changeIn(seen);
    await end(child);
    process.stderr.write(`${file} changed\n`);
  }
}

/** Every file that opening the system asks for, whether or not it can be opened. */
async function filesOf(path: string | null, flags: RunFlags): Promise<readonly SeenFile[]> {
  const files = rememberFiles(diskFiles);
  const firmware = flags.firmware === undefined ? {} : { firmware: parseLoad(flags.firmware) };
  const images = parseImages(flags.image);
  try {
    await openSystem(
      { path, ...firmware, images, loads: flags.load.map(parseLoad), overrides: [], tolerant: true },
      files,
    );
  } catch (error) {
    // The run says what is wrong.
    if (!(error instanceof InputError)) throw error;
  }
  return files.seen();
}

/** The same command without `--watch`. */
function start(): ChildProcess {
  const [, script = "", ...words] = process.argv;
  return spawn(process.execPath, [script, ...words.filter((word) => word !== "--watch")], { stdio: "inherit" });
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill();
  });
}
