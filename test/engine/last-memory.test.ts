import { test } from "uvu";
import * as assert from "uvu/assert";
import { createMachine } from "../../src/machine/machine.ts";
import { bareBoard, dataBase, regionBytes } from "../support/bare-board.ts";

test("code that runs off the end of the last memory faults", () => {
  const machine = createMachine(bareBoard, 0, { output: () => {}, moment: () => {}, gap: () => {} });
  const end = dataBase + regionBytes;
  const nop = 0xbf00;
  machine.core.calls.reset();
  machine.program(end - 8, new Uint8Array(Uint16Array.of(nop, nop, nop, nop).buffer));
  machine.core.cpu.r[15] = end - 8;
  machine.core.cpu.r[13] = dataBase + 0x100;
  machine.run({ tick: 5 });
  const ibuserr = 0x100;
  assert.is((machine.core.cpu.cfsr[0] ?? 0) & ibuserr, ibuserr);
});

test.run();
