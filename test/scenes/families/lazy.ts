/** Floating-point contexts across exceptions and worlds: frames, what waits to be preserved, what goes wrong then. */
import * as act from "../acts.ts";
import { nowhere, secureWorld, system, systemNs } from "../layout.ts";
import { type Place, placeOf } from "../places.ts";
import type { Scene, Setting } from "../scene.ts";

/** FPCCR. */
const fpccr = { aspen: 0x8000_0000, lspen: 0x4000_0000, clronret: 0x1000_0000, ts: 0x400_0000 } as const;
const modes = [
  { name: "eager", bits: fpccr.aspen },
  { name: "lazy", bits: fpccr.aspen | fpccr.lspen },
  { name: "lazy, ts", bits: fpccr.aspen | fpccr.lspen | fpccr.ts },
  { name: "eager, ts, clear on return", bits: fpccr.aspen | fpccr.ts | fpccr.clronret },
] as const;
type Mode = (typeof modes)[number];

const enabled: Setting[] = [...act.faultsEnabled, ...act.priorities, ...act.floatUnit(true)];
const settingsOf = ({ outerSecure }: Place, { bits }: Mode): Setting[] => [
  ...enabled,
  ...act.interrupts([
    { secure: outerSecure, priority: 0xd0 },
    { secure: true, priority: 0x40 },
    { secure: false, priority: 0x40 },
  ]),
  [system + 0xf34, bits],
  [systemNs + 0xf34, bits & (fpccr.aspen | fpccr.lspen)],
];

/** Values for a few registers, of all quarters, and FPSCR. */
const fill = (seed: number): string =>
  act.lines(
    ...[0, 7, 15, 16, 31].map((register) => `set r0, ${seed + register}\nvmov s${register}, r0`),
    "set r0, 0x90000000\nvmsr fpscr, r0",
  );
const read = act.lines(
  ...[0, 15, 16, 31].map((register, index) => act.lines(`vmov r0, s${register}`, act.answer(index))),
  act.lines("vmrs r0, fpscr", act.answer(4)),
);
const touch = "vmov.f32 s1, s1";

/** The unit is in use, an exception comes, its handler uses the unit or not. */
const handlers = [
  { name: "leaves the unit alone", text: "nop" },
  { name: "touches the unit", text: touch },
  { name: "fills the unit", text: fill(0x0b00_0000) },
];
const events = [
  { name: "svc", text: "svc #1" },
  { name: "line of s", text: act.ring(2) },
  { name: "line of n", text: act.ring(3) },
];
const contexts: Scene[] = modes.flatMap((mode) =>
  ["s", "s.process", "s.user", "n", "n.process", "n.user", "n>s", "s>n", "n/s", "s/n"].map(placeOf).flatMap((place) =>
    events.flatMap((event) =>
      handlers.map((handler) => ({
        name: `${place.name}: ${mode.name}, ${event.name}, ${handler.name}`,
        start: place.start,
        settings: settingsOf(place, mode),
        acts: [...place.acts, act.lines(fill(0x0a00_0000), event.text, read), handler.text],
      })),
    ),
  ),
);

/** Both worlds have a context when a third, or nobody, wants the unit. */
const mixed: Scene[] = modes.flatMap((mode) =>
  ["s", "n"].flatMap((name) =>
    [act.ring(2), act.ring(3)].flatMap((inner, index) =>
      handlers.map((handler) => ({
        name: `${name}: ${mode.name}, call across with contexts, line of ${index === 0 ? "s" : "n"}, ${handler.name}`,
        start: placeOf(name).start,
        settings: settingsOf(placeOf(name), mode),
        acts: [
          act.lines(fill(0x0a00_0000), act.callAcross(name === "s"), read),
          act.lines(fill(0x0c00_0000), inner, read),
          handler.text,
        ],
      })),
    ),
  ),
);

