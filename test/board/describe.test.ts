/** What explanations say of an address, in the words of the LPC55S69's map (fact sheet lpc55s69 sections 1 to 3). */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { whatLivesAt } from "../../src/board/describe.ts";
import { lpc55s69 } from "../../src/board/lpc55s69.ts";

const at = (address: number) => whatLivesAt(lpc55s69, address);

test("a register is named with its device, in either view", () => {
  assert.equal(at(0x40088e04), {
    ...{ kind: "device", name: "flexcomm2", title: "Flexcomm Interface 2 (USART2)" },
    ...{ base: 0x40088000, sizeBytes: 0x1000, register: "FIFOSTAT", secureAlias: false },
  });
  const secure = at(0x500000fc + 0x124 - 0xfc);
  assert.equal([secure.name, secure.register, secure.secureAlias], ["syscon", "PRESETCTRLSET1", true]);
});

test("a byte inside a register names the register, a hole between registers none", () => {
  assert.is(at(0x40004003).register, "ISEL");
  assert.is(at(0x40089e0c).register, undefined);
  assert.is(at(0x40089e0c).name, "flexcomm3");
  assert.is(at(0x4000032c).register, "FLEXFRG3CTRL");
});

test("memory is named by bank", () => {
  const names: [number, string][] = [
    [0x0, "flash"],
    [0x9d7ff, "flash"],
    [0x9d800, "protected-flash"],
    [0x1009fc70, "protected-flash"],
    [0x13000000, "rom"],
    [0x04007fff, "sramx"],
    [0x2000ffff, "sram0"],
    [0x20010000, "sram1"],
    [0x30043fff, "sram4"],
    [0x40103fff, "usbram"],
  ];
  for (const [address, name] of names) assert.is(at(address).name, name, address.toString(16));
  assert.is(at(0x30043fff).base, 0x30040000);
});

test("a hole says where it begins and how far it goes", () => {
  assert.equal(at(0x20050000), {
    ...{ kind: "hole", name: "", title: "nothing", base: 0x20044000, sizeBytes: 0x30000000 - 0x20044000 },
    secureAlias: false,
  });
  assert.equal([at(0x000a0000).kind, at(0x000a0000).base], ["hole", 0xa0000]);
  const last = at(0xffffffff);
  assert.is(last.base + last.sizeBytes, 2 ** 32);
});

test("the processor's own registers are told apart", () => {
  const names: [number, string][] = [
    [0xe000e010, "systick"],
    [0xe000e380, "nvic"],
    [0xe000ed28, "scb"],
    [0xe000ed94, "mpu"],
    [0xe000edd0, "sau"],
    [0xe002ed08, "scb_ns"],
    [0xe0001004, "dwt"],
  ];
  for (const [address, name] of names) assert.equal([at(address).kind, at(address).name], ["system", name]);
});

test.run();
