/**
 * A session of the Debug Adapter Protocol over one run: requests in, answers and events out. What moves the machine is
 * answered at once and ends with a `stopped` event. Nothing here changes the run.
 */

import type { DebugProtocol } from "@vscode/debugprotocol";
import { faultText } from "../../check/fault-name.ts";
import type { TimelineEvent } from "../../time/annals.ts";
import type { Timeline } from "../../time/timeline.ts";
import { drive, type Work } from "../../time/work.ts";
import type { Halt } from "../motion.ts";
import type { Questions } from "../question.ts";
import { consoleSource, consoleText, evaluate } from "./ask-requests.ts";
import {
  dataBreakpointInfo,
  exceptionFilters,
  setBreakpoints,
  setDataBreakpoints,
  setExceptionBreakpoints,
  setFunctionBreakpoints,
  setInstructionBreakpoints,
} from "./break-requests.ts";
import { createDesk, type Desk, forget, Refusal, refuse } from "./desk.ts";
import { scopes, stackTrace, threads } from "./frames.ts";
import { disassembleAt, readMemoryOf } from "./memory-requests.ts";
import { out, run, step, targetOf, targetsOf } from "./moves.ts";

/** What `launch` and `attach` of a client's configuration may say, beside what belongs to the client. */
export interface StartArguments {
  /** What `chronovisor run` takes, or a recording. */
  readonly system?: string;
  /** `VM=FILE`, as for `--image`. */
  readonly images?: readonly string[];
  /** Folder that relative names in debug information are meant from; the working directory without it. */
  readonly sourceRoot?: string;
  /** `launch`: false runs on at once. */
  readonly stopOnEntry?: boolean;
  /** `attach`: the moment to stand at, 1.5s, 120000, end; the end of a recording without it. */
  readonly at?: string;
}

export interface AdapterHost {
  respond(request: DebugProtocol.Request, body: object | undefined, problem?: string): void;
  event(name: string, body?: object): void;
  /** Throws with a message for people. */
  open(args: StartArguments): Promise<Timeline>;
  breathe(): Promise<void>;
  readonly questions: Questions;
  readonly workingFolder: string;
  /** The client is done. */
  close(): void;
}

export interface Adapter {
  request(request: DebugProtocol.Request): void;
  /** Nobody is there any more. */
  end(): void;
}

interface Session {
  readonly host: AdapterHost;
  desk: Desk | null;
  start: StartArguments & { readonly kind: "launch" | "attach" };
  moving: boolean;
  interrupted: boolean;
  /** Breakpoints have changed on the way: begin the way again with them. */
  changed: boolean;
  ended: boolean;
}

const capabilities: DebugProtocol.Capabilities = {
  supportsConfigurationDoneRequest: true,
  supportsFunctionBreakpoints: true,
  supportsConditionalBreakpoints: true,
  supportsHitConditionalBreakpoints: true,
  supportsLogPoints: true,
  supportsInstructionBreakpoints: true,
  supportsDataBreakpoints: true,
  supportsDataBreakpointBytes: true,
  supportsStepBack: true,
  supportsSteppingGranularity: true,
  supportsGotoTargetsRequest: true,
  supportsDisassembleRequest: true,
  supportsReadMemoryRequest: true,
  supportsLoadedSourcesRequest: true,
  supportsExceptionInfoRequest: true,
  supportsEvaluateForHovers: true,
  supportsRestartRequest: true,
  supportsTerminateRequest: true,
  exceptionBreakpointFilters: exceptionFilters.map(({ kinds: _, ...filter }) => filter),
};

export function createAdapter(host: AdapterHost): Adapter {
  const session: Session = {
    host,
    desk: null,
    start: { kind: "launch" },
    moving: false,
    interrupted: false,
    changed: false,
    ended: false,
  };
  return {
    request: (request) => void serve(session, request),
    end() {
      session.ended = true;
    },
  };
}

async function serve(session: Session, request: DebugProtocol.Request): Promise<void> {
  const { host } = session;
  try {
    const answer = Object.hasOwn(answers, request.command) ? answers[request.command] : undefined;
    if (answer === undefined) refuse(`there is no request \`${request.command}\` here`);
    const then = await answer?.(session, request.arguments ?? {});
    host.respond(request, then?.body);
    if (then?.work !== undefined) await move(session, then.work, then.reason ?? "step", then.isRun);
    then?.after?.();
  } catch (error) {
    if (error instanceof Refusal) return host.respond(request, undefined, error.text);
    const story = error instanceof Error ? (error.stack ?? error.message) : String(error);
    host.event("output", { category: "stderr", output: `chronovisor has a bug: ${story}\n` });
    host.respond(request, undefined, "chronovisor has a bug; the debug console says more");
  }
}

