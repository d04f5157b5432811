/**
 * One client of the GDB remote protocol: packets in, packets out, one after the other. What moves the cursor is work
 * that can be interrupted; everything else is answered at once. Nothing here changes the run.
 */
import type { Timeline } from "../time/timeline.ts";
import { drive, type Work } from "../time/work.ts";
import { answerMemory } from "./memory-packets.ts";
import { monitorCommand } from "./monitor-commands.ts";
import { createMotion, type Halt, type Motion, type WatchAt } from "./motion.ts";
import { bytesOf, createDeframer, frame, hexOfText, hexOfWord, numberOfHex, packetBytes } from "./packet.ts";
import { registersOf } from "./registers.ts";
import { breakpointTables, parseStop } from "./stops.ts";
import { memoryMap, targetDescription } from "./target-description.ts";
import { threadList, threadNames, threadNow } from "./threads.ts";

/** What all clients of one system share. */
export interface Target {
  readonly timeline: Timeline;
  readonly motion: Motion;
  /** Somebody moves the cursor. */
  isMoving: boolean;
}

export const createTarget = (timeline: Timeline): Target => ({
  timeline,
  motion: createMotion(timeline),
  isMoving: false,
});

export interface Host {
  send(bytes: Uint8Array): void;
  /** Lets the host look at its sockets. */
  breathe(): Promise<void>;
  /** The client is done, or cannot be talked to. */
  close(): void;
  /** Something went wrong that is no client's fault. */
  tell(text: string): void;
}

export interface Session {
  receive(chunk: Uint8Array): void;
  /** Nobody is there any more: what moves stops. */
  end(): void;
}

/** A client that sends more than this without waiting for answers is none. */
const maxWaiting = 1024;

/** State of the conversation. */
interface Talk {
  readonly target: Target;
  readonly host: Host;
  readonly stops: ReturnType<typeof breakpointTables>;
  readonly waiting: string[];
  lastSent: Uint8Array;
  acknowledges: boolean;
  interrupted: boolean;
  /** Asked to be let go: after the answer. */
  leaving: boolean;
  ended: boolean;
  /** Whose registers are asked for, and who is to step; 0 = whoever is there. */
  thread: number;
  stepper: number;
  halt: Halt;
}

export function openSession(target: Target, host: Host): Session {
  const talk: Talk = {
    target,
    host,
    stops: breakpointTables(),
    waiting: [],
    lastSent: frame(""),
    acknowledges: true,
    interrupted: false,
    leaving: false,
    ended: false,
    thread: 0,
    stepper: 0,
    halt: { reason: "step" },
  };
  const deframer = createDeframer();
  let pumping = false;
  const pump = async (): Promise<void> => {
    if (pumping) return;
    pumping = true;
    for (let next = talk.waiting.shift(); next !== undefined && !talk.ended; next = talk.waiting.shift()) {
      await serve(talk, next);
    }
    pumping = false;
  };
  return {
    receive(chunk) {
      for (const token of deframer.push(chunk)) {
        if (talk.ended) return;
        if (token.kind === "interrupt") talk.interrupted = true;
        else if (token.kind === "nack") host.send(talk.lastSent);
        else if (token.kind === "damaged") acknowledge(talk, "-");
        else if (token.kind === "packet") {
          acknowledge(talk, "+");
          // An interrupt that came too late was not meant for what comes now.
          if (!target.isMoving) talk.interrupted = false;
          talk.waiting.push(token.payload);
          if (talk.waiting.length > maxWaiting) leave(talk);
        }
      }
      void pump();
    },
    end() {
      talk.ended = true;
    },
  };
}

function acknowledge({ acknowledges, host }: Talk, sign: "+" | "-"): void {
  if (acknowledges) host.send(bytesOf(sign));
}

function leave(talk: Talk): void {
  talk.ended = true;
  talk.host.close();
}

