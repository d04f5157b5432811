/** Runs one test file in a process of its own, with a time limit for it and all that it started. */
import { spawn } from "node:child_process";
import type { Ending } from "./result.ts";

const running = new Set<number>();

/** How long the output of an ended test may still trickle in. */
const drainMs = 2000;
/** Absolute, so that files outside the package can be run too. */
const loader = import.meta.resolve("tsx");

export function runFile(file: string, limitMs: number, env: NodeJS.ProcessEnv): Promise<Ending> {
  return new Promise((resolve) => {
    const start = performance.now();
    // A group of its own: ending it also ends the emulators and debuggers that the test started.
    const child = spawn(process.execPath, ["--import", loader, file], {
      detached: true,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const group = child.pid;
    if (group !== undefined) running.add(group);
    let output = "";
    let timedOut = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    const stop = (): void => {
      if (group !== undefined) endGroup(group);
    };
    const timer = setTimeout(() => {
      timedOut = true;
      stop();
    }, limitMs);
    const end = (code: number | null, signal: string | null): void => {
      clearTimeout(timer);
      if (group !== undefined) running.delete(group);
      resolve({ output, code, signal, timedOut, durationMs: performance.now() - start });
    };
    child.on("error", (error) => {
      output += `${error}\n`;
      end(1, null);
    });
    // What the test left running would hold the pipes open; what has left its group must not hold us for ever.
    child.on("exit", (code, signal) => {
      stop();
      setTimeout(() => end(code, signal), drainMs).unref();
    });
    child.on("close", end);
  });
}

/** End everything still running; for an interrupted run. */
export function endAll(): void {
  for (const group of running) endGroup(group);
}

function endGroup(group: number): void {
  try {
    process.kill(-group, "SIGKILL");
  } catch {
    // Already gone.
  }
}
