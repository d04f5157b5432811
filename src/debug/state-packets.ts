/** Packets about what stands still: why it stopped, registers, breakpoints, threads. */
import type { Halt } from "./motion.ts";
import { hexOfWord, numberOfHex } from "./packet.ts";
import { type Register, registersOf } from "./registers.ts";
import { parseStop, type WatchAt } from "./stops.ts";
import { isEach, type Talk, threadNow } from "./talk.ts";
import { parseNamed, resolveNamed, wireOf } from "./thread-name.ts";

const refusal = "E.the past cannot be changed: registers and memory of a run are read-only";

/** The answer; empty where the packet is unknown. */
export function answerState(talk: Talk, payload: string): string {
  const { machine } = talk.target.timeline;
  const rest = payload.slice(1);
  switch (payload[0]) {
    case "?":
      return haltReply(talk);
    case "g":
      return registersHex(talk, registersOf(machine)).join("");
    case "p": {
      const number = numberOfHex(rest);
      const found = registersOf(machine).filter((one) => one.number === number);
      return found.length === 0 ? "E01" : registersHex(talk, found).join("");
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
      return isAlive(talk, rest) ? "OK" : "E01";
    default:
      return "";
  }
}

function isAlive(talk: Talk, text: string): boolean {
  const named = parseNamed(talk, text);
  return named !== null && talk.target.roster.rows().some(({ number }) => number === named.number);
}

function chooseThread(talk: Talk, text: string): string {
  const named = parseNamed(talk, text.slice(1));
  const id = named === null ? null : resolveNamed(talk, named);
  if (named === null || id === null) return "E01";
  if (text[0] === "g") talk.thread = id;
  else talk.stepper = named.number === null ? null : id;
  return "OK";
}

/** Breakpoints belong to the process that is asked about, where there are several. */
function changeStop(talk: Talk, isNew: boolean, text: string): string {
  const stop = parseStop(text, isEach(talk) ? talk.thread.process : null);
  if (stop === null) return "";
  if (!isNew) talk.stops.remove(stop);
  else if (!talk.stops.add(stop)) return "E.there is no room for more of them";
  return "OK";
}

/** Of those who are not in, what was kept of them; the rest is unavailable. */
function registersHex(talk: Talk, registers: readonly Register[]): string[] {
  const { thread, target } = talk;
  const { machine } = target.timeline;
  const now = threadNow(talk);
  const isLive = thread.number === now.number && now.process === target.roster.processNow();
  const left = isLive ? null : target.roster.left(thread);
  return registers.map((register) => {
    if (isLive) return register.read(machine).map(hexOfWord).join("");
    const value = left === null ? null : register.left(left);
    return value === null ? "x".repeat(register.bits / 4) : hexOfWord(value);
  });
}

const signals = { trap: "05", interrupt: "02" } as const;
const watchWords: Readonly<Record<WatchAt["kind"], string>> = { write: "watch", read: "rwatch", access: "awatch" };
/** What GDB asks for first comes along: SP, LR, PC. */
const expedited = [13, 14, 15];

/** The stop reply. */
export function haltReply(talk: Talk): string {
  const { halt, target } = talk;
  talk.thread = threadNow(talk);
  const registers = registersOf(target.timeline.machine).filter(({ number }) => expedited.includes(number));
  const values = registersHex(talk, registers);
  const known = registers.map(({ number }, index) => [number.toString(16).padStart(2, "0"), values[index] ?? ""]);
  const first = known.filter(([, value = ""]) => !value.includes("x")).map(([number, value]) => `${number}:${value};`);
  const signal = halt.reason === "interrupt" ? signals.interrupt : signals.trap;
  return `T${signal}${first.join("")}thread:${wireOf(talk, talk.thread)};${reasonOf(halt)}`;
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
