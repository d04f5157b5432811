/** Regions of SAU and MPU to the byte: loads, stores and fetches at both ends of 32 bytes, and what TT says of them. */
import * as act from "../acts.ts";
import { gates, nonSecureWorld, nowhere, secureWorld, system, systemNs, type World } from "../layout.ts";
import { placeOf, startOf } from "../places.ts";
import type { Scene, Setting } from "../scene.ts";
import { freeSauRegion, sauRegion } from "../stage.ts";

const base: Setting[] = [...act.faultsEnabled, ...act.priorities];
const free = { nonSecure: nonSecureWorld.window, secure: secureWorld.window };
const regionBytes = 32;

/** A region of 32 bytes in the middle of a window, by what the memory around it is. */
interface Cut {
  readonly name: string;
  /** World whose window is cut. */
  readonly world: World;
  readonly settings: readonly Setting[];
}
const middle = 64;
const [from, to] = [middle, middle + regionBytes - 1];
const mpuCut = (name: string, world: World, rights: number): Cut => {
  const own = world.secure ? system : systemNs;
  const regions = act.mpuRegion(own, 0, world.window + from, world.window + to, rights);
  const rest = [
    ...act.mpuRegion(own, 1, world.vectors, world.vectors + 0x1f_ffff, 6),
    ...act.mpuRegion(own, 2, world.window, world.window + from - 1, 2),
    ...act.mpuRegion(own, 3, world.window + to + 1, world.window + 0xfff, 2),
    ...act.mpuRegion(own, 4, world.window - 0x2_0000, world.window - 1, 3),
    ...(world.secure ? act.mpuRegion(own, 5, nonSecureWorld.window - 0x2_0000, nonSecureWorld.window - 1, 3) : []),
  ];
  return { name: `${name} of ${world.secure ? "s" : "n"}`, world, settings: [...regions, ...rest, act.mpuOn(own)] };
};
const cuts: readonly Cut[] = [
  ...[secureWorld, nonSecureWorld].flatMap((world) => [
    mpuCut("read-only region", world, 0b101),
    mpuCut("region of privileged code", world, 0b001),
    mpuCut("region that all may read", world, 0b111),
  ]),
  {
    name: "two SAU regions at once",
    world: nonSecureWorld,
    settings: sauRegion(freeSauRegion, free.nonSecure + from, free.nonSecure + to, 1),
  },
  {
    name: "callable SAU region",
    world: nonSecureWorld,
    settings: [
      ...sauRegion(1, 0x2820_0000, free.nonSecure + from - 1, 1),
      ...sauRegion(freeSauRegion, free.nonSecure + to + 1, 0x283f_ffff, 1),
      ...sauRegion(freeSauRegion + 1, free.nonSecure + from, free.nonSecure + to, 3),
    ],
  },
];

const accesses = [
  { name: "byte before", at: from - 1, load: "ldrb r0, [r2]", store: "strb r0, [r2]" },
  { name: "word across the begin", at: from - 2, load: "ldr r0, [r2]", store: "str r0, [r2]" },
  { name: "first byte", at: from, load: "ldrb r0, [r2]", store: "strb r0, [r2]" },
  { name: "last byte", at: to, load: "ldrb r0, [r2]", store: "strb r0, [r2]" },
  { name: "halfword across the end", at: to, load: "ldrh r0, [r2]", store: "strh r0, [r2]" },
  { name: "words across the end", at: to - 3, load: "ldmia.w r2, {r0, r1}", store: "stmia.w r2, {r0, r1}" },
  { name: "byte behind", at: to + 1, load: "ldrb r0, [r2]", store: "strb r0, [r2]" },
];

const touched: Scene[] = cuts.flatMap(({ name, world, settings }) =>
  (world.secure ? ["s", "s.user"] : ["n", "n.user"]).flatMap((start) =>
    accesses.flatMap((access) =>
      (["load", "store"] as const).map((kind) => ({
        name: `${start}: ${kind} of ${access.name}, ${name}`,
        start: startOf(start),
        settings: [[world.window + access.at - (access.at & 3), 0x1234_5678] as Setting, ...base, ...settings],
        acts: [
          act.lines(`set r2, ${world.window + access.at}`, "movs r0, #1\nmovs r1, #2", access[kind], act.answer(0)),
        ],
      })),
    ),
  ),
);

