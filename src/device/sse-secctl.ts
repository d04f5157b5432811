/**
 * Security control of the Arm subsystems for embedded (ECM 0601256, sections 3.4 and 3.5; 101104, section 4.7): the
 * Secure privilege control block at offset 0, the Non-secure one at 0x1000. It tells each port of the peripheral
 * protection controllers (PPC) whose transactions pass, on the lines `<ppc>-<port>-ns` and `<ppc>-<port>-user`.
 *
 * Further lines: `respond` high = a blocked transaction is a bus error; `nsc-code`, `nsc-data` high = the IDAU's Secure
 * code and data regions are callable; `ppc` an interrupt. Signals: `<ppc>-blocked`, `mpc<bit>` (the bit of
 * SECMPCINTSTATUS).
 */
import { block, u32, type View } from "../state/layout.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { identityRows } from "./identity.ts";
import { deviceKind } from "./kind.ts";
import { type Hooks, registerMap } from "./registers.ts";

const portMask = 0xffff;
const expansion = { count: 4, mask: portMask } as const;
/** The subsystem's own two controllers have five ports and one; the IoT kit has something behind three of the five. */
const own = { count: 2, mask: [0x1f, 1] } as const;
const interruptMask = 0x00f000f3;

const secctlRegisters = registerMap([
  { offset: 0x010, name: "SECRESPCFG", mask: 1 },
  { offset: 0x014, name: "NSCCFG", mask: 3 },
  { offset: 0x01c, name: "SECMPCINTSTATUS", access: "RO" },
  { offset: 0x020, name: "SECPPCINTSTAT", access: "LIVE" },
  { offset: 0x024, name: "SECPPCINTCLR", access: "WO" },
  { offset: 0x028, name: "SECPPCINTEN", mask: interruptMask },
  { offset: 0x030, name: "SECMSCINTSTAT", access: "RO" },
  { offset: 0x034, name: "SECMSCINTCLR", access: "WO" },
  { offset: 0x038, name: "SECMSCINTEN" },
  { offset: 0x040, name: "BRGINTSTAT", access: "RO" },
  { offset: 0x044, name: "BRGINTCLR", access: "WO" },
  { offset: 0x048, name: "BRGINTEN", mask: 0xffff0000 },
  { offset: 0x050, name: "AHBNSPPC0", access: "RO" },
  { offset: 0x060, name: "AHBNSPPCEXP", ...expansion },
  { offset: 0x070, name: "APBNSPPC", ...own },
  { offset: 0x080, name: "APBNSPPCEXP", ...expansion },
  { offset: 0x090, name: "AHBSPPPC0", access: "RO" },
  { offset: 0x0a0, name: "AHBSPPPCEXP", ...expansion },
  { offset: 0x0b0, name: "APBSPPPC", ...own },
  { offset: 0x0c0, name: "APBSPPPCEXP", ...expansion },
  { offset: 0x0d0, name: "NSMSCEXP" },
  ...identityRows(0x52, 0x0b),
  { offset: 0x1090, name: "AHBNSPPPC0", access: "RO" },
  { offset: 0x10a0, name: "AHBNSPPPCEXP", ...expansion },
  { offset: 0x10b0, name: "APBNSPPPC", ...own },
  { offset: 0x10c0, name: "APBNSPPPCEXP", ...expansion },
  ...identityRows(0x53, 0x0b, "NS_", 0x1000),
]);

const secctlState = block("sse-secctl", {
  ...secctlRegisters.fields,
  /** Controllers that have blocked something since they were cleared, as bits of SECPPCINTSTAT. */
  blocked: u32,
});

type SecctlFields = (typeof secctlState)["fields"];
type Io = DeviceIo<SecctlFields>;
type State = View<SecctlFields>;

/** A protection controller: its ports, its interrupt bit, and which word holds each of its three settings. */
interface Controller {
  readonly name: string;
  readonly ports: number;
  readonly bit: number;
  readonly settings: (state: State) => { readonly ns: number; readonly secureUser: number; readonly nsUser: number };
}

type ArrayName = "AHBNSPPCEXP" | "APBNSPPC" | "APBNSPPCEXP" | "AHBSPPPCEXP" | "APBSPPPC" | "APBSPPPCEXP";
type NsArrayName = "AHBNSPPPCEXP" | "APBNSPPPC" | "APBNSPPPCEXP";

function controllers(
  name: string,
  ports: readonly number[],
  firstBit: number,
  words: readonly [ns: ArrayName, secureUser: ArrayName, nsUser: NsArrayName],
): Controller[] {
  const [ns, secureUser, nsUser] = words;
  return ports.map((count, index) => ({
    name: `${name}${index}`,
    ports: count,
    bit: 1 << (firstBit + index),
    settings: (state) => ({
      ns: state[ns][index] ?? 0,
      secureUser: state[secureUser][index] ?? 0,
      nsUser: state[nsUser][index] ?? 0,
    }),
  }));
}

const four = [16, 16, 16, 16] as const;
const allControllers: readonly Controller[] = [
  ...controllers("apb", [5, 1], 0, ["APBNSPPC", "APBSPPPC", "APBNSPPPC"]),
  ...controllers("apbexp", four, 4, ["APBNSPPCEXP", "APBSPPPCEXP", "APBNSPPPCEXP"]),
  ...controllers("ahbexp", four, 20, ["AHBNSPPCEXP", "AHBSPPPCEXP", "AHBNSPPPCEXP"]),
];

const statusOf = ({ blocked, SECPPCINTEN }: State): number => (blocked & SECPPCINTEN) >>> 0;
const bitOf = (word: number, bit: number): 0 | 1 => ((word >>> bit) & 1) as 0 | 1;

function update(io: Io): void {
  const { state } = io;
  for (const { name, ports, settings } of allControllers) {
    const { ns, secureUser, nsUser } = settings(state);
    for (let port = 0; port < ports; port++) {
      io.line(`${name}-${port}-ns`, bitOf(ns, port));
      io.line(`${name}-${port}-user`, bitOf(bitOf(ns, port) !== 0 ? nsUser : secureUser, port));
    }
  }
  io.line("respond", bitOf(state.SECRESPCFG, 0));
  io.line("nsc-code", bitOf(state.NSCCFG, 0));
  io.line("nsc-data", bitOf(state.NSCCFG, 1));
  io.line("ppc", statusOf(state) !== 0 ? 1 : 0);
}

function signal({ state }: Io, name: string, level: 0 | 1): void {
  const mpc = /^mpc(\d+)$/.exec(name);
  if (mpc !== null) {
    const bit = 1 << Number(mpc[1]);
    state.SECMPCINTSTATUS = level !== 0 ? state.SECMPCINTSTATUS | bit : state.SECMPCINTSTATUS & ~bit;
    return;
  }
  const controller = allControllers.find((one) => name === `${one.name}-blocked`);
  if (controller !== undefined && level !== 0) state.blocked |= controller.bit;
}

const hooks: Hooks<typeof secctlRegisters.rows, SecctlFields> = {
  SECPPCINTSTAT: { get: ({ state }) => statusOf(state) },
  SECPPCINTCLR: {
    write({ state }, ones) {
      state.blocked &= ~ones;
    },
  },
};

export const sseSecctlKind: DeviceKind = deviceKind({
  name: "sse-secctl",
  registers: secctlRegisters,
  state: secctlState,
  // What the memory protection controllers say is their line, not this block's memory.
  keep: ["SECMPCINTSTATUS"],
  hooks,
  update,
  signal,
});
