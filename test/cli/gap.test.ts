/**
 * What happens when a guest needs an instruction that we lack. Which ones those are changes with every release, down to
 * none; so the core's answer is put in its mouth, at a moment that a guest chooses.
 */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { beatsPerSecond } from "../../src/base/beat.ts";
import { diagnostic } from "../../src/base/diagnostic.ts";
import { findingsOf } from "../../src/cli/findings.ts";
import { type Live, type Ran, type RunOptions, runSystem } from "../../src/cli/run-system.ts";
import { verdictOf } from "../../src/cli/verdict.ts";
import { exits } from "../../src/core/core.ts";
import { noteKinds } from "../../src/machine/notes.ts";
import { openExample } from "../guests/example.ts";

const upToTwoSeconds: RunOptions = {
  engine: "interp",
  ...{ for: { unit: "beats", beats: 2 * beatsPerSecond }, until: null, failOn: null, timeout: null },
  ...{ sends: [], mayFault: [], realtime: null, recorder: null },
};

test("a gap stops the run there, is told as ours with guest, function and line, and exits with 4", async () => {
  const system = await openExample("single-vm");
  const held: { live: Live | null } = { live: null };
  const ran = await runSystem(system, upToTwoSeconds, {
    between(live) {
      held.live = live;
      live.machine.core.scratch.noteMask |= 1 << noteKinds.exceptionEntry;
      return false;
    },
    event({ kind, vm }) {
      if (kind !== "exception" || vm === null || held.live === null) return;
      held.live.machine.core.scratch.exitReason = exits.indexOf("gap");
    },
  });
  assert.equal([ran.stop, ran.machineStop.reason], ["halt", "gap"]);
  const [found, ...others] = findingsOf(system, ran, []);
  assert.equal(others, []);
  assert.is(found?.code, "GAP01");
  assert.match(found?.message ?? "", /^\w+ executes .+ in \w+ \(.+\.[ch]:\d+\), which this release does not model$/);
  assert.match(found?.help.join("\n") ?? "", /the instruction: 0x[0-9a-f]+ /);
  assert.is(verdictOf(ran, found === undefined ? [] : [found]), 4);
});

const ended = (stop: Ran["stop"], reason: "limit" | "gap" = "limit"): Pick<Ran, "stop" | "machineStop"> => ({
  stop,
  machineStop: reason === "gap" ? { reason, index: 0 } : { reason },
});

test("an error makes a yes a no, and nothing else into something else", () => {
  const error = [diagnostic("FLT11", "a fault")];
  const warning = [diagnostic("FLT11", "a fault", { severity: "warning" })];
  const codes = (found: typeof error): number[] =>
    (["for", "until", "halt", "fail-on", "fault", "timeout", "interrupt"] as const).map((stop) =>
      verdictOf(ended(stop), found),
    );
  assert.equal(codes([]), [0, 0, 0, 1, 1, 124, 130]);
  assert.equal(codes(warning), codes([]));
  assert.equal(codes(error), [1, 1, 1, 1, 1, 124, 130]);
  assert.is(verdictOf(ended("halt", "gap"), error), 4);
});

test.run();
