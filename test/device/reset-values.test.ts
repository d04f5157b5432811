/**
 * Reset values and writable bits of a sample of registers, typed here from the manual's tables (fact sheet lpc55s69
 * sections 6 to 11) and not from the rows: each must read its reset value, and all ones and all zeros written must
 * show exactly the writable bits.
 */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { anactrlKind } from "../../src/device/anactrl.ts";
import { crcKind } from "../../src/device/crc.ts";
import type { DeviceKind } from "../../src/device/device.ts";
import { flashKind } from "../../src/device/flash.ts";
import { flexcommKind } from "../../src/device/flexcomm.ts";
import { gintKind } from "../../src/device/gint.ts";
import { inputmuxKind } from "../../src/device/inputmux.ts";
import { ioconKind } from "../../src/device/iocon.ts";
import { mailboxKind } from "../../src/device/mailbox.ts";
import { mrtKind } from "../../src/device/mrt.ts";
import { pmcKind } from "../../src/device/pmc.ts";
import { rngKind } from "../../src/device/rng.ts";
import { rtcKind } from "../../src/device/rtc.ts";
import { sysconKind } from "../../src/device/syscon.ts";
import { wwdtKind } from "../../src/device/wwdt.ts";
import { deviceBench } from "../support/device-bench.ts";

/** Offset, reset value, and what reads back after all ones; null where writing is an action of its own. */
type Row = readonly [offset: number, reset: number, ones: number | null];

const sheet: readonly (readonly [DeviceKind, readonly Row[]])[] = [
  [
    sysconKind,
    [
      [0x000, 0x0, 0x3],
      [0x010, 0x0, 0x3ffffff],
      [0x038, 0x0, 0x3ffffff],
      [0x100, 0x0, 0xcffe9fa],
      [0x104, 0x0, 0xde57fc47],
      [0x200, 0x180, 0xcffe9fa],
      [0x204, 0x0, 0xde57fc47],
      [0x260, 0x7, 0x7],
      [0x26c, 0x7, 0x7],
      [0x27c, 0x7, 0x7],
      [0x280, 0x0, 0x7],
      // As the boot ROM leaves it; the manual's table says 7 for all eight.
      [0x2b0, 0x2, 0x7],
      [0x2b4, 0x7, 0x7],
      [0x2cc, 0x7, 0x7],
      [0x2d0, 0x7, 0x7],
      // Dividers: REQFLAG (bit 31) reads 0 when the change is done, which here is at once.
      [0x300, 0x40000000, 0x600000ff],
      [0x320, 0xff, 0xffff],
      [0x33c, 0xff, 0xffff],
      [0x380, 0x0, 0x600000ff],
      [0x38c, 0x40000000, 0x6000003f],
      [0x3c4, 0x40000000, 0x600000ff],
      [0x400, 0x2000, 0xffffffff],
      [0x560, 0x0, 0x1ffffff],
      [0x56c, 0x0, 0x1ffff],
      [0x594, 0x0, 0x1fffffff],
      [0x704, 0x50c000, 0xffffff],
      [0x800, 0x2c, null],
      [0xa18, 0x1, 0x3ff],
      [0xe04, 0xffff, 0xffffffff],
      [0xfd4, 0x2, 0x7],
      [0xff8, 0x0, null],
      [0xffc, 0x426b0, null],
    ],
  ],
  [
    anactrlKind,
    [
      [0x004, 0x50000000, null],
      [0x010, 0x80d01a, 0xf3ffffbf],
      [0x014, 0x3, null],
      [0x020, 0x21428a, 0x1ffffffe],
      [0x024, 0x0, null],
      [0x040, 0x40, 0x803f1fff],
      [0x0b4, 0x703a0, 0x3ffffe],
    ],
  ],
  [
    pmcKind,
    [
      [0x010, 0x10c4e68, 0x7ffffff],
      [0x014, 0x1803a98, 0xffffffff],
      [0x04c, 0x204052, 0x3fffffe],
      [0x074, 0x6, 0x7],
      [0x084, 0x0, 0xffffffff],
      [0x098, 0x3ff0008, 0xc7ff800f],
      [0x09c, 0x8, 0xf],
      [0x0b8, 0xdeffc4, 0xffffef],
    ],
  ],
  [
    flexcommKind,
    [
      [0x000, 0x0, 0xfcdbfd],
      [0x004, 0x0, 0x10346],
      [0x008, 0xa, null],
      [0x00c, 0x0, 0x1f868],
      [0x020, 0x0, 0xffff],
      [0x028, 0xf, 0xf],
      [0x02c, 0x0, 0xff],
      [0xe04, 0x30, null],
      [0xe08, 0x0, 0xf0f03],
      [0xe10, 0x0, 0xf],
      [0xe48, 0x8, null],
      [0xff8, 0x1010f0, 0x1010ff],
    ],
  ],
  [
    ioconKind,
    [
      [4 * 0, 0x0, 0xffff],
      [4 * 2, 0x110, 0xffff],
      [4 * 5, 0x120, 0xffff],
      [4 * 11, 0x116, 0xffff],
      [4 * 12, 0x126, 0xffff],
      [4 * 13, 0x5000, 0xffff],
      [4 * 14, 0x5000, 0xffff],
      [4 * 63, 0x0, 0xffff],
    ],
  ],
  [
    inputmuxKind,
    [
      [0x000, 0x1f, null],
      [0x0c0, 0x7f, 0x7f],
      [0x0dc, 0x7f, 0x7f],
      [0x138, 0x1f, null],
      [0x1e0, 0x3f, 0x3f],
      [0x200, 0xf, null],
      [0x740, 0x7fffff, null],
      [0x7a0, 0x7fff, null],
    ],
  ],
  [
    gintKind,
    [
      [0x20, 0xffffffff, 0xffffffff],
      [0x44, 0x0, 0xffffffff],
    ],
  ],
  [
    wwdtKind,
    [
      [0x04, 0xff, 0xffffff],
      [0x0c, 0xff, null],
      [0x18, 0xffffff, 0xffffff],
    ],
  ],
  [
    mrtKind,
    [
      [0x04, 0xffffff, null],
      [0x34, 0xffffff, null],
      [0xf0, 0x173, null],
    ],
  ],
  [
    rtcKind,
    [
      [0x00, 0x1, null],
      [0x04, 0xffffffff, 0xffffffff],
      [0x5c, 0x0, 0xffffffff],
    ],
  ],
  [
    rngKind,
    [
      [0x008, 0x1f00, null],
      [0xffc, 0xa0b83200, null],
    ],
  ],
  [flashKind, [[0xffc, 0xc40f0800, null]]],
  [mailboxKind, [[0xf8, 0x1, null]]],
  [
    crcKind,
    [
      [0x4, 0xffff, 0xffffffff],
      [0x8, 0xffff, null],
    ],
  ],
];

for (const [kind, rows] of sheet) {
  test(`${kind.name}: registers reset and take writes as the sheet says`, () => {
    for (const [offset, reset, ones] of rows) {
      const at = `${kind.name}+0x${offset.toString(16)}`;
      const bench = deviceBench(kind);
      assert.is(bench.peek(offset), reset, `${at} peek after reset`);
      if (ones === null) continue;
      assert.is(bench.read(offset), reset, `${at} after reset`);
      bench.write(offset, 0xffffffff);
      assert.is(bench.read(offset), ones, `${at} after ones`);
      bench.device.reset();
      if (kind !== pmcKind || offset !== 0x84) assert.is(bench.read(offset), reset, `${at} after another reset`);
    }
  });
}

test.run();
