/** A tick is not shorter than the time for which others run (fact sheet crosscon-armv8m sections 6 and 8). */
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { GuestDescription } from "../../config/guest.ts";
import { isSet, kconfigNumber } from "../../config/kconfig.ts";
import { checkDiagnostic } from "../codes.ts";
import { coreClock, factorText } from "../core-clock.ts";
import { guestsOf } from "../guest-use.ts";
import { partitionsOf, type Rule, type Subject } from "../rule.ts";
import { labelAt } from "../window.ts";

const milliseconds = (seconds: number): string => `${Number((seconds * 1000).toFixed(3))} ms`;

function judge(subject: Subject, vm: string, { kconfig }: GuestDescription): Diagnostic[] {
  const count = partitionsOf(subject).length;
  const rate = kconfig === null ? null : kconfigNumber(kconfig, "SYS_CLOCK_TICKS_PER_SEC");
  if (kconfig === null || rate === null || rate.value <= 0 || count < 2) return [];
  if (subject.switches.vtimer === "frozen" || !isSet(kconfig, "CORTEX_M_SYSTICK")) return [];
  // A slice is a number of cycles, so a faster core has shorter ones.
  const { hertz } = coreClock(subject);
  const cycles = (subject.timerHertz / 1000) * subject.sliceMilliseconds;
  const slice = cycles / (hertz ?? subject.timerHertz);
  const absence = (count - 1) * slice;
  const tick = 1 / rate.value;
  if (tick >= absence) return [];
  const tickless = isSet(kconfig, "TICKLESS_KERNEL");
  // The one for the absence comes at once, the others count from there.
  const had = Math.ceil(slice / tick - 1e-6);
  const factor = (slice + absence) / tick / had;
  const message = tickless
    ? `timeouts of ${vm} that end while another VM runs make its time late`
    : `${vm} loses ticks: with one of ${milliseconds(tick)}, its seconds take ${factorText(factor)}`;
  return [
    checkDiagnostic("CLK02", message, {
      severity: tickless ? "note" : "error",
      vm,
      labels: [labelAt(rate.span, `a tick is ${milliseconds(tick)}, the VM is absent for ${milliseconds(absence)}`)],
      help: [
        "the hypervisor delivers at most one tick for an absence",
        ...(tickless ? [] : [`at most ${Math.floor(1 / absence)} ticks a second are safe with ${count} VMs`]),
      ],
    }),
  ];
}

export const tickRate: Rule = {
  title: "guests that tick faster than they get slices",
  codes: ["CLK02"],
  find: (subject) => guestsOf(subject).flatMap(({ guest, partition }) => judge(subject, partition.name, guest)),
};
