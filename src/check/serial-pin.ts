/**
 * Pins on which a Flexcomm's transmit function can come out: [port * 32 + pin, function] (fact sheet lpc55s69 sections
 * 10 and 15; the other bits of Zephyr's `pinmux` cells are the kind of pin).
 */
export const transmitPins: Readonly<Record<string, readonly (readonly [pin: number, mux: number])[]>> = {
  flexcomm0: [
    [25, 1],
    [30, 1],
    [38, 1],
  ],
  flexcomm1: [
    [10, 4],
    [14, 6],
    [43, 2],
  ],
  flexcomm2: [
    [27, 1],
    [57, 1],
  ],
  flexcomm3: [
    [2, 1],
    [12, 1],
  ],
  flexcomm4: [
    [16, 1],
    [20, 11],
    [52, 5],
  ],
  flexcomm5: [[9, 3]],
  flexcomm6: [
    [12, 7],
    [22, 1],
    [48, 2],
  ],
  flexcomm7: [
    [19, 7],
    [62, 1],
  ],
};

/** Both forms that Zephyr had: pin in the upper twelve bits; port in the upper two and pin in the six below. */
const formsOf = (cell: number): readonly (readonly [pin: number, mux: number])[] => [
  [cell >>> 20, cell & 0xf],
  [(cell >>> 30) * 32 + ((cell >>> 24) & 0x3f), cell & 0xf],
];

/** True where a `pinmux` cell puts what the device sends on a pin. */
export const sends = (device: string, cell: number): boolean =>
  formsOf(cell).some(([pin, mux]) => transmitPins[device]?.some((one) => one[0] === pin && one[1] === mux) ?? false);

export const pinText = (pin: number): string => `PIO${pin >> 5}_${pin & 31}`;