/** What there is to answer, and what is to be done when that has been sent. */
interface Then {
  readonly body?: object;
  readonly work?: () => Work<Halt>;
  /** Of the `stopped` event, where nothing else stops it. */
  readonly reason?: string;
  /** May be begun anew on the way, where breakpoints change: it goes on, or back, as far as it gets. */
  readonly isRun?: boolean;
  readonly after?: () => void;
}

type Answer = (session: Session, args: unknown) => Then | Promise<Then>;

/** Each request has arguments of its own, by its name. */
const taking =
  <T>(say: (session: Session, args: T) => Then | Promise<Then>): Answer =>
  (session, args) =>
    say(session, args as T);

const standing = <T>(say: (desk: Desk, args: T) => object | undefined): Answer =>
  taking<T>((session, args) => ({ body: say(deskOf(session), args) ?? {} }));

/** A request that sets breakpoints: also while the machine moves. */
const setting = <T>(say: (desk: Desk, args: T) => object): Answer =>
  taking<T>((session, args) => {
    const body = say(deskOf(session), args);
    session.changed = session.moving;
    return { body };
  });

const moving = <T>(begin: (desk: Desk, args: T) => Work<Halt>, more: Pick<Then, "reason" | "isRun"> = {}): Answer =>
  taking<T>((session, args) => {
    const desk = deskOf(session);
    if (session.moving) refuse("the machine is moving: pause it first");
    const work = begin(desk, args);
    let isFirst = true;
    const next = (): Work<Halt> => {
      const same = isFirst;
      isFirst = false;
      return same ? work : begin(desk, args);
    };
    return { work: next, body: { allThreadsContinued: true }, ...more };
  });

const deskOf = ({ desk }: Session): Desk => desk ?? refuse("no system is open: launch or attach first");

type Stepping = DebugProtocol.NextArguments;

const answers: Readonly<Record<string, Answer>> = {
  initialize: () => ({ body: capabilities }),
  launch: taking<StartArguments>((session, args) => begin(session, { ...args, kind: "launch" })),
  attach: taking<StartArguments>((session, args) => begin(session, { ...args, kind: "attach" })),
  configurationDone: (session) => ({ body: {}, after: () => void takeUp(session) }),
  restart: moving((desk) => toBegin(desk), { reason: "entry" }),
  threads: standing(threads),
  stackTrace: standing(stackTrace),
  scopes: standing(scopes),
  variables: standing((desk, { variablesReference }: DebugProtocol.VariablesArguments) => {
    const list = desk.parts[variablesReference - 1] ?? refuse("the machine has moved on since that was shown");
    return { variables: list() };
  }),
  evaluate: taking(asked),
  source: standing(consoleText),
  loadedSources: standing((desk) => ({ sources: desk.transcript.names().map((name) => consoleSource(desk, name)) })),
  exceptionInfo: standing(exceptionInfo),
  setBreakpoints: setting(setBreakpoints),
  setFunctionBreakpoints: setting(setFunctionBreakpoints),
  setInstructionBreakpoints: setting(setInstructionBreakpoints),
  setDataBreakpoints: setting(setDataBreakpoints),
  setExceptionBreakpoints: setting(setExceptionBreakpoints),
  dataBreakpointInfo: standing(dataBreakpointInfo),
  readMemory: standing(readMemoryOf),
  disassemble: standing(disassembleAt),
  gotoTargets: standing((desk, args: DebugProtocol.GotoTargetsArguments) => ({ targets: targetsOf(desk, args) })),
  goto: moving((desk, { targetId }: DebugProtocol.GotoArguments) => targetOf(desk, targetId), { reason: "goto" }),
  continue: moving((desk) => run(desk, "forward"), { isRun: true }),
  reverseContinue: moving((desk) => run(desk, "back"), { isRun: true }),
  next: moving((desk, args: Stepping) => step(desk, args.threadId, "forward", true, args.granularity)),
  stepIn: moving((desk, args: Stepping) => step(desk, args.threadId, "forward", false, args.granularity)),
  stepOut: moving((desk, args: Stepping) => out(desk, args.threadId)),
  // As its users expect: a line, over calls.
  stepBack: moving((desk, args: Stepping) => step(desk, args.threadId, "back", true, args.granularity)),
  pause: (session) => {
    session.interrupted = session.moving;
    return { body: {} };
  },
  terminate: (session) => ({ body: {}, after: () => leave(session) }),
  disconnect: (session) => ({ body: {}, after: () => leave(session) }),
};

function leave(session: Session): void {
  session.ended = true;
  session.host.event("terminated");
  session.host.close();
}

async function begin(session: Session, start: Session["start"]): Promise<Then> {
  const { host } = session;
  if (session.desk !== null) refuse("a system is open already");
  if (typeof start.system !== "string") refuse("`system` is missing: what `chronovisor run` takes, or a recording");
  const timeline = await host.open(start);
  session.start = start;
  session.desk = createDesk(timeline, {
    questions: host.questions,
    sourceRoot: start.sourceRoot ?? host.workingFolder,
    say: (text) => host.event("output", { category: "console", output: `${text}\n` }),
  });
  return { body: {}, after: () => host.event("initialized") };
}

