/** What a session of the Debug Adapter Protocol works on. */
import type { DebugProtocol } from "@vscode/debugprotocol";
import type { BacktraceFrame } from "../../image/backtrace.ts";
import type { Frame } from "../../image/dwarf/local.ts";
import { type MachineView, machineView } from "../../machine/view.ts";
import { type CodeMap, codeMapOf } from "../../time/code-map.ts";
import type { Timeline } from "../../time/timeline.ts";
import type { Work } from "../../time/work.ts";
import { createMotion, type Halt, type Motion } from "../motion.ts";
import type { Questions } from "../question.ts";
import { createRoster, type Roster, type ThreadId } from "../roster.ts";
import { type BreakTable, breakTable } from "./break-table.ts";
import { type Transcript, transcriptOf } from "./transcript.ts";

/** A frame that the client has been shown. */
export interface ShownFrame {
  readonly thread: ThreadId;
  readonly frame: BacktraceFrame;
  /** Innermost of the thread that has the processor. */
  readonly isLive: boolean;
  /** The same as debug information sees it: the physical frame, and how many functions inlined into it lie inside. */
  readonly physical: Frame;
  readonly depth: number;
}

export interface Desk {
  readonly timeline: Timeline;
  readonly roster: Roster;
  readonly motion: Motion;
  readonly view: MachineView;
  readonly code: CodeMap;
  readonly questions: Questions;
  /** Where relative names of source files begin. */
  readonly sourceRoot: string;
  readonly breaks: BreakTable;
  readonly transcript: Transcript;
  /** Valid while the machine stands: frames, things with parts, places to go to. Numbers the client has begin at 1. */
  readonly frames: ShownFrame[];
  readonly parts: (() => DebugProtocol.Variable[])[];
  readonly targets: Work<Halt>[];
  /** To the debug console, a line. */
  readonly say: (text: string) => void;
  /** Why the machine stands. */
  halt: Halt;
}

export interface DeskOptions {
  readonly questions: Questions;
  readonly sourceRoot: string;
  readonly say: (text: string) => void;
}

export function createDesk(timeline: Timeline, { questions, sourceRoot, say }: DeskOptions): Desk {
  const roster = createRoster(timeline);
  return {
    timeline,
    roster,
    motion: createMotion(timeline, roster),
    view: machineView(timeline.machine),
    code: codeMapOf(timeline.system),
    questions,
    sourceRoot,
    say,
    breaks: breakTable(),
    transcript: transcriptOf(timeline),
    frames: [],
    parts: [],
    targets: [],
    halt: { reason: "step" },
  };
}

/** What was shown is not true any more. */
export function forget({ frames, parts, targets }: Desk): void {
  for (const list of [frames, parts, targets]) list.length = 0;
}

/** The number by which a client asks for the parts of something. */
export function withParts({ parts }: Desk, list: () => DebugProtocol.Variable[]): number {
  parts.push(list);
  return parts.length;
}

/** The frame of that number; null where the client names none. */
export const frameOf = ({ frames }: Desk, number: number | undefined): ShownFrame | null =>
  number === undefined ? null : (frames[number - 1] ?? refuse("the machine has moved on since that frame was shown"));

/** Something that the client asked for cannot be done; the text is for people. */
export const refuse = (text: string): never => {
  throw new Refusal(text);
};

/** Not our bug: the words of a client that do not fit. */
export class Refusal {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export const hex = (value: number): string => `0x${(value >>> 0).toString(16).padStart(8, "0")}`;
