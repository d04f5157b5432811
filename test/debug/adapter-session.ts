/** A client of the Debug Adapter Protocol as an editor is one: over a pair of streams, framed. */
import { PassThrough } from "node:stream";
import { setImmediate } from "node:timers/promises";
import type { DebugProtocol } from "@vscode/debugprotocol";
import * as assert from "uvu/assert";
import { debugQuestions } from "../../src/cli/debug-questions.ts";
import type { StartArguments } from "../../src/debug/adapter/adapter.ts";
import { serveAdapter } from "../../src/debug/adapter/stream.ts";
import type { Timeline } from "../../src/time/timeline.ts";
import { root } from "../guests/example.ts";

/** What comes over the wire has what the test asks of it, or the test fails. */
export type Body = DebugProtocol.StoppedEvent["body"] &
  DebugProtocol.SetBreakpointsResponse["body"] &
  DebugProtocol.ThreadsResponse["body"] &
  DebugProtocol.StackTraceResponse["body"] &
  DebugProtocol.ScopesResponse["body"] &
  DebugProtocol.VariablesResponse["body"] &
  DebugProtocol.EvaluateResponse["body"] &
  DebugProtocol.ExceptionInfoResponse["body"] &
  DebugProtocol.DataBreakpointInfoResponse["body"] &
  NonNullable<DebugProtocol.DisassembleResponse["body"]> &
  NonNullable<DebugProtocol.ReadMemoryResponse["body"]> &
  DebugProtocol.LoadedSourcesResponse["body"] &
  DebugProtocol.SourceResponse["body"] &
  DebugProtocol.GotoTargetsResponse["body"] &
  DebugProtocol.OutputEvent["body"];

interface Message {
  readonly type: "response" | "event";
  readonly request_seq?: number;
  readonly event?: string;
  readonly success?: boolean;
  readonly message?: string;
  readonly body: Body;
}

export interface Client {
  /** The body of the answer; a refusal is an error. */
  ask(command: string, args?: object): Promise<Body>;
  refused(command: string, args?: object): Promise<string>;
  /** The body of the next event of that name. */
  event(name: string): Promise<Body>;
  /** Moves, answers what stopped it. */
  go(command: string, args?: object): Promise<Body>;
  /** Everything that was told on a channel of output. */
  output(category: string): string;
  raw(text: string): void;
  readonly done: Promise<void>;
}

interface Inbox {
  take(isIt: (message: Message) => boolean): Promise<Message>;
  readonly told: readonly Message[];
}

/** Messages as they come; those of output are kept apart. */
function inboxOf(output: PassThrough): Inbox {
  const messages: Message[] = [];
  const told: Message[] = [];
  const held: { rest: Buffer; wake: () => void } = { rest: Buffer.alloc(0), wake: () => {} };
  output.on("data", (chunk: Buffer) => {
    held.rest = Buffer.concat([held.rest, chunk]);
    for (;;) {
      const match = /^Content-Length: (\d+)\r\n\r\n/.exec(held.rest.toString("latin1"));
      const end = match === null ? 0 : match[0].length + Number(match[1]);
      if (match === null || held.rest.length < end) break;
      const message = JSON.parse(held.rest.subarray(match[0].length, end).toString()) as Message;
      (message.event === "output" ? told : messages).push(message);
      held.rest = held.rest.subarray(end);
    }
    held.wake();
  });
  return {
    told,
    async take(isIt) {
      for (;;) {
        const index = messages.findIndex(isIt);
        const [message] = index < 0 ? [] : messages.splice(index, 1);
        if (message !== undefined) return message;
        await new Promise<void>((resolve) => {
          held.wake = resolve;
        });
      }
    },
  };
}

export function connect(open: (start: StartArguments) => Promise<Timeline>): Client {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const around = { open, breathe: () => setImmediate(), questions: debugQuestions, workingFolder: root };
  const done = serveAdapter(input, output, around);
  const { take, told } = inboxOf(output);
  const raw = (text: string): void => void input.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  const count = { requests: 0 };
  const request = (command: string, args: object): Promise<Message> => {
    count.requests += 1;
    const seq = count.requests;
    raw(JSON.stringify({ seq, type: "request", command, arguments: args }));
    return take((one) => one.type === "response" && one.request_seq === seq);
  };
  const event = async (name: string): Promise<Body> => (await take((one) => one.event === name)).body;
  const ask = async (command: string, args: object = {}): Promise<Body> => {
    const { success, message, body } = await request(command, args);
    assert.ok(success, `${command}: ${message}`);
    return body;
  };
  return {
    ...{ ask, event, raw, done },
    async refused(command, args = {}) {
      const { success, message } = await request(command, args);
      assert.not(success, command);
      return message ?? "";
    },
    async go(command, args = {}) {
      await ask(command, args);
      return event("stopped");
    },
    output: (category) =>
      told
        .filter(({ body }) => body.category === category)
        .map(({ body }) => body.output)
        .join(""),
  };
}

/** An element that is there, or the test fails. */
export function at<T>(list: readonly T[] | undefined, index: number): T {
  const found = list?.[index];
  assert.ok(found !== undefined, `there is no element ${index}`);
  return found as T;
}
