/**
 * System control block of the Arm subsystems for embedded (ECM 0601256, section 3.6; 101104, section 4.8). What steers
 * power, debug and a second processor is stored and told as a gap.
 */
import { block, type Fields } from "../state/layout.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { identityRows } from "./identity.ts";
import { deviceKind } from "./kind.ts";
import { type Hook, type RegisterRow, registerMap } from "./registers.ts";

const softwareReset = 1 << 9;
/** RESET_SYNDROME: power-on, and the request of software. */
const SYNDROME = { powerOn: 1, software: 1 << 5 } as const;

const commonRows: readonly RegisterRow[] = [
  { offset: 0x000, name: "SECDBGSTAT", access: "RO" },
  { offset: 0x004, name: "SECDBGSET", access: "WO" },
  { offset: 0x008, name: "SECDBGCLR", access: "WO" },
  { offset: 0x100, name: "RESET_SYNDROME" },
  { offset: 0x104, name: "RESET_MASK", plain: true },
  { offset: 0x108, name: "SWRESET", access: "WO" },
  { offset: 0x10c, name: "GRETREG" },
  { offset: 0x110, name: "INITSVTOR0", reset: 0x1000_0000, plain: true },
  { offset: 0x118, name: "CPUWAIT", plain: true },
  { offset: 0x120, name: "WICCTRL", plain: true },
];

const sse200Rows: readonly RegisterRow[] = [
  { offset: 0x00c, name: "SCSECCTRL", plain: true },
  { offset: 0x010, name: "FCLK_DIV", plain: true },
  { offset: 0x014, name: "SYSCLK_DIV", plain: true },
  { offset: 0x018, name: "CLOCK_FORCE", plain: true },
  { offset: 0x114, name: "INITSVTOR1", reset: 0x1000_0000, plain: true },
  { offset: 0x11c, name: "NMI_ENABLE", plain: true },
  { offset: 0x124, name: "EWCTRL", plain: true },
  { offset: 0x200, name: "PDCM_PD_SYS_SENSE", reset: 0x7f, plain: true },
  { offset: 0x20c, name: "PDCM_PD_SRAM_SENSE", count: 4, element: "PDCM_PD_SRAM%_SENSE", plain: true },
  ...identityRows(0x54, 0x1b),
];

type Io = DeviceIo<Fields>;
/** These rows are single registers, so their state is numbers. */
const word = ({ state }: Io, name: string): number => state[name] as unknown as number;

const hooks: Readonly<Record<string, Hook<Fields>>> = {
  SECDBGSET: { write: (io, ones) => void Object.assign(io.state, { SECDBGSTAT: word(io, "SECDBGSTAT") | ones }) },
  SECDBGCLR: { write: (io, ones) => void Object.assign(io.state, { SECDBGSTAT: word(io, "SECDBGSTAT") & ~ones }) },
  SWRESET: {
    write(io, value) {
      if ((value & softwareReset) === 0) return;
      Object.assign(io.state, { RESET_SYNDROME: word(io, "RESET_SYNDROME") | SYNDROME.software });
      io.requestReset("software wrote SWRESET");
    },
  },
};

function sseSysctl(rows: readonly RegisterRow[]): DeviceKind {
  const registers = registerMap<readonly RegisterRow[]>(rows);
  return deviceKind<readonly RegisterRow[], Fields>({
    name: "sse-sysctl",
    registers,
    state: block("sse-sysctl", registers.fields),
    // A reset that is not power-on leaves the retention register and what tells of resets.
    keep: ["GRETREG", "RESET_SYNDROME"],
    reset(io) {
      if (word(io, "RESET_SYNDROME") === 0) Object.assign(io.state, { RESET_SYNDROME: SYNDROME.powerOn });
    },
    hooks,
  });
}

export const iotkitSysctlKind: DeviceKind = sseSysctl([...commonRows, ...identityRows(0x54, 0x0b)]);
export const sse200SysctlKind: DeviceKind = sseSysctl([...commonRows, ...sse200Rows]);
