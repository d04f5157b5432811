/** Exceptions from each place to each exception: what is stacked, which registers are hidden, and the way back. */
import * as act from "../acts.ts";
import { secureWorld, system, systemNs } from "../layout.ts";
import { type Place, placeOf, places } from "../places.ts";
import type { Scene, Setting } from "../scene.ts";

interface Event {
  readonly name: string;
  /** What to do there, or null where it cannot be done. */
  act(place: Place): string | null;
  readonly settings?: readonly Setting[];
}

const secureHere = (place: Place, text: string): string | null => (place.secure && place.privileged ? text : null);
const side = (place: Place) => act.sideOf(place.secure);
const off: Setting[] = [
  [system + 0xd24, 0],
  [systemNs + 0xd24, 0],
];

const events: readonly Event[] = [
  { name: "svc", act: () => "svc #1" },
  { name: "line of s", act: () => act.ring(2) },
  { name: "line of n", act: () => act.ring(3) },
  { name: "pendsv", act: ({ privileged }) => (privileged ? act.pend(act.icsr.pendSv) : null) },
  { name: "systick", act: ({ privileged }) => (privileged ? act.pend(act.icsr.sysTick) : null) },
  { name: "pendsv of n", act: (place) => secureHere(place, act.pend(act.icsr.pendSv, systemNs)) },
  { name: "systick of n", act: (place) => secureHere(place, act.pend(act.icsr.sysTick, systemNs)) },
  { name: "nmi", act: (place) => secureHere(place, act.pendNmi) },
  {
    name: "nmi of n",
    settings: [act.aircr(act.bfhfnmins)],
    act: ({ privileged }) => (privileged ? act.pendNmi : null),
  },
  { name: "usage", act: () => "udf #1" },
  { name: "memory", act: (place) => `set r0, ${side(place).device + 1}\nbx r0` },
  { name: "bus", act: (place) => act.load(side(place).nowhere) },
  { name: "bus of n", settings: [act.aircr(act.bfhfnmins)], act: (place) => act.load(side(place).nowhere) },
  {
    name: "secure",
    act: ({ secure }) =>
      secure ? `set r0, ${act.sideOf(false).world.acts + 1}\nbx r0` : act.load(secureWorld.mainStack),
  },
  {
    name: "bus hard of n",
    settings: [...off, act.aircr(act.bfhfnmins)],
    act: (place) => act.load(side(place).nowhere),
  },
  { name: "hard", settings: off, act: () => "udf #1" },
  { name: "hard of n", settings: [...off, act.aircr(act.bfhfnmins)], act: () => "udf #1" },
];

/** System handlers that ICSR and SHCSR of a world can pend. */
const pendable = [
  { name: "pendsv", at: 0xd04, bits: act.icsr.pendSv },
  { name: "systick", at: 0xd04, bits: act.icsr.sysTick },
  { name: "usage", at: 0xd24, bits: 0x7_1000 },
  { name: "memory", at: 0xd24, bits: 0x7_2000 },
  { name: "svc", at: 0xd24, bits: 0x7_8000 },
];

/** Lines 2 and 3 are stronger than what leads to a place. */
const linesOf = ({ outerSecure }: Place): Setting[] =>
  act.interrupts([
    { secure: outerSecure, priority: 0xd0 },
    { secure: true, priority: 0x40 },
    { secure: false, priority: 0x40 },
  ]);

/** Places that PendSV has no part in. */
const byLine = ["n/s", "s/n"];

/** A strong handler, or the Secure function it calls, pends a weaker exception: that follows without a return. */
const followed: Scene[] = ["s", "n", "s.process/s", "n.process/n", ...byLine].map(placeOf).flatMap((place) =>
  [true, false].flatMap((to) =>
    [true, false].flatMap((through) =>
      pendable.map(({ name, at, bits }) => ({
        name: `${place.name}: ${name} of ${to ? "s" : "n"} after ${through ? "s" : "n"}`,
        start: place.start,
        settings: [
          ...act.faultsEnabled,
          ...(byLine.includes(place.name) ? act.prioritiesOfStrongPendSv : act.priorities),
          ...act.interrupts([
            { secure: place.outerSecure, priority: 0xd0 },
            { secure: through, priority: 0x10 },
          ]),
        ],
        acts: [
          ...place.acts,
          act.ring(2),
          ...(through ? [] : [act.callIn]),
          act.lines(act.store((to ? system : systemNs) + at, bits), act.barrier),
        ],
      })),
    ),
  ),
);

const direct: Scene[] = places.flatMap((place) =>
  events.flatMap(({ name, act: actOf, settings = [] }): Scene[] => {
    const text = actOf(place);
    if (text === null) return [];
    return [
      {
        name: `${place.name}: ${name}`,
        start: place.start,
        settings: [...act.faultsEnabled, ...act.priorities, ...linesOf(place), ...settings],
        acts: [...place.acts, text],
      },
    ];
  }),
);

export const transitions: readonly Scene[] = [...direct, ...followed];
