import { test } from "uvu";
import * as assert from "uvu/assert";
import { findBoard } from "../../src/board/boards.ts";
import { mps2An505 } from "../../src/board/mps2-an505.ts";
import { mps2An521 } from "../../src/board/mps2-an521.ts";
import { createMachine } from "../../src/machine/machine.ts";

const hex = (value: number): string => `0x${value.toString(16)}`;

for (const board of [mps2An505, mps2An521]) {
  test(`${board.name} is found by its name`, () => assert.is(findBoard(board.name), board));

  test(`no two windows or memories of ${board.name} overlap, aliases and pages included`, () => {
    const spans = [...board.devices, ...board.memories].flatMap(({ name, base, sizeBytes, aliases, ...rest }) => [
      ...[base, ...aliases].map((from) => ({ name, from, sizeBytes })),
      ...("pages" in rest ? (rest.pages ?? []) : []).map((page) => ({ name, from: page.base, ...page })),
    ]);
    const ordered = spans.sort((a, b) => a.from - b.from);
    for (const [index, span] of ordered.entries()) {
      const next = ordered[index + 1];
      if (next === undefined) continue;
      assert.ok(span.from + span.sizeBytes <= next.from, `${span.name} and ${next.name} at ${hex(next.from)}`);
    }
  });

  test(`each line, guard and wire of ${board.name} names something that is there`, () => {
    const names = new Set(board.devices.map((one) => one.name));
    for (const { guard } of board.memories) assert.ok(guard === undefined || names.has(guard), guard);
    for (const { from, to } of board.wires) {
      assert.ok(names.has(from.device), from.device);
      assert.ok(to.device === "processor" || names.has(to.device), to.device);
    }
    const ports = board.devices.flatMap(({ guard }) => (guard === undefined ? [] : [guard.nonSecure]));
    assert.is(new Set(ports).size, ports.length, "no two devices share a port");
    for (const { interrupts } of board.devices)
      for (const line of Object.values(interrupts)) assert.not.equal(board.interruptNames[line], "", `line ${line}`);
  });
}

/** The machine right after reset, and its bus as privileged Secure software sees it while the SAU is off. */
function machine() {
  const made = createMachine(mps2An505, 0, { output: () => {}, moment: () => {}, gap: () => {} });
  const { calls } = made.core;
  return {
    ...made,
    read: (address: number) => calls.busRead(address, 4) >>> 0,
    write: (address: number, value: number) => calls.busWrite(address, value, 4),
  };
}

/** Everything even is Non-secure as far as the SAU is concerned. */
const openSau = (board: ReturnType<typeof machine>): void => board.write(0xe000_edd0, 2);

test("a block of memory belongs to one security state, and its aliases are the same bytes", () => {
  const board = machine();
  openSau(board);
  board.write(0x1000_0000, 0x1111_1111);
  assert.is(board.read(0x0000_0000), 0, "Non-secure transactions are refused after reset");
  assert.is(board.read(0x5008_001c), 1 << 16, "the controller of SSRAM1 has seen it");
  assert.is(board.read(0x5800_702c), 0, "where it was");
  assert.is(board.read(0x5800_7030), 0x1_0000, "a Non-secure transaction to a Secure block");
  board.write(0x5800_701c, 1);
  assert.is(board.read(0x0000_0000), 0x1111_1111);
  assert.is(board.read(0x0040_0000), 0x1111_1111, "the second image of SSRAM1");
  assert.is(board.read(0x1000_0000), 0, "and Secure ones are refused");
  assert.is(board.read(0x1000_0400), 0, "the next block is as it was");
});

test("a refused transaction is a bus error once the controller is told to answer so", () => {
  const board = machine();
  openSau(board);
  board.write(0x5800_7000, 0x110);
  board.read(0x0000_0000);
  assert.is(board.core.scratch.busError, 1);
  board.read(0x1000_0000);
  assert.is(board.core.scratch.busError, 0);
});

test("a peripheral's port lets one security state through, and counts refusals", () => {
  const board = machine();
  openSau(board);
  board.write(0x5020_0010, 20);
  assert.is(board.read(0x5020_0010), 20);
  assert.is(board.read(0x4020_0010), 0, "Secure after reset");
  board.write(0x5008_0028, 1 << 5);
  assert.is(board.read(0x5008_0020), 1 << 5, "controller apbexp1");
  board.write(0x5008_0084, 1 << 5);
  assert.is(board.read(0x4020_0010), 20, "given to Non-secure state");
  assert.is(board.read(0x5020_0010), 0);
  board.write(0x5008_0024, 1 << 5);
  assert.is(board.read(0x5008_0020), 0, "cleared");
});

test("Secure code and data regions are callable while NSCCFG says so", () => {
  const board = machine();
  openSau(board);
  const { idauAttribute } = board.core.board;
  const before = [idauAttribute[1], idauAttribute[3]];
  board.write(0x5008_0014, 3);
  const during = [idauAttribute[1], idauAttribute[3]];
  board.write(0x5008_0014, 0);
  assert.equal(
    [before, during, [idauAttribute[1], idauAttribute[3]]],
    [
      [1, 1],
      [3, 3],
      [1, 1],
    ],
  );
});

test.run();
