/** Packets that move the cursor, and `monitor`. They can be interrupted; one client at a time may send them. */
import { drive, finish, type Work } from "../time/work.ts";
import { findQuestion } from "./monitor-commands.ts";
import type { Halt } from "./motion.ts";
import { bytesOfHex, frame, hexOfText, numberOfHex } from "./packet.ts";
import { haltReply } from "./state-packets.ts";
import type { Stops } from "./stops.ts";
import { attachedTo, isEach, stand, type Talk } from "./talk.ts";
import { parseNamed, resolveNamed } from "./thread-name.ts";

/** The answer; undefined for everything else, null where nobody is there to be told. */
export async function answerMotion(talk: Talk, payload: string): Promise<string | null | undefined> {
  if (payload.startsWith("qRcmd,")) return monitor(talk, payload.slice("qRcmd,".length));
  const motion = motionOf(talk, payload);
  if (motion === undefined) return undefined;
  const refusal = takeWheel(talk);
  if (refusal !== null) return refusal;
  const halt = await move(talk, motion.work);
  if (talk.ended) return null;
  stand(talk, halt ?? { reason: "interrupt" }, motion.resumed ?? attachedTo(talk));
  tellEnd(talk);
  return haltReply(talk);
}

/** Null where this client may move the cursor, from now on alone. */
function takeWheel(talk: Talk): string | null {
  const { target } = talk;
  target.driver ??= talk;
  if (target.driver === talk) return null;
  return `E.${target.driver.host.name} moves through this run; others may read`;
}

interface Resuming {
  readonly work: Work<Halt>;
  /** Processes that may stop; null = all. */
  readonly resumed: ReadonlySet<number> | null;
}

function motionOf(talk: Talk, payload: string): Resuming | undefined {
  const { motion } = talk.target;
  const stops = talk.stops.stops();
  const all = (work: Work<Halt>): Resuming => ({ work, resumed: null });
  if (payload === "bs") return all(motion.step("back", stops, null));
  if (payload === "bc") return all(motion.run("back", stops));
  if (/^[cC]/.test(payload)) return all(motion.run("forward", stops));
  if (/^[sS]/.test(payload)) return all(motion.step("forward", stops, talk.stepper));
  if (payload.startsWith("vCont;")) return continued(talk, payload.slice("vCont;".length));
  if (/^(R|vRun)/.test(payload)) return all(toBegin(talk));
  return undefined;
}

function* toBegin({ target: { timeline } }: Talk): Work<Halt> {
  yield* timeline.seek(timeline.begin());
  return { reason: "step" };
}

/** Who steps decides; where nobody does, all run on. */
function continued(talk: Talk, text: string): Resuming | undefined {
  const { motion } = talk.target;
  const actions = text.split(";").map((one) => actionOf(talk, one));
  if (actions.length === 0 || actions.some((one) => one === null)) return undefined;
  const resumed = resumedBy(talk, actions);
  const stops = stopsOf(talk.stops.stops(), resumed);
  const stepper = actions.find((one) => one?.step != null);
  if (stepper?.step == null) return { work: motion.run("forward", stops), resumed };
  const { from, to } = stepper.step;
  if (from === to) return { work: motion.step("forward", stops, stepper.who), resumed };
  return { work: motion.stepRange(from, to, stops, stepper.who), resumed };
}

interface Action {
  /** Null to run on; an empty range for one step. */
  readonly step: { readonly from: number; readonly to: number } | null;
  /** The process it is for; null = all. */
  readonly process: number | null;
  /** The thread it is for; null = any of them. */
  readonly who: ReturnType<typeof resolveNamed>;
}

function actionOf(talk: Talk, text: string): Action | null {
  const match = /^(?:([cCsS])(?:[0-9a-f]{2})?|r([0-9a-f]+),([0-9a-f]+))(?::(.+))?$/.exec(text);
  if (match === null) return null;
  const [, letter, from, to, name = "-1"] = match;
  const named = parseNamed(talk, name);
  if (named === null) return null;
  const range = { from: numberOfHex(from) ?? 0, to: numberOfHex(to) ?? 0 };
  const step = letter === "c" || letter === "C" ? null : range;
  const isAny = named.number === null && named.process === null;
  return { step, process: named.process, who: isAny ? null : resolveNamed(talk, named) };
}

function resumedBy(talk: Talk, actions: readonly (Action | null)[]): ReadonlySet<number> | null {
  const processes = actions.map((one) => one?.who?.process ?? one?.process ?? null);
  return isEach(talk) && processes.every((one) => one !== null) ? new Set(processes) : null;
}

const stopsOf = ({ breakpoints, watchpoints }: Stops, resumed: ReadonlySet<number> | null): Stops => ({
  breakpoints: breakpoints.filter(({ process }) => process === null || resumed?.has(process) !== false),
  watchpoints,
});

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
    if (talk.ended) target.driver = null;
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
  const { timeline, questions } = talk.target;
  const { question, words } = findQuestion(questions, Buffer.from(bytesOfHex(hex) ?? []).toString("utf8"));
  if (!question.moves) return hexOfText(`${finish(question.run(timeline, words))}\n`);
  const refusal = takeWheel(talk);
  if (refusal !== null) return refusal;
  const said = await move(talk, question.run(timeline, words));
  if (talk.ended) return null;
  stand(talk, { reason: "step" });
  return hexOfText(`${said ?? "interrupted"}\n`);
}
