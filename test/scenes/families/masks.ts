/** PRIMASK, FAULTMASK and BASEPRI of both worlds, under AIRCR.PRIS and BFHFNMINS, against exceptions of both. */
import * as act from "../acts.ts";
import { places, startOf } from "../places.ts";
import type { Scene } from "../scene.ts";

const configurations = [
  { name: "", bits: 0 },
  { name: " pris", bits: act.pris },
  { name: " bfhfnmins", bits: act.bfhfnmins },
  { name: " pris bfhfnmins", bits: act.pris | act.bfhfnmins },
] as const;

interface Mask {
  readonly name: string;
  readonly register: string;
  readonly value: number;
}
const masks: readonly Mask[] = [
  { name: "primask", register: "PRIMASK", value: 1 },
  { name: "faultmask", register: "FAULTMASK", value: 1 },
  { name: "basepri 40", register: "BASEPRI", value: 0x40 },
  { name: "basepri 80", register: "BASEPRI", value: 0x80 },
];
const outside = (mask: Mask): Mask => ({ ...mask, name: `${mask.name} of n`, register: `${mask.register}_NS` });
const secureMasks: readonly Mask[] = [...masks, ...masks.map(outside)];

const lines = act.interrupts([
  { secure: true, priority: 0x40 },
  { secure: false, priority: 0x40 },
  { secure: false, priority: 0 },
]);
const base = [...act.faultsEnabled, ...act.priorities, ...lines];
const during = ({ register, value }: Mask, text: string): string =>
  act.lines(act.setSpecial(register, value), text, act.setSpecial(register, 0), act.barrier);
/** What the mask lets through comes at once, and not a few instructions later. */
const pended = ({ register }: Mask): string =>
  register === "PRIMASK" ? act.lines(act.storeLines(1, 2, 3), act.barrier) : act.pendLines(1, 2, 3);

/** Lines of both worlds while the mask is there; what is left is taken when it goes. */
const held: Scene[] = configurations.flatMap(({ name, bits }) =>
  secureMasks.map((mask) => ({
    name: `s: lines under ${mask.name}${name}`,
    start: startOf("s"),
    settings: [...base, act.aircr(bits)],
    acts: [during(mask, pended(mask))],
  })),
);

/** The same where the lines are pending before the mask, of a handler, goes with it. */
const left: Scene[] = configurations.flatMap(({ name, bits }) =>
  masks.flatMap((mask) =>
    places
      .filter((place) => ["s/s", "n/n", "n/s", "s/n"].includes(place.name))
      .map((place) => ({
        name: `${place.name}: line left under ${mask.name}${name}`,
        start: place.start,
        settings: [
          ...base,
          ...act.interrupts([
            { secure: place.outerSecure, priority: 0xc0 },
            { secure: true, priority: 0x60 },
            { secure: false, priority: 0x60 },
          ]),
          act.aircr(bits),
        ],
        acts: [...place.acts, act.lines(act.setSpecial(mask.register, mask.value), act.ringWeakly(2, 3))],
      })),
  ),
);

/** What cannot wait escalates; with no stronger HardFault the processor would lock up, which QEMU does not survive. */
const locksUp = (mask: Mask, event: string, bits: number): boolean =>
  mask.register === "FAULTMASK" ||
  (mask.register === "FAULTMASK_NS" && event === "bus" && (bits & act.bfhfnmins) !== 0);
const synchronous = [
  { name: "svc", text: "svc #1" },
  { name: "usage", text: "udf #1" },
  { name: "bus", text: act.load(act.sideOf(true).nowhere) },
];
const escalated: Scene[] = configurations.flatMap(({ name, bits }) =>
  secureMasks.flatMap((mask) =>
    synchronous
      .filter((event) => !locksUp(mask, event.name, bits))
      .map((event) => ({
        name: `s: ${event.name} under ${mask.name}${name}`,
        start: startOf("s"),
        settings: [...base, act.aircr(bits)],
        acts: [during(mask, event.text)],
      })),
  ),
);

export const masking: readonly Scene[] = [...held, ...left, ...escalated];
