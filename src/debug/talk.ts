/** What one conversation with a client holds, and what all clients of one run share. */
import { comparePositions, type Position } from "../time/position.ts";
import type { Timeline } from "../time/timeline.ts";
import { createMotion, type Halt, type Motion } from "./motion.ts";
import type { Questions } from "./question.ts";
import { createRoster, type Roster, type ThreadId } from "./roster.ts";
import type { StopTables } from "./stops.ts";

/** What all clients of one run share. */
export interface Target {
  readonly timeline: Timeline;
  readonly roster: Roster;
  readonly motion: Motion;
  readonly questions: Questions;
  /** The process that GDB's first inferior is; null = whoever is in when it connects. */
  readonly firstProcess: number | null;
  /** Who moves the cursor: whoever did first, until it leaves. The others read. */
  driver: Talk | null;
  /** Somebody moves it right now. */
  isMoving: boolean;
}

export function createTarget(timeline: Timeline, questions: Questions, firstProcess: number | null = null): Target {
  const roster = createRoster(timeline);
  const motion = createMotion(timeline, roster);
  return { timeline, roster, motion, questions, firstProcess, driver: null, isMoving: false };
}

export interface Host {
  /** The client, for people: where it comes from. */
  readonly name: string;
  send(bytes: Uint8Array): void;
  /** Lets the host look at its sockets. */
  breathe(): Promise<void>;
  /** The client is done, or cannot be talked to. */
  close(): void;
  /** Something went wrong that is no client's fault. */
  tell(text: string): void;
}

/** State of the conversation. */
export interface Talk {
  readonly target: Target;
  readonly host: Host;
  readonly stops: StopTables;
  readonly waiting: string[];
  lastSent: Uint8Array;
  acknowledges: boolean;
  interrupted: boolean;
  /** Asked to be let go: after the answer. */
  leaving: boolean;
  ended: boolean;
  /** Knows the protocol's process numbers; and asked for a process (GDB: an inferior) per VM. */
  knowsProcesses: boolean;
  isExtended: boolean;
  /** Processes that the client has asked for; GDB learns about the registers of each when it attaches to it. */
  readonly attached: Set<number>;
  /** Whose registers are asked for. */
  thread: ThreadId;
  /** Who is to step where a packet does not say so; null = whoever is there. */
  stepper: ThreadId | null;
  /** Who the client has been told is in. */
  current: ThreadId;
  /** Where the machine stood then. */
  at: Position;
  halt: Halt;
}

/** A process per VM? Else all of them are threads of one, which is all that `target remote` can show. */
export const isEach = ({ knowsProcesses, isExtended }: Talk): boolean => knowsProcesses && isExtended;

/** The thread whose code is under way, by the name under which the client knows it. */
export function threadNow({ target: { roster, timeline }, current, at }: Talk): ThreadId {
  // Somebody else may have moved the cursor.
  return comparePositions(timeline.now(), at) === 0 ? current : roster.now();
}

/** The processes that the client knows of; null = all. */
export const attachedTo = (talk: Talk): ReadonlySet<number> | null => (isEach(talk) ? talk.attached : null);

/** The client wants a process (GDB: an inferior) per VM, and has one at first. */
export function extend(talk: Talk): void {
  const { roster, firstProcess } = talk.target;
  talk.isExtended = true;
  if (firstProcess === null) return;
  talk.attached.clear();
  talk.attached.add(firstProcess);
  if (firstProcess !== roster.processNow()) talk.current = roster.mainOf(firstProcess);
}

/** The machine stands, and the client will be told so. `resumed` = the processes that it let run; null = all. */
export function stand(talk: Talk, halt: Halt, resumed: ReadonlySet<number> | null = attachedTo(talk)): void {
  const { roster, timeline } = talk.target;
  const now = roster.now();
  // In the middle of a handler that switches threads the word of the RTOS changes: a step stays where it began.
  const inHandler = timeline.machine.core.cpu.ipsr !== 0;
  const isSame = halt.reason === "step" && inHandler && talk.current.process === now.process;
  const current = isSame ? talk.current : now;
  const [first] = resumed ?? [];
  // A process that does not run cannot stop.
  talk.current = resumed === null || first === undefined || resumed.has(now.process) ? current : roster.mainOf(first);
  talk.thread = talk.current;
  talk.at = timeline.now();
  talk.halt = halt;
}