/** In the handler something is changed that spoils the context that waits, then the unit is touched. */
interface Spoiler {
  readonly name: string;
  readonly places: readonly string[];
  readonly text: string;
  readonly settings?: readonly Setting[];
}
const fpcar = (base: number, value: number): string => act.store(base + 0xf38, value);
const region = (base: number, window: number): Setting[] => [
  ...act.mpuRegion(base, 0, window, window + 0xff, 0b101),
  act.mpuOn(base),
];
const spoilers: readonly Spoiler[] = [
  { name: "onto nowhere", places: ["s"], text: fpcar(system, nowhere.secure + 0x100) },
  { name: "onto nowhere", places: ["n"], text: fpcar(systemNs, nowhere.nonSecure + 0x100) },
  { name: "into secure memory", places: ["n"], text: fpcar(systemNs, secureWorld.window) },
  {
    name: "onto read-only memory",
    places: ["s"],
    text: fpcar(system, act.sideOf(true).world.window),
    settings: region(system, act.sideOf(true).world.window),
  },
  {
    name: "onto read-only memory",
    places: ["n"],
    text: fpcar(systemNs, act.sideOf(false).world.window),
    settings: region(systemNs, act.sideOf(false).world.window),
  },
  { name: "without CPACR", places: ["s"], text: act.store(system + 0xd88, 0) },
  { name: "without CPACR of n", places: ["n"], text: act.store(systemNs + 0xd88, 0) },
  { name: "without NSACR", places: ["n"], text: act.store(system + 0xd8c, 0) },
];
const lazy = modes[1];
/** The handler is weaker than the faults, so that these come at once. */
const spoiled: Scene[] = spoilers.flatMap(({ name, places: names, text, settings = [] }) =>
  names.flatMap((start) =>
    [
      { by: "", more: [] as readonly Setting[] },
      {
        by: " escalates",
        more: [
          [system + 0xd24, 0],
          [systemNs + 0xd24, 0],
        ] as readonly Setting[],
      },
    ].map(({ by, more }) => {
      const place = placeOf(`${start}/s`);
      return {
        name: `${start}: preserved ${name}${by}`,
        start: place.start,
        settings: [...settingsOf(place, lazy), ...settings, ...more],
        acts: [
          start === "s"
            ? act.lines(fill(0x0a00_0000), place.acts[0] ?? "", read)
            : act.lines(fill(0x0a00_0000), act.ring(1), read),
          act.lines(text, act.barrier, touch),
          act.lines(
            fpcar(system, secureWorld.window + 0x400),
            fpcar(systemNs, act.sideOf(false).world.window + 0x400),
            ...act.floatUnit(true).map(([at, value]) => act.store(at, value)),
          ),
        ],
        last: 4,
      };
    }),
  ),
);

/** Returns that do not fit the context, and CLRONRET while one waits. */
const wrong: Scene[] = ["s/s", "n/n", "n/s", "s/n"].map(placeOf).flatMap((place) =>
  modes.slice(0, 3).flatMap((mode) =>
    [0, 1].map((isActive) => ({
      name: `${place.name}: ${mode.name}, return for another FType, unit ${isActive ? "in use" : "idle"}`,
      start: place.start,
      settings: settingsOf(place, mode),
      acts: [act.lines(isActive ? fill(0x0a00_0000) : "nop", place.acts[0] ?? ""), act.forge(0x10)],
      last: 2,
    })),
  ),
);
const clearing: Scene[] = ["s/s", "n/s"].map(placeOf).map((place) => ({
  name: `${place.name}: CLRONRET while a context waits`,
  start: place.start,
  settings: settingsOf(place, lazy),
  acts: [
    act.lines(fill(0x0a00_0000), place.acts[0] ?? ""),
    act.lines("mrs r1, CONTROL\nmovs r2, #12\norrs r1, r2\nmsr CONTROL, r1", act.store(system + 0xf34, 0xd000_0005)),
  ],
  last: 2,
}));

/** VLSTM around a call out, and VLLDM behind it. */
const frames = secureWorld.window + 0x200;
const around: Scene[] = modes.flatMap((mode) =>
  handlers.map((inner) => ({
    name: `s: ${mode.name}, VLSTM, call that ${inner.name}, VLLDM`,
    start: placeOf("s").start,
    settings: settingsOf(placeOf("s"), mode),
    acts: [
      act.lines(
        fill(0x0a00_0000),
        `set r0, ${frames}\nvlstm r0`,
        act.callOut,
        `set r0, ${frames}\nvlldm r0`,
        read,
        act.load(frames),
        act.answer(5),
        act.load(frames + 0x60),
        act.answer(6),
      ),
      inner.text,
    ],
  })),
);
const misplaced: Scene[] = ["vlstm", "vlldm"].flatMap((instruction) =>
  [frames + 4, nowhere.secure].map((at) => ({
    name: `s: ${instruction} at ${at === frames + 4 ? "four bytes off" : "nowhere"}`,
    start: placeOf("s").start,
    settings: settingsOf(placeOf("s"), modes[0]),
    acts: [act.lines(fill(0x0a00_0000), `set r0, ${at}\n${instruction} r0`)],
  })),
);

export const lazyPreservation: readonly Scene[] = [
  ...contexts,
  ...mixed,
  ...spoiled,
  ...wrong,
  ...clearing,
  ...around,
  ...misplaced,
];