async function serve(talk: Talk, payload: string): Promise<void> {
  try {
    const reply = await answer(talk, payload);
    if (reply !== null && !talk.ended) send(talk, reply);
    if (talk.leaving) leave(talk);
  } catch (error) {
    talk.host.tell(`chronovisor has a bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    send(talk, "E.chronovisor has a bug; its own terminal says more");
  }
}

function send(talk: Talk, payload: string): void {
  talk.lastSent = frame(payload);
  talk.host.send(talk.lastSent);
}

/** The answer; null where there is none. */
async function answer(talk: Talk, payload: string): Promise<string | null> {
  const moved = await answerMotion(talk, payload);
  if (moved !== undefined) return moved;
  const { machine } = talk.target.timeline;
  return (
    answerTalk(talk, payload) ?? answerQuery(talk, payload) ?? answerMemory(machine, payload) ?? stateOf(talk, payload)
  );
}

const refusal = "E.the past cannot be changed: registers and memory of a run are read-only";

/** Registers, breakpoints, threads. */
function stateOf(talk: Talk, payload: string): string {
  const { timeline } = talk.target;
  const rest = payload.slice(1);
  switch (payload[0]) {
    case "?":
      return haltReply(talk);
    case "g":
      return registersOf(timeline.machine)
        .map((_, index) => registerHex(talk, index))
        .join("");
    case "p": {
      const number = numberOfHex(rest);
      const index = registersOf(timeline.machine).findIndex((one) => one.number === number);
      return index < 0 ? "E01" : registerHex(talk, index);
    }
    case "G":
    case "P":
      return refusal;
    case "Z":
    case "z":
      return changeStop(talk, payload[0] === "Z", rest);
    case "H":
      return chooseThread(talk, rest);
    case "T":
      return isThread(talk, numberOfHex(rest)) ? "OK" : "E01";
    default:
      return "";
  }
}

const isThread = ({ target }: Talk, thread: number | null): boolean =>
  thread !== null && thread >= 1 && thread <= threadNames(target.timeline).length;

function chooseThread(talk: Talk, text: string): string {
  const id = text.slice(1) === "-1" ? 0 : numberOfHex(text.slice(1));
  if (id === null || (id !== 0 && !isThread(talk, id))) return "E01";
  if (text[0] === "g") talk.thread = id;
  else talk.stepper = id;
  return "OK";
}

function changeStop({ stops }: Talk, isNew: boolean, text: string): string {
  const stop = parseStop(text);
  if (stop === null) return "";
  if (!isNew) stops.remove(stop);
  else if (!stops.add(stop)) return "E.there is no room for more of them";
  return "OK";
}

/** Of a VM that is not in, the processor holds nothing. */
function registerHex({ target, thread }: Talk, index: number): string {
  const { machine } = target.timeline;
  const register = registersOf(machine)[index];
  if (register === undefined) return "";
  if (thread !== 0 && thread !== threadNow(target.timeline)) return "x".repeat(register.bits / 4);
  return register.read(machine).map(hexOfWord).join("");
}

const signals = { trap: "05", interrupt: "02" } as const;
const watchWords: Readonly<Record<WatchAt["kind"], string>> = { write: "watch", read: "rwatch", access: "awatch" };

/** Stop reply; what GDB asks for first comes along: PC, SP, LR. */
function haltReply(talk: Talk): string {
  const { halt, target } = talk;
  const thread = threadNow(target.timeline);
  talk.thread = thread;
  const first = [13, 14, 15].map((index) => `${index.toString(16).padStart(2, "0")}:${registerHex(talk, index)};`);
  const signal = halt.reason === "interrupt" ? signals.interrupt : signals.trap;
  return `T${signal}${first.join("")}thread:${thread.toString(16)};${reasonOf(halt)}`;
}

function reasonOf(halt: Halt): string {
  switch (halt.reason) {
    case "breakpoint":
      return halt.kind === "software" ? "swbreak:;" : "hwbreak:;";
    case "watchpoint":
      return `${watchWords[halt.kind]}:${halt.address.toString(16)};`;
    case "begin":
    case "end":
      return `replaylog:${halt.reason};`;
    default:
      return "";
  }
}

/** What moves the cursor; undefined for everything else. */
async function answerMotion(talk: Talk, payload: string): Promise<string | null | undefined> {
  if (payload.startsWith("qRcmd,")) return monitor(talk, payload.slice("qRcmd,".length));
  const work = motionOf(talk, payload);
  if (work === undefined) return undefined;
  if (talk.target.isMoving) return "E.another client is moving through this run";
  const halt = await move(talk, work);
  // Nobody is there to be told.
  if (talk.ended) return null;
  talk.halt = halt ?? { reason: "interrupt" };
  tellEnd(talk);
  return haltReply(talk);
}

function motionOf(talk: Talk, payload: string): Work<Halt> | undefined {
  const { motion, timeline } = talk.target;
  const stops = talk.stops.stops();
  if (payload === "bs") return motion.step("back", stops, null);
  if (payload === "bc") return motion.run("back", stops);
  if (/^c/.test(payload) || /^C/.test(payload)) return motion.run("forward", stops);
  if (/^[sS]/.test(payload)) return motion.step("forward", stops, talk.stepper === 0 ? null : talk.stepper);
  if (payload.startsWith("vCont;")) return continued(talk, payload.slice("vCont;".length));
  if (/^(R|vRun|vAttach)/.test(payload)) return toBegin(timeline, payload.startsWith("vAttach"));
  return undefined;
}

function* toBegin(timeline: Timeline, stays: boolean): Work<Halt> {
  if (!stays) yield* timeline.seek(timeline.begin());
  return { reason: "step" };
}

/** Who steps decides; where nobody does, all run on. */
function continued({ target, stops }: Talk, text: string): Work<Halt> | undefined {
  const { motion } = target;
  for (const action of text.split(";")) {
    const match = /^(?:([sS])[0-9a-f]*|r([0-9a-f]+),([0-9a-f]+))(?::(-?[0-9a-f]+))?$/.exec(action);
    if (match === null) continue;
    const [, step, from, to, id] = match;
    const thread = id === undefined || id.startsWith("-") || id === "0" ? null : numberOfHex(id);
    if (step !== undefined) return motion.step("forward", stops.stops(), thread);
    return motion.stepRange(numberOfHex(from) ?? 0, numberOfHex(to) ?? 0, stops.stops(), thread);
  }
  return /^c|^C[0-9a-f]/.test(text) ? motion.run("forward", stops.stops()) : undefined;
}

/** Do it while the client may interrupt; console lines that come for the first time are shown. Null = interrupted. */
async function move<T>(talk: Talk, work: Work<T>): Promise<T | null> {
  const { target, host } = talk;
  const { timeline } = target;
  target.isMoving = true;
  const before = timeline.onTold;
  timeline.onTold = (event) => {
    before?.(event);
    if (event.kind === "console" && !talk.ended) show(talk, `[${event.vm ?? ""}] ${String(event.fields.text)}\n`);
  };
  try {
    return await drive(work, async () => {
      await host.breathe();
      return !talk.interrupted && !talk.ended;
    });
  } finally {
    timeline.onTold = before;
    target.isMoving = false;
    talk.interrupted = false;
  }
}

const show = (talk: Talk, text: string): void => talk.host.send(frame(`O${hexOfText(text)}`));

/** What GDB calls the end of history may be the end of the run. */
function tellEnd(talk: Talk): void {
  const { timeline } = talk.target;
  if (talk.halt.reason !== "end" || timeline.system.recording !== null) return;
  show(talk, "nothing will run any more from here on\n");
}

async function monitor(talk: Talk, hex: string): Promise<string | null> {
  const text = Buffer.from(hex, "hex").toString("utf8");
  if (talk.target.isMoving) return "E.another client is moving through this run";
  const said = await move(talk, monitorCommand(talk.target.timeline, text));
  talk.halt = { reason: "step" };
  return talk.ended ? null : hexOfText(`${said ?? "interrupted"}\n`);
}

/** The conversation itself. */
function answerTalk(talk: Talk, payload: string): string | null {
  switch (payload) {
    case "QStartNoAckMode":
      talk.acknowledges = false;
      return "OK";
    case "!":
      return "OK";
    case "vCont?":
      return "vCont;c;C;s;S;r";
    case "k":
      leave(talk);
      return "";
    case "D":
      talk.leaving = true;
      return "OK";
    default:
      return payload.startsWith("vKill") ? "OK" : null;
  }
}

const supported = [
  `PacketSize=${packetBytes.toString(16)}`,
  ...["QStartNoAckMode", "qXfer:features:read", "qXfer:memory-map:read", "qXfer:threads:read", "vContSupported"],
  ...["swbreak", "hwbreak", "ReverseStep", "ReverseContinue", "error-message"],
].map((word) => (word.includes("=") ? word : `${word}+`));

function answerQuery({ target }: Talk, payload: string): string | null {
  const { timeline } = target;
  const [query = ""] = payload.split(/[:,]/);
  switch (query) {
    case "qSupported":
      return supported.join(";");
    case "qAttached":
      return "1";
    case "qC":
      return `QC${threadNow(timeline).toString(16)}`;
    case "qfThreadInfo":
      return `m${threadNames(timeline)
        .map((_, index) => (index + 1).toString(16))
        .join(",")}`;
    case "qsThreadInfo":
      return "l";
    case "qThreadExtraInfo":
      return hexOfText(threadNames(timeline)[(numberOfHex(payload.split(",")[1]) ?? 0) - 1] ?? "");
    case "qSymbol":
      return "OK";
    case "qXfer":
      return transfer(timeline, payload);
    default:
      return null;
  }
}

const documents: Readonly<Record<string, (timeline: Timeline) => string>> = {
  "features:read:target.xml": ({ machine }) => targetDescription(machine),
  "memory-map:read:": ({ machine }) => memoryMap(machine),
  "threads:read:": threadList,
};

function transfer(timeline: Timeline, payload: string): string {
  const match = /^qXfer:(.*):([0-9a-f]+),([0-9a-f]+)$/.exec(payload);
  const document = documents[match?.[1] ?? ""];
  if (match === null || document === undefined) return "E00";
  const text = document(timeline);
  const from = numberOfHex(match[2]) ?? 0;
  const part = text.slice(from, from + Math.min(numberOfHex(match[3]) ?? 0, packetBytes - 16));
  return `${from + part.length < text.length ? "m" : "l"}${part}`;
}
