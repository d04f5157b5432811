/**
 * One client of the GDB remote protocol: packets in, packets out, one after the other. What moves the cursor is work
 * that can be interrupted; everything else is answered at once. Nothing here changes the run.
 */
import { answerFile } from "./file-packets.ts";
import { answerMemory } from "./memory-packets.ts";
import { answerMotion } from "./motion-packets.ts";
import { bytesOf, createDeframer, frame, numberOfHex } from "./packet.ts";
import { answerQuery } from "./query-packets.ts";
import { answerState, haltReply } from "./state-packets.ts";
import { breakpointTables } from "./stops.ts";
import { extend, type Host, stand, type Talk, type Target } from "./talk.ts";
import { parseNamed, resolveNamed } from "./thread-name.ts";

export interface Session {
  receive(chunk: Uint8Array): void;
  /** Nobody is there any more: what moves stops. */
  end(): void;
}

/** A client that sends more than this without waiting for answers is none. */
const maxWaiting = 1024;

function beginTalk(target: Target, host: Host): Talk {
  const now = target.roster.now();
  return {
    target,
    host,
    stops: breakpointTables(),
    waiting: [],
    lastSent: frame(""),
    acknowledges: true,
    interrupted: false,
    leaving: false,
    ended: false,
    knowsProcesses: false,
    isExtended: false,
    attached: new Set([now.process]),
    thread: now,
    stepper: null,
    current: now,
    at: target.timeline.now(),
    halt: { reason: "step" },
  };
}

export function openSession(target: Target, host: Host): Session {
  const talk = beginTalk(target, host);
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
    end: () => letGo(talk),
  };
}

function acknowledge({ acknowledges, host }: Talk, sign: "+" | "-"): void {
  if (acknowledges) host.send(bytesOf(sign));
}

function letGo(talk: Talk): void {
  talk.ended = true;
  // Who still moves lets go when that has stopped.
  if (talk.target.driver === talk && !talk.target.isMoving) talk.target.driver = null;
}

function leave(talk: Talk): void {
  letGo(talk);
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
  return (
    answerTalk(talk, payload) ??
    answerQuery(talk, payload) ??
    answerFile(talk, payload) ??
    answerMemory(talk.target.timeline.machine, payload) ??
    answerState(talk, payload)
  );
}

/** The conversation itself. */
function answerTalk(talk: Talk, payload: string): string | null {
  const [name = "", words = ""] = payload.split(";", 2);
  switch (name) {
    case "QStartNoAckMode":
      talk.acknowledges = false;
      return "OK";
    case "!":
      extend(talk);
      return "OK";
    case "vCont?":
      return "vCont;c;C;s;S;r";
    case "vAttach":
      return attach(talk, words);
    case "k":
      leave(talk);
      return "";
    case "D":
      talk.attached.delete((numberOfHex(words) ?? 0) - 1);
      // One of several processes: the others stay.
      talk.leaving = words === "";
      return "OK";
    case "vKill":
      return "OK";
    default:
      return null;
  }
}

function attach(talk: Talk, text: string): string {
  const named = parseNamed(talk, `p${text}`);
  const id = named === null ? null : resolveNamed(talk, named);
  if (id === null) return `E.there is no process ${text}: ${processesText(talk)}`;
  talk.attached.add(id.process);
  stand(talk, { reason: "step" }, new Set([id.process]));
  return haltReply(talk);
}

const processesText = ({ target }: Talk): string =>
  target.roster.names.map((name, index) => `${index + 1} is ${name}`).join(", ");
