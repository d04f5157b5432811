/**
 * The processor's own registers as Secure privileged code reaches them (Armv8-M, DDI 0553 D1); `Ns` = Non-secure
 * alias.
 */

export const vtorS = 0xe000ed08;
export const aircrS = 0xe000ed0c;
export const icsrS = 0xe000ed04;
export const shcsrS = 0xe000ed24;
export const cfsrS = 0xe000ed28;
export const hfsr = 0xe000ed2c;
export const mmfarS = 0xe000ed34;
export const bfarS = 0xe000ed38;
export const nsacr = 0xe000ed8c;

export const sauCtrl = 0xe000edd0;
export const sauRnr = 0xe000edd8;
export const sauRbar = 0xe000eddc;
export const sauRlar = 0xe000ede0;
export const sfsr = 0xe000ede4;
export const sfar = 0xe000ede8;

export const mpuCtrlS = 0xe000ed94;
export const mpuRnrS = 0xe000ed98;
export const mpuRbarS = 0xe000ed9c;
export const mpuRlarS = 0xe000eda0;
export const mpuMair0S = 0xe000edc0;

export const mpuCtrlNs = 0xe002ed94;
export const mpuRnrNs = 0xe002ed98;
export const mpuRbarNs = 0xe002ed9c;
export const mpuRlarNs = 0xe002eda0;
export const mpuMair0Ns = 0xe002edc0;
export const mpuMair1Ns = 0xe002edc4;

export const systickCsrS = 0xe000e010;
export const systickRvrS = 0xe000e014;
export const systickCvrS = 0xe000e018;
export const systickCsrNs = 0xe002e010;
export const systickRvrNs = 0xe002e014;
export const systickCvrNs = 0xe002e018;

/** First word of each NVIC array. */
export const nvicIserS = 0xe000e100;
export const nvicIcerS = 0xe000e180;
export const nvicIabrS = 0xe000e300;
export const nvicItns = 0xe000e380;
export const nvicIserNs = 0xe002e100;
export const nvicIcerNs = 0xe002e180;
export const nvicIsprNs = 0xe002e200;
export const nvicIabrNs = 0xe002e300;

/** Exception numbers. */
export const systickException = 15;
export const pendsvException = 14;
export const firstInterruptException = 16;

export const systickEnable = 1;
export const systickTickint = 2;
export const systickClksource = 4;
export const icsrPendstclr = 1 << 25;
export const icsrPendstset = 1 << 26;
export const icsrPendsvset = 1 << 28;
export const icsrNs = 0xe002ed04;
