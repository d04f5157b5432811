/** The protocol's messages on a pair of streams. */
import type { Readable, Writable } from "node:stream";
import { Event, Response } from "@vscode/debugadapter/lib/messages.js";
import { ProtocolServer } from "@vscode/debugadapter/lib/protocol.js";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { type AdapterHost, createAdapter } from "./adapter.ts";

/** One client, until it leaves or its stream ends. */
export function serveAdapter(
  input: Readable,
  output: Writable,
  around: Omit<AdapterHost, "respond" | "event" | "close">,
): Promise<void> {
  return new Promise((resolve) => {
    const server = new ProtocolServer();
    const adapter = createAdapter({
      ...around,
      respond(request, body, problem) {
        const response: DebugProtocol.Response = new Response(request, problem);
        if (body !== undefined) response.body = body;
        server.sendResponse(response);
      },
      event: (name, body) => server.sendEvent(new Event(name, body)),
      close() {
        input.pause();
        resolve();
      },
    });
    // The library means this to be overridden by a class of one's own.
    Object.assign(server, { dispatchRequest: (request: DebugProtocol.Request) => adapter.request(request) });
    // No message at all, or a client that has gone: whoever still listens is told.
    server.on("error", ({ body }: DebugProtocol.Event) => {
      if (output.writable) server.sendEvent(new Event("output", { category: "stderr", output: `${String(body)}\n` }));
    });
    server.start(input, output);
    input.on("end", () => {
      adapter.end();
      resolve();
    });
  });
}