/** All is set up: launched, from the begin; attached, at a moment. */
async function takeUp(session: Session): Promise<void> {
  const desk = deskOf(session);
  const { kind, at, stopOnEntry } = session.start;
  const { timeline } = desk;
  if (kind === "launch" && stopOnEntry === false) return move(session, () => run(desk, "forward"), "entry", true);
  if (kind === "launch") return move(session, () => toBegin(desk), "entry");
  const question = evaluate(desk, { expression: `goto ${at ?? "end"}`, context: "repl" });
  const isEndless = at === undefined && timeline.end() === null;
  const work = isEndless || !("moving" in question) ? toBegin(desk) : telling(session, question.moving);
  return move(session, () => work, "entry");
}

function* toBegin({ timeline }: Desk): Work<Halt> {
  yield* timeline.seek(timeline.begin());
  return { reason: "step" };
}

/** A question that moves the machine: its answer goes to the debug console. */
function* telling({ host }: Session, work: Work<string>): Work<Halt> {
  host.event("output", { category: "console", output: `${yield* work}\n` });
  return { reason: "step" };
}

function asked(session: Session, args: DebugProtocol.EvaluateArguments): Then {
  const answer = evaluate(deskOf(session), args);
  if (!("moving" in answer)) return { body: answer };
  if (session.moving) refuse("the machine is moving: pause it first");
  const work = telling(session, answer.moving);
  return { body: { result: "", variablesReference: 0 }, work: () => work, reason: "goto" };
}

/** Goes the way while the client may pause it, and tells where it ended. */
async function move(session: Session, begin: () => Work<Halt>, reason: string, isRun = false): Promise<void> {
  const { host } = session;
  const desk = deskOf(session);
  const { timeline } = desk;
  session.moving = true;
  session.interrupted = false;
  forget(desk);
  timeline.onTold = (event) => tell(session, desk, event);
  const goesOn = (): boolean => !session.interrupted && !session.ended && !(isRun && session.changed);
  try {
    for (let again = true; again; ) {
      session.changed = false;
      const halt = await drive(begin(), async () => {
        await host.breathe();
        return goesOn();
      });
      desk.halt = halt ?? { reason: "interrupt" };
      again = halt === null && isRun && session.changed && !session.interrupted && !session.ended;
    }
  } finally {
    timeline.onTold = null;
    session.moving = false;
  }
  if (!session.ended) host.event("stopped", stoppedBody(desk, reason));
}

/** A console line, for the first time. */
function tell({ host }: Session, desk: Desk, event: TimelineEvent): void {
  if (event.kind !== "console") return;
  const name = event.vm ?? String(event.fields.port);
  host.event("output", {
    category: "stdout",
    output: `[${name}] ${String(event.fields.text)}\n`,
    source: consoleSource(desk, name),
    line: desk.transcript.lineOf(event),
  });
}

function stoppedBody(desk: Desk, reason: string): DebugProtocol.StoppedEvent["body"] {
  const { halt, roster, breaks, timeline } = desk;
  const now = roster.now();
  const pc = (timeline.machine.core.cpu.r[15] ?? 0) >>> 0;
  const common = { threadId: now.number, allThreadsStopped: true };
  switch (halt.reason) {
    case "breakpoint":
      return {
        ...common,
        reason: "breakpoint",
        hitBreakpointIds: breaks.here(pc, now.process).map(({ number }) => number),
      };
    case "watchpoint":
      return { ...common, reason: "data breakpoint", description: `${halt.kind} of 0x${halt.address.toString(16)}` };
    case "event":
      return { ...common, reason: "exception", text: halt.event.kind, description: `Stopped at a ${halt.event.kind}` };
    case "begin":
    case "end":
      return { ...common, reason: "pause", description: `The ${halt.reason} of history` };
    case "interrupt":
      return { ...common, reason: "pause" };
    default:
      return { ...common, reason };
  }
}

function exceptionInfo({ halt }: Desk): DebugProtocol.ExceptionInfoResponse["body"] {
  if (halt.reason !== "event") return refuse("nothing of that kind has stopped it");
  const { kind, vm, fields } = halt.event;
  const isFault = kind === "fault" && typeof fields.fault === "number" && typeof fields.address === "number";
  const details = Object.entries(fields).map(([name, value]) => `${name} ${fieldText(value)}`);
  const told = isFault ? faultText(Number(fields.fault), Number(fields.address)) : details.join(", ");
  const description = `${vm ?? "the hypervisor"}: ${told}`;
  return { exceptionId: kind, description, breakMode: "always" };
}

const fieldText = (value: unknown): string =>
  typeof value === "number" && value > 9 ? `0x${value.toString(16)}` : String(value);
