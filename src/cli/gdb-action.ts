/** What `gdb` does: open, listen, serve until it is interrupted or its only client goes. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { setImmediate } from "node:timers/promises";
import { didYouMean } from "../base/suggest.ts";
import { compileForSpeed } from "../core/compiler.ts";
import { processNames } from "../debug/roster.ts";
import { listen, serveStreams } from "../debug/server.ts";
import { createTarget, type Target } from "../debug/talk.ts";
import type { System } from "../system/system.ts";
import { openTimeline } from "../time/timeline.ts";
import { debugQuestions } from "./debug-questions.ts";
import { exitCodes, UsageError } from "./exit.ts";
import type { GdbFlags } from "./gdb.ts";
import { printDiagnostics } from "./print.ts";
import { openNamed } from "./system-flags.ts";

const loopback = "127.0.0.1";
const around = {
  breathe: (): Promise<void> => setImmediate(),
  tell: (text: string): void => void process.stderr.write(`${text}\n`),
};

export async function gdb(path: string | null, flags: GdbFlags): Promise<number> {
  compileForSpeed();
  const port = parsePort(flags.port);
  const system = await openNamed("gdb", path, flags);
  printDiagnostics(system.warnings, system.texts);
  const target = createTarget(openTimeline(system), debugQuestions, processOf(system, flags.vm));
  if (flags.stdio !== true) return serveTcp(target, port, path ?? system.name);
  await serveStreams(target, process.stdin, process.stdout, around);
  return exitCodes.yes;
}

async function serveTcp(target: Target, port: number, name: string): Promise<number> {
  const server = await listen(target, { host: loopback, port, ...around }).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--port ${port}: ${error.message}`, "--port 0 takes any free one");
  });
  const { port: taken } = server.address() as AddressInfo;
  around.tell(`${name} waits for GDB: target extended-remote :${taken}`);
  await once(process, "SIGINT");
  server.close();
  process.exit(exitCodes.yes);
}

function processOf(system: System, name: string | undefined): number | null {
  if (name === undefined) return null;
  const names = processNames(system);
  const index = names.indexOf(name);
  if (index >= 0) return index;
  throw new UsageError(`--vm: there is no \`${name}\``, didYouMean(name, names)[0] ?? `there are ${names.join(", ")}`);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new UsageError(`--port: \`${text}\` is no port`, "a whole number from 0 to 65535");
}
