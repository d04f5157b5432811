/** Special registers of MRS and MSR by SYSm (DDI 0553 B4, MRS); bit 7 is the Non-secure alias. */
const names: Readonly<Record<number, string>> = {
  0: "APSR",
  1: "IAPSR",
  2: "EAPSR",
  3: "XPSR",
  5: "IPSR",
  6: "EPSR",
  7: "IEPSR",
  8: "MSP",
  9: "PSP",
  10: "MSPLIM",
  11: "PSPLIM",
  16: "PRIMASK",
  17: "BASEPRI",
  18: "BASEPRI_MAX",
  19: "FAULTMASK",
  20: "CONTROL",
};

const nonSecureAliases = [8, 9, 10, 11, 16, 17, 19, 20];
const aliasNames = nonSecureAliases.map((sysm) => [sysm | 0x80, `${names[sysm]}_NS`] as const);

/** SYSm -> name, aliases included; 0x98 is SP_NS, whichever of the two stacks that is. */
export const specialRegisters: ReadonlyMap<number, string> = new Map([
  ...Object.entries(names).map(([sysm, name]) => [Number(sysm), name] as const),
  ...aliasNames,
  [0x98, "SP_NS"],
]);

/** SYSm 0..3 are views of APSR, which MSR writes by parts. */
export const isProgramStatus = (sysm: number): boolean => sysm <= 3;
