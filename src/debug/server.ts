/** Where clients come in: a TCP port, or standard input and output. */
import { createServer, type Server, type Socket } from "node:net";
import type { Readable, Writable } from "node:stream";
import { openSession } from "./session.ts";
import type { Host, Target } from "./talk.ts";

export interface ServerOptions {
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
  readonly breathe: Host["breathe"];
  readonly tell: Host["tell"];
}

/** Answers that a client leaves unread beyond this: it is gone, or no client. */
const maxUnreadBytes = 64 << 20;

/** Listens; the promise fails where the port is taken. */
export function listen(target: Target, { host, port, breathe, tell }: ServerOptions): Promise<Server> {
  const server = createServer((socket) => serveSocket(target, socket, { breathe, tell }));
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(server));
  });
}

function serveSocket(target: Target, socket: Socket, { breathe, tell }: Pick<Host, "breathe" | "tell">): void {
  socket.setNoDelay(true);
  const session = openSession(target, {
    name: `the client at port ${socket.remotePort}`,
    breathe,
    tell,
    send(bytes) {
      if (socket.destroyed) return;
      socket.write(bytes);
      if (socket.writableLength > maxUnreadBytes) socket.destroy();
    },
    close: () => void socket.end(),
  });
  socket.on("data", (chunk) => session.receive(chunk));
  socket.on("close", () => session.end());
  // A broken connection is closed; that is all there is to it.
  socket.on("error", () => socket.destroy());
}

/** One client on a pair of streams, until it ends. */
export function serveStreams(
  target: Target,
  input: Readable,
  output: Writable,
  around: Pick<Host, "breathe" | "tell">,
): Promise<void> {
  return new Promise((resolve) => {
    const session = openSession(target, {
      ...around,
      name: "the client on standard input",
      send: (bytes) => void output.write(bytes),
      close: () => {
        input.pause();
        resolve();
      },
    });
    input.on("data", (chunk: Uint8Array) => session.receive(chunk));
    input.on("end", () => {
      session.end();
      resolve();
    });
  });
}
