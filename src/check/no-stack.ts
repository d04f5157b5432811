/** The hypervisor enters a VM with MSP_NS = 0 (fact sheet crosscon-armv8m section 5): what helps. */
export const noStackHelp = [
  "this hypervisor enters a VM with MSP_NS = 0 and does not read the first word of its vector table: load SP before " +
    "the first push or call, as the start-up code of newer RTOS releases does",
  "a hypervisor that loads SP from the vector table is emulated by " +
    "`hypervisor: { ..., switches: { initialMsp: vector } }` in chronovisor.yaml",
] as const;
