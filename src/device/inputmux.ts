/**
 * Input multiplexer (fact sheet lpc55s69 section 10): chooses the port pins (signals `PIO0_5`) that the pin
 * interrupts see (lines `pint0`..`pint7`, `pintsec0`, `pintsec1`). Selections of timers, DMA and frequency
 * measurement are stored only.
 */
import { array, block, u32 } from "../state/layout.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { deviceKind } from "./kind.ts";
import { pinOf, setPin } from "./pins.ts";
import { registerMap } from "./registers.ts";

const selector = { reset: 0x1f, mask: 0x1f, plain: true } as const;

const inputmuxRegisters = registerMap([
  { offset: 0x000, name: "SCT0_INMUX", count: 7, ...selector },
  { offset: 0x020, name: "TIMER0CAPTSEL", count: 4, ...selector },
  { offset: 0x040, name: "TIMER1CAPTSEL", count: 4, ...selector },
  { offset: 0x060, name: "TIMER2CAPTSEL", count: 4, ...selector },
  { offset: 0x0c0, name: "PINTSEL", count: 8, reset: 0x7f, mask: 0x7f },
  { offset: 0x0e0, name: "DMA0_ITRIG_INMUX", count: 23, ...selector },
  { offset: 0x160, name: "DMA0_OTRIG_INMUX", count: 4, ...selector },
  { offset: 0x180, name: "FREQMEAS_REF", ...selector },
  { offset: 0x184, name: "FREQMEAS_TARGET", ...selector },
  { offset: 0x1a0, name: "TIMER3CAPTSEL", count: 4, ...selector },
  { offset: 0x1c0, name: "TIMER4CAPTSEL", count: 4, ...selector },
  { offset: 0x1e0, name: "PINTSECSEL", count: 2, reset: 0x3f, mask: 0x3f },
  { offset: 0x200, name: "DMA1_ITRIG_INMUX", count: 10, reset: 0xf, mask: 0xf, plain: true },
  { offset: 0x240, name: "DMA1_OTRIG_INMUX", count: 4, reset: 0xf, mask: 0xf, plain: true },
  { offset: 0x740, name: "DMA0_REQ_ENA", reset: 0x7fffff, mask: 0x7fffff, plain: true },
  { offset: 0x748, name: "DMA0_REQ_ENA_SET", access: "SET", of: "DMA0_REQ_ENA", reads: 0, plain: true },
  { offset: 0x750, name: "DMA0_REQ_ENA_CLR", access: "CLR", of: "DMA0_REQ_ENA", plain: true },
  { offset: 0x760, name: "DMA1_REQ_ENA", reset: 0x3ff, mask: 0x3ff, plain: true },
  { offset: 0x768, name: "DMA1_REQ_ENA_SET", access: "SET", of: "DMA1_REQ_ENA", reads: 0, plain: true },
  { offset: 0x770, name: "DMA1_REQ_ENA_CLR", access: "CLR", of: "DMA1_REQ_ENA", plain: true },
  { offset: 0x780, name: "DMA0_ITRIG_ENA", reset: 0x3fffff, mask: 0x3fffff, plain: true },
  { offset: 0x788, name: "DMA0_ITRIG_ENA_SET", access: "SET", of: "DMA0_ITRIG_ENA", reads: 0, plain: true },
  { offset: 0x790, name: "DMA0_ITRIG_ENA_CLR", access: "CLR", of: "DMA0_ITRIG_ENA", plain: true },
  { offset: 0x7a0, name: "DMA1_ITRIG_ENA", reset: 0x7fff, mask: 0x7fff, plain: true },
  { offset: 0x7a8, name: "DMA1_ITRIG_ENA_SET", access: "SET", of: "DMA1_ITRIG_ENA", reads: 0, plain: true },
  { offset: 0x7b0, name: "DMA1_ITRIG_ENA_CLR", access: "CLR", of: "DMA1_ITRIG_ENA", plain: true },
]);

const inputmuxState = block("inputmux", { ...inputmuxRegisters.fields, levels: array(u32, 2) });

type Io = DeviceIo<(typeof inputmuxState)["fields"]>;

/** Selections 0 to 63 are pins, port * 32 + pin; anything else is no pin. */
function chosen({ state }: Io, selection: number): 0 | 1 {
  if (selection > 63) return 0;
  return (((state.levels[selection >>> 5] ?? 0) >>> (selection & 31)) & 1) as 0 | 1;
}

function update(io: Io): void {
  const { state } = io;
  for (let pin = 0; pin < 8; pin++) io.line(`pint${pin}`, chosen(io, state.PINTSEL[pin] ?? 0x7f));
  for (let pin = 0; pin < 2; pin++) {
    const selection = state.PINTSECSEL[pin] ?? 0x3f;
    io.line(`pintsec${pin}`, chosen(io, selection > 31 ? 0x7f : selection));
  }
}

function signal({ state }: Io, name: string, level: 0 | 1): void {
  const pin = pinOf(name);
  if (pin !== null) setPin(state.levels, pin, level === 1);
}

export const inputmuxKind: DeviceKind = deviceKind({
  name: "inputmux",
  registers: inputmuxRegisters,
  state: inputmuxState,
  keep: ["levels"],
  update,
  signal,
});
