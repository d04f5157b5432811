/** Inter-core mailbox (fact sheet lpc55s69 section 11): 32 requests for each core, one mutex that a read takes. */
import { block } from "../state/layout.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { deviceKind } from "./kind.ts";
import { registerMap } from "./registers.ts";

const mailboxRegisters = registerMap([
  { offset: 0x00, name: "IRQ0" },
  { offset: 0x04, name: "IRQ0SET", access: "SET", of: "IRQ0", reads: 0 },
  { offset: 0x08, name: "IRQ0CLR", access: "CLR", of: "IRQ0" },
  { offset: 0x10, name: "IRQ1" },
  { offset: 0x14, name: "IRQ1SET", access: "SET", of: "IRQ1", reads: 0 },
  { offset: 0x18, name: "IRQ1CLR", access: "CLR", of: "IRQ1" },
  { offset: 0xf8, name: "MUTEX", reset: 1, mask: 1 },
]);

const mailboxState = block("mailbox", mailboxRegisters.fields);

type Io = DeviceIo<(typeof mailboxState)["fields"]>;

export const mailboxKind: DeviceKind = deviceKind({
  name: "mailbox",
  registers: mailboxRegisters,
  state: mailboxState,
  hooks: {
    MUTEX: {
      read({ state }: Io) {
        const free = state.MUTEX;
        state.MUTEX = 0;
        return free;
      },
    },
  },
  update: (io) => io.line("interrupt", io.state.IRQ0 !== 0 ? 1 : 0),
});
