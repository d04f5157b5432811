/** Who gave an entry of the SAU or the MPU the value it has, and when. The cursor stays where it is. */
import type { Machine } from "../../machine/machine.ts";
import type { Access } from "../../machine/probes.ts";
import { hypervisorName } from "../../system/consoles.ts";
import { findPrevious, type Hunt } from "../hunt.ts";
import type { Timeline } from "../timeline.ts";
import type { Work } from "../work.ts";
import { runningVm } from "./moment.ts";
import { type Stand, standAt } from "./search.ts";

export interface Setting extends Stand {
  /** The VM whose code wrote it, or the hypervisor, which changes all entries with the VM. */
  readonly by: string | null;
}

/** DDI 0553: RBAR and RLAR of the region that RNR names; the MPU's three aliases name its neighbours. */
const registers = {
  sau: { base: 0xe000eddc, sizeBytes: 8 },
  mpu: { base: 0xe000ed9c, sizeBytes: 32 },
  /** Secure code reaches the Non-secure MPU there. */
  mpuNonSecure: { base: 0xe002ed9c, sizeBytes: 32 },
} as const;

/** Null where nobody has set it since history began. */
export function* sauSetting(timeline: Timeline, index: number): Work<Setting | null> {
  const isOne = (_: Access, { core }: Machine): boolean => core.cpu.sauRnr === index;
  const { base: address, sizeBytes } = registers.sau;
  const hunt: Hunt =
    timeline.system.hypervisor.kind === "firmware"
      ? { watchpoints: [{ address, sizeBytes, kind: "write", when: isOne }] }
      : { event: ({ kind }) => kind === "switch" || kind === "vm-entry" };
  return yield* lastOf(timeline, hunt);
}

/** The write itself; that a hypervisor saves an entry and puts it back is none. */
export function* mpuSetting(timeline: Timeline, state: "secure" | "non-secure", index: number): Work<Setting | null> {
  const { system, machine } = timeline;
  const bank = state === "secure" ? 1 : 0;
  const vm = runningVm(system, machine);
  const isOne = ({ address }: Access, { core }: Machine): boolean => {
    const isNonSecure = address >= registers.mpuNonSecure.base || core.cpu.secure === 0;
    const alias = ((address & 0xff) - (registers.mpu.base & 0xff)) >>> 3;
    const region = core.cpu.mpuRnr[bank] ?? 0;
    const named = (alias === 0 ? region : (region & ~3) | alias) === index;
    return isNonSecure === (bank === 0) && named && runningVm(system, machine) === vm;
  };
  const watches = [registers.mpu, ...(bank === 0 ? [registers.mpuNonSecure] : [])];
  const hunt = watches.map(
    ({ base: address, sizeBytes }) => ({ address, sizeBytes, kind: "write", when: isOne }) as const,
  );
  return yield* lastOf(timeline, { watchpoints: hunt });
}

function* lastOf(timeline: Timeline, hunt: Hunt): Work<Setting | null> {
  const origin = timeline.now();
  const hit = yield* findPrevious(timeline, hunt);
  const isHit = hit.kind === "access" || hit.kind === "event";
  const stand = isHit ? standAt(timeline, hit) : null;
  const by = hit.kind === "event" ? hypervisorName : (stand?.vm ?? null);
  yield* timeline.seek(origin);
  return stand === null ? null : { ...stand, by };
}