/** Code runs from before a region into it: two bytes, and four across its begin. */
const [narrow, wide] = [0xbf00_bf00, 0x8000_f3af];
const fetched: Scene[] = cuts.flatMap(({ name, world, settings }) =>
  [narrow, wide].flatMap((instruction) =>
    [0, 2].map((offset) => {
      const start = world.secure ? "s" : "n";
      const begin = world.window + from - 16 + (instruction === wide ? offset : 0);
      const words = Array.from({ length: 12 }, (_, index): Setting => {
        const at = world.window + from - 16 + 4 * index;
        const crossing = offset === 2 && instruction === wide;
        return [at, crossing ? 0xf3af_8000 : instruction];
      });
      return {
        name: `${start}: ${instruction === wide ? "wide" : "narrow"} instructions from ${offset} into ${name}`,
        start: startOf(start),
        settings: [...words, [world.window + from + 28, 0x4758_4758] as Setting, ...base, ...settings],
        acts: [`set r0, ${begin + 1 + (instruction === narrow ? offset : 0)}\nbx r0`],
      };
    }),
  ),
);

const branched: Scene[] = cuts.flatMap(({ name, world, settings }) =>
  [from - 4, from, to - 3, to + 1].map((at) => {
    const start = world.secure ? "s" : "n";
    const where = at < from ? "the last word before" : at > to ? "the first word behind" : `byte ${at - from} of`;
    return {
      name: `${start}: branch to ${where} ${name}`,
      start: startOf(start),
      settings: [[world.window + at, 0x4758_4758] as Setting, ...base, ...settings],
      acts: [`set r0, ${world.window + at + 1}\nbx r0`],
    };
  }),
);

/** What TT, TTT, TTA and TTAT answer, two addresses a scene. */
const addresses = [
  secureWorld.vectors,
  nonSecureWorld.vectors,
  gates.base,
  gates.base + gates.bytes,
  free.nonSecure + from - 1,
  free.nonSecure + from,
  free.nonSecure + to,
  free.nonSecure + to + 1,
  free.secure + from - 1,
  free.secure + from,
  nowhere.nonSecure,
  nowhere.secure,
  0x4000_0000,
  0x5000_0000,
  0x8000_0000,
  0x9000_0000,
  system,
  0xe010_0000,
  0xf000_0000,
  0xf010_0000,
];
const tested: Scene[] = cuts.flatMap(({ name, settings }) =>
  ["s", "s.user", "n", "n.user", "s>n"].map(placeOf).flatMap((place) =>
    Array.from({ length: addresses.length / 4 }, (_, index) => {
      const four = addresses.slice(4 * index, 4 * index + 4);
      const forms = place.secure ? ["tt", "ttt", "tta", "ttat"] : ["tt", "ttt"];
      const text = (chosen: readonly string[], first: number): string[] =>
        four.flatMap((address, row) =>
          chosen.map((form, column) =>
            act.lines(`set r2, ${address}\n${form} r0, r2`, act.answer((row * chosen.length + column + first) % 8)),
          ),
        );
      const halves = place.secure ? [forms.slice(0, 2), forms.slice(2)] : [forms];
      return halves.map((half) => ({
        name: `${place.name}: ${half.join(", ")} of ${four.map((one) => one.toString(16)).join(" ")}, ${name}`,
        start: place.start,
        settings: [...base, ...settings],
        acts: [...place.acts, act.lines(...text(half, 0))],
      }));
    }).flat(),
  ),
);

/** TTA in Non-secure state is not there. */
const undefinedThere: Scene[] = ["n", "n.user"].flatMap((name) =>
  ["tta r0, r1", "ttat r0, r1", "bxns r0", "blxns r0"].map((text) => ({
    name: `${name}: ${text.split(" ")[0]}`,
    start: startOf(name),
    settings: base,
    acts: [text],
  })),
);

export const edges: readonly Scene[] = [...touched, ...fetched, ...branched, ...tested, ...undefinedThere];
