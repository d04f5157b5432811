/** Where the cursor stands, in one line: time, tick, VM, function, thread. */
import { exceptionName } from "../../check/call-chain.ts";
import { machineView } from "../../machine/view.ts";
import { guestsOf } from "../../system/guests.ts";
import { momentOf } from "../../time/questions/moment.ts";
import { callText, secondsText } from "../render/answer.ts";
import type { Session } from "./session.ts";

export function statusText({ timeline }: Session): string {
  const { system, machine } = timeline;
  const { tick, time_ns, vm, exception, state, asleep, at } = momentOf(timeline);
  const handler = exception === 0 ? [] : [exceptionName(exception)];
  const thread = exception === 0 ? threadName() : null;
  const parts = [
    secondsText(time_ns),
    `tick ${tick}`,
    vm ?? "no VM",
    at === null ? "" : callText(at),
    ...handler,
    ...(thread === null ? [] : [`thread ${thread}`]),
    ...(state === "secure" ? ["secure"] : []),
    ...(asleep ? ["asleep"] : []),
  ];
  return parts.filter((part) => part !== "").join("  ");

  function threadName(): string | null {
    const guest = guestsOf(system)[machine.currentVm?.() ?? 0];
    const threads = guest?.threads(machineView(machine)) ?? [];
    return threads.find((one) => one.state.kind === "running")?.name ?? null;
  }
}
