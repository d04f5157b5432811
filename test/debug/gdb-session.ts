/** A debugger's server in this process, and clients of it: stock GDB, or bytes of our own. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, connect, type Socket } from "node:net";
import { setImmediate } from "node:timers/promises";
import * as assert from "uvu/assert";
import { debugQuestions } from "../../src/cli/debug-questions.ts";
import { bytesOf, createDeframer, frame } from "../../src/debug/packet.ts";
import { listen } from "../../src/debug/server.ts";
import { createTarget } from "../../src/debug/talk.ts";
import type { Timeline } from "../../src/time/timeline.ts";
import { root } from "../guests/example.ts";

export interface Served {
  readonly port: number;
  /** What went wrong, as the server tells it. */
  readonly told: readonly string[];
  close(): void;
}

export async function serve(timeline: Timeline, firstProcess: number | null = null): Promise<Served> {
  const told: string[] = [];
  const server = await listen(createTarget(timeline, debugQuestions, firstProcess), {
    host: "127.0.0.1",
    port: 0,
    breathe: () => setImmediate(),
    tell: (text) => void told.push(text),
  });
  const { port } = server.address() as AddressInfo;
  return { port, told, close: () => void server.close() };
}

const quiet = ["set pagination off", "set confirm off", "set tcp auto-retry off"];

/** GDB does these commands with all VMs in one inferior; answers what it printed. */
export const gdb = (port: number, image: string, commands: readonly string[]): Promise<string> =>
  runGdb([...quiet, `target remote 127.0.0.1:${port}`, ...commands], [`${root}${image}`]);

/** As gdb, with an inferior for the VM that is in, and without a symbol file: the server has them. */
export const extendedGdb = (port: number, commands: readonly string[]): Promise<string> =>
  runGdb([...quiet, `target extended-remote 127.0.0.1:${port}`, ...commands], []);

async function runGdb(commands: readonly string[], files: readonly string[]): Promise<string> {
  const script = commands.flatMap((one) => ["-ex", one]);
  const child = spawn("gdb-multiarch", ["-nx", "-batch", ...script, ...files], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  await once(child, "close");
  return text;
}

/** Every pattern is there, one behind the other. */
export function assertInOrder(text: string, patterns: readonly RegExp[]): void {
  let rest = text;
  for (const pattern of patterns) {
    const match = pattern.exec(rest);
    assert.ok(match !== null, `${pattern} is missing behind what came before it, in\n${text}`);
    rest = rest.slice((match?.index ?? 0) + (match?.[0].length ?? 0));
  }
}

/** A client without manners. */
export interface Raw {
  readonly socket: Socket;
  /** Sends a packet, answers the next one that is no console text. */
  ask(payload: string): Promise<string>;
  send(bytes: string): void;
  next(): Promise<string>;
}

export async function rawClient(port: number): Promise<Raw> {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  const deframer = createDeframer(1 << 20);
  const packets: string[] = [];
  let wake: (() => void) | null = null;
  socket.on("data", (chunk: Buffer) => {
    for (const token of deframer.push(chunk)) if (token.kind === "packet") packets.push(token.payload);
    wake?.();
  });
  socket.on("error", () => {});
  const next = async (): Promise<string> => {
    for (;;) {
      const payload = packets.shift();
      if (payload === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      } else if (!/^O[0-9a-f]/.test(payload)) return payload;
    }
  };
  return {
    socket,
    next,
    send: (bytes) => void socket.write(bytesOf(bytes)),
    ask(payload) {
      socket.write(frame(payload));
      return next();
    },
  };
}
