/** The identification registers that end every peripheral of the Cortex-M System Design Kit (DDI 0479, section 3). */

/**
 * Rows of a component: its part number's low byte, and the byte with its revision. JEP106 code: Arm. A component with
 * two pages of registers has a prefix and an offset for the second.
 */
export const identityRows = <const P extends string = "">(part: number, revision: number, prefix?: P, page = 0) => {
  const name = <const N extends string>(plain: N) => `${prefix ?? ""}${plain}` as `${P}${N}`;
  return [
    { offset: page + 0xfd0, name: name("PIDR4"), access: "RO", reset: 0x04 },
    { offset: page + 0xfd4, name: name("PIDR5"), access: "RO" },
    { offset: page + 0xfd8, name: name("PIDR6"), access: "RO" },
    { offset: page + 0xfdc, name: name("PIDR7"), access: "RO" },
    { offset: page + 0xfe0, name: name("PIDR0"), access: "RO", reset: part },
    { offset: page + 0xfe4, name: name("PIDR1"), access: "RO", reset: 0xb8 },
    { offset: page + 0xfe8, name: name("PIDR2"), access: "RO", reset: revision },
    { offset: page + 0xfec, name: name("PIDR3"), access: "RO" },
    { offset: page + 0xff0, name: name("CIDR0"), access: "RO", reset: 0x0d },
    { offset: page + 0xff4, name: name("CIDR1"), access: "RO", reset: 0xf0 },
    { offset: page + 0xff8, name: name("CIDR2"), access: "RO", reset: 0x05 },
    { offset: page + 0xffc, name: name("CIDR3"), access: "RO", reset: 0xb1 },
  ] as const;
};
