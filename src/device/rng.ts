/**
 * Random number generator of the LPC55S6x (fact sheet lpc55s69 section 9): seeded words, always ready, its online
 * test always passed. A peek shows the word last drawn.
 */
import { block } from "../state/layout.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { deviceKind } from "./kind.ts";
import { registerMap } from "./registers.ts";

const rngRegisters = registerMap([
  { offset: 0x000, name: "RANDOM_NUMBER", access: "RO" },
  { offset: 0x008, name: "COUNTER_VAL", access: "LIVE" },
  { offset: 0x00c, name: "COUNTER_CFG" },
  { offset: 0x010, name: "ONLINE_TEST_CFG" },
  { offset: 0x014, name: "ONLINE_TEST_VAL", access: "RO" },
  { offset: 0xffc, name: "MODULEID", access: "RO", reset: 0xa0b83200 },
]);

const rngState = block("rng", rngRegisters.fields);

type Io = DeviceIo<(typeof rngState)["fields"]>;

/** REFRESH_CNT at 31: the word is full of entropy. */
const refreshed = 0x1f00;

export const rngKind: DeviceKind = deviceKind({
  name: "rng",
  registers: rngRegisters,
  state: rngState,
  hooks: {
    RANDOM_NUMBER: {
      read(io: Io) {
        io.state.RANDOM_NUMBER = io.random();
        return io.state.RANDOM_NUMBER;
      },
    },
    COUNTER_VAL: { get: () => refreshed },
  },
});
