/** Interrupt lines: levels and edges, views of the two states, and the order in which pending interrupts are taken. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { nextBelow, seeded } from "../../src/base/prng.ts";
import { aliasNs, emptyWorld, scs, type World, worldOf } from "../support/two-worlds.ts";

const counting = `
reset:
  b reset
secure:
  adds r5, #1
  bx lr
`;

/** Handler that takes several instructions, so that lines can change while it runs. */
const lingering = `
reset:
  b reset
secure:
  adds r5, #1
  nop
  nop
  nop
  nop
  bx lr
`;

const line = 9;
const bit = 1 << line;

function ready(source: string): World {
  const world = worldOf(source);
  world.write(scs.iser, bit);
  world.run(10);
  return world;
}

test("a pulse is taken once", () => {
  const world = ready(counting);
  world.core.calls.setLine(line, 1);
  world.core.calls.setLine(line, 0);
  world.run(50);
  assert.is(world.reg(5), 1);
});

test("a line that stays high pends again at every return, until it falls", () => {
  const world = ready(counting);
  world.core.calls.setLine(line, 1);
  world.run(20);
  assert.is(world.reg(5), 10, "handler of two instructions after handler, tail-chained");
  world.core.calls.setLine(line, 0);
  world.run(4);
  const taken = world.reg(5);
  world.run(20);
  assert.is(world.reg(5), taken);
});

test("a line that falls while its handler runs is not taken again, one that rises again meanwhile is", () => {
  for (const [levels, times] of [
    [[0], 1],
    [[0, 1, 0], 2],
    [[0, 1], 2],
  ] as const) {
    const world = ready(lingering);
    world.core.calls.setLine(line, 1);
    world.run(2);
    assert.is(world.read(scs.iabr), bit);
    for (const level of levels) world.core.calls.setLine(line, level);
    world.run(8);
    world.core.calls.setLine(line, 0);
    world.run(40);
    assert.is(world.reg(5), times, levels.join());
  }
});

test("ICPR clears what fell, and does nothing about what is high and not active", () => {
  const world = worldOf(counting);
  world.core.calls.setLine(line, 1);
  world.write(scs.icpr, bit);
  assert.is(world.read(scs.ispr), bit);
  world.core.calls.setLine(line, 0);
  assert.is(world.read(scs.ispr), bit, "a pend outlives its level");
  world.write(scs.icpr, bit);
  assert.is(world.read(scs.ispr), 0);
});

test("a line beyond the processor's is nobody", () => {
  const world = worldOf(counting);
  world.core.calls.setLine(64, 1);
  world.write(scs.iser + 8, 0xffffffff);
  world.write(scs.ispr + 8, 0xffffffff);
  assert.equal([world.read(scs.iser + 8), world.read(scs.ispr + 8)], [0, 0]);
});

test("the Non-secure view holds only lines that target Non-secure state", () => {
  const world = emptyWorld();
  const registers = [scs.iser, scs.ispr] as const;
  world.write(scs.itns, 0x0f0f_0f0f);
  for (const at of registers) {
    world.write(at, 0xffff_0000);
    world.write(at + aliasNs, 0x00ff_ffff);
    assert.is(world.read(at), 0xffff_0f0f, "Secure sees all");
    assert.is(world.read(at + aliasNs), 0x0f0f_0f0f);
    world.write(at + 0x80 + aliasNs, 0xffff_ffff);
    assert.is(world.read(at), 0xf0f0_0000, "what is Secure stays");
  }
  assert.is(world.read(scs.itns + aliasNs), 0);
  world.write(scs.ipr, 0xffff_ffff);
  world.write(scs.ipr + 4, 0xffff_ffff);
  assert.equal([world.read(scs.ipr + aliasNs), world.read(scs.ipr + 4 + aliasNs)], [0xe0e0_e0e0, 0]);
  world.write(scs.ipr + 4 + aliasNs, 0);
  world.write(scs.ipr + 1 + aliasNs, 0x40, 1);
  assert.equal([world.read(scs.ipr), world.read(scs.ipr + 4)], [0xe0e0_40e0, 0xe0e0_e0e0]);
});

test("narrow writes to set and clear registers touch nothing else", () => {
  const world = emptyWorld();
  world.write(scs.iser, 0x0000_ff11);
  world.write(scs.icer + 1, 0x0f, 1);
  assert.is(world.read(scs.iser), 0x0000_f011);
  world.write(scs.iser + 2, 0x0100, 2);
  assert.is(world.read(scs.iser), 0x0100_f011);
});

interface Source {
  readonly line: number;
  readonly secure: boolean;
  /** As programmed, with all eight bits. */
  readonly priority: number;
}

/** The order of DDI 0553: group priority as its state's PRIGROUP and PRIS make it, subpriority, number. */
function expectedOrder(sources: readonly Source[], prigroup: readonly [number, number], pris: boolean): number[] {
  const rank = ({ secure, priority }: Source): number => {
    const below = 2 ** (prigroup[secure ? 1 : 0] + 1);
    const group = priority - (priority % below);
    const mapped = pris && !secure ? 128 + group / 2 : group;
    return Math.floor(mapped) * 1000 + (priority % below);
  };
  return [...sources].sort((a, b) => rank(a) - rank(b) || a.line - b.line).map((source) => source.line + 16);
}

const bothWorlds = `
reset:
  cpsid i
  cpsie i
spin:
  b spin
secure:
  nop
  bx lr
outer:
  nop
  bx lr
`;

const seed = 977;
for (let round = 0; round < 40; round++) {
  test(`pending interrupts are taken by group, subpriority, number (seed ${seed}, round ${round})`, () => {
    const random = seeded(seed + round);
    const world = worldOf(bothWorlds);
    const pris = nextBelow(random, 2) === 1;
    const prigroup: readonly [number, number] = [nextBelow(random, 8), nextBelow(random, 8)];
    world.write(scs.sauCtrl, 2);
    world.core.calls.writeStackPointer(0, 0x20008000);
    world.write(scs.aircr, (0x05fa_0000 | (pris ? 0x4000 : 0) | (prigroup[1] << 8)) >>> 0);
    world.write(scs.aircr + aliasNs, (0x05fa_0000 | (prigroup[0] << 8)) >>> 0);
    const sources: Source[] = [];
    for (let line = 0; line < 64; line += 1 + nextBelow(random, 9)) {
      sources.push({ line, secure: nextBelow(random, 2) === 1, priority: 0x20 * nextBelow(random, 8) });
    }
    world.run(1);
    for (const { line, secure, priority } of sources) {
      const at = (line >>> 5) * 4;
      if (!secure) world.write(scs.itns + at, (world.read(scs.itns + at) | (1 << (line & 31))) >>> 0);
      world.write(scs.ipr + line, priority, 1);
      world.write(scs.iser + at, 1 << (line & 31));
      world.write(scs.ispr + at, 1 << (line & 31));
    }
    world.run(200);
    const order = world.moments.filter(({ kind }) => kind === "exception").map(({ fields }) => fields.number);
    const expected = expectedOrder(sources, prigroup, pris);
    assert.equal(order, expected, JSON.stringify({ pris, prigroup, sources }));
  });
}

test.run();
