/** What moves the machine for a client, as work that ends where it stops. */
import type { DebugProtocol } from "@vscode/debugprotocol";
import { comparePositions, type Position } from "../../time/position.ts";
import { stepLine, stepOut } from "../../time/steps.ts";
import type { Arrival } from "../../time/timeline.ts";
import type { Work } from "../../time/work.ts";
import type { Direction, Halt } from "../motion.ts";
import type { ThreadId } from "../roster.ts";
import { valueText } from "./ask-requests.ts";
import { atLine } from "./break-requests.ts";
import { type Desk, Refusal, refuse } from "./desk.ts";
import { threadOf } from "./frames.ts";

type Granularity = DebugProtocol.SteppingGranularity | undefined;

/** To the next stop, not beyond `to` where that is given. */
export function* run(desk: Desk, direction: Direction, to?: Position): Work<Halt> {
  for (;;) {
    const halt = yield* desk.motion.run(direction, desk.breaks.stops(), to);
    if (halt.reason !== "breakpoint" || isStop(desk)) return halt;
  }
}

/** Counts a hit of what is reached, and says what is to be said: some breakpoints do not stop. */
function isStop(desk: Desk): boolean {
  const { timeline, roster, breaks } = desk;
  const pc = (timeline.machine.core.cpu.r[15] ?? 0) >>> 0;
  let stops = false;
  for (const one of breaks.here(pc, roster.now().process)) {
    one.hits += 1;
    const { isCounted, log } = one.rule;
    if (isCounted !== null && !isCounted(one.hits)) continue;
    if (log === null) stops = true;
    else desk.say(filled(desk, log));
  }
  return stops;
}

const filled = (desk: Desk, text: string): string =>
  text.replace(/\{([^{}]+)\}/g, (_, inner: string) => {
    try {
      return valueText(desk, inner);
    } catch (error) {
      if (error instanceof Refusal) return `<${error.text}>`;
      throw error;
    }
  });

export function step(
  desk: Desk,
  threadId: number,
  direction: Direction,
  over: boolean,
  granularity: Granularity,
): Work<Halt> {
  const { timeline, code, motion, breaks } = desk;
  const who = threadOf(desk, threadId);
  if (granularity === "instruction" || !isIn(desk, who)) return motion.step(direction, breaks.stops(), who);
  return heeding(desk, direction, stepLine(timeline, code, direction, over));
}

export function out(desk: Desk, threadId: number): Work<Halt> {
  const { timeline, code, motion, breaks } = desk;
  const who = threadOf(desk, threadId);
  if (!isIn(desk, who)) return motion.step("forward", breaks.stops(), who);
  return heeding(desk, "forward", stepOut(timeline, code, "forward"));
}

const isIn = ({ roster }: Desk, who: ThreadId): boolean => roster.now().number === who.number;

/** A step may pass over much code: a breakpoint in there counts. The way is short, so it is gone a second time. */
function* heeding(desk: Desk, direction: Direction, work: Work<Arrival>): Work<Halt> {
  const { timeline, breaks } = desk;
  const origin = timeline.now();
  const { edge } = yield* work;
  const reached = timeline.now();
  const stops = breaks.stops();
  const isBare = stops.breakpoints.length + stops.watchpoints.length === 0 && stops.event === undefined;
  if (!isBare && comparePositions(origin, reached) !== 0) {
    yield* timeline.seek(origin);
    const halt = yield* run(desk, direction, reached);
    if (halt.reason !== "step" && comparePositions(timeline.now(), reached) !== 0) return halt;
    yield* timeline.seek(reached);
  }
  return { reason: edge ?? "step" };
}

/** Where one may go from a line: of a console, to when it was said; of source, to when it ran, before or after now. */
export function targetsOf(
  desk: Desk,
  { source, line }: DebugProtocol.GotoTargetsArguments,
): DebugProtocol.GotoTarget[] {
  const add = (label: string, work: Work<Halt>): DebugProtocol.GotoTarget => {
    desk.targets.push(work);
    return { id: desk.targets.length, label, line };
  };
  if (source.sourceReference !== undefined && source.sourceReference > 0) {
    const moment = desk.transcript.momentOf(source.sourceReference, line);
    return moment === null ? [] : [add(`when this was said: tick ${moment.tick}`, goTo(desk, moment))];
  }
  const { at } = atLine(desk, source.path ?? source.name ?? "", line);
  if (at.length === 0) return [];
  const stops = { breakpoints: at, watchpoints: [] };
  return [
    add("the last time that it ran", desk.motion.run("back", stops)),
    add("the next time that it runs", desk.motion.run("forward", stops)),
  ];
}

function* goTo({ timeline }: Desk, moment: { readonly tick: number; readonly beat: number }): Work<Halt> {
  yield* timeline.seek(moment);
  return { reason: "step" };
}

export const targetOf = ({ targets }: Desk, number: number): Work<Halt> =>
  targets[number - 1] ?? refuse("the machine has moved on since that place was offered");
