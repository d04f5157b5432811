/**
 * The emulation switches: what differs between versions of the real hypervisor, or is not established, by name. One
 * row each; `switches:` in chronovisor.yaml sets them. Source: fact sheet crosscon-armv8m section 14 and "Behaviour
 * family".
 */

export type SwitchedKind = "crosscon" | "bao";

interface SwitchRow {
  readonly values: readonly string[];
  /** What a system gets that does not set the switch, by kind of hypervisor. */
  readonly default: Readonly<Record<SwitchedKind, string>>;
  /** One line for people. */
  readonly meaning: string;
}

export const switchRows = {
  vtimer: {
    values: ["frozen", "compensated"],
    default: { crosscon: "compensated", bao: "frozen" },
    meaning: "guest time while other VMs run: stands still (rate 1/n), or is made up for at the next slice",
  },
  initialMsp: {
    values: ["zero", "vector"],
    default: { crosscon: "zero", bao: "zero" },
    meaning: "MSP_NS at a VM's first entry: 0, or the first word of its vector table",
  },
  firstEntryMode: {
    values: ["thread", "handler"],
    default: { crosscon: "thread", bao: "thread" },
    meaning: "mode in which a VM other than the first is entered the first time: Thread, or Handler with IPSR 15",
  },
  nvicClearDefect: {
    values: ["off", "on"],
    default: { crosscon: "off", bao: "on" },
    meaning: "disabling one interrupt at a switch also disables the VM's others in the same NVIC word",
  },
  pendingLeak: {
    values: ["off", "on"],
    default: { crosscon: "off", bao: "off" },
    meaning: "a PendSV or SysTick that is pending when its VM is left hits the next VM: ICSR is written back as read",
  },
  absentIrq: {
    values: ["hang", "deferred", "switch"],
    default: { crosscon: "deferred", bao: "deferred" },
    meaning: "an interrupt of a VM that does not run: hypervisor hangs, it waits for the VM, or the VM is switched in",
  },
  loneVmIrqs: {
    values: ["assigned", "never"],
    default: { crosscon: "assigned", bao: "never" },
    meaning:
      "interrupts of a VM that is alone, so never switched: its assignment targets them Non-secure, or nothing does",
  },
  saveFp: {
    values: ["off", "on"],
    default: { crosscon: "off", bao: "off" },
    meaning: "a switch carries S0-S31 and FPSCR",
  },
  faultReport: {
    values: ["explain", "silent"],
    default: { crosscon: "explain", bao: "explain" },
    meaning: "a fault is explained beside the hypervisor's silence, or not at all",
  },
  nvicLines: {
    values: ["60", "64"],
    default: { crosscon: "64", bao: "64" },
    meaning: "external interrupt lines that the hypervisor knows; the IPC ids 78 and 79 need 64",
  },
  hypercallIds: {
    values: ["crosscon", "bao"],
    default: { crosscon: "crosscon", bao: "bao" },
    meaning: "what hypercall ids above 1 mean: VM stack, enclave, TEE; or remote I/O",
  },
} as const satisfies Readonly<Record<string, SwitchRow>>;

export type SwitchName = keyof typeof switchRows;

/** One value for every switch. */
export type Switches = { readonly [N in SwitchName]: (typeof switchRows)[N]["values"][number] };

/** The switches of a `kind`, with those that the user `set` (already validated). */
export function switchesOf(kind: SwitchedKind, set: Partial<Switches> = {}): Switches {
  const defaults: Record<string, string> = {};
  for (const [name, row] of Object.entries(switchRows)) defaults[name] = row.default[kind];
  return { ...(defaults as Switches), ...set };
}
