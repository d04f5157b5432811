/**
 * Where everything of a fuzz image lies on mps2-an505, and what the words of a case's input and record mean. A case
 * keeps its place in the image whatever else runs, so that it can be repeated alone.
 */

export const harnessBase = 0x1000_0000;
/** First word of the harness's own variables; its stack is above. */
export const variablesBase = 0x3800_0000;
export const harnessStackTop = 0x3800_1000;

/** Inputs lie at the start of PSRAM, records in its upper half. Words of 32 bits, little-endian. */
export const psramBase = 0x8000_0000;
export const psramBytes = 0x100_0000;
export const recordsOffset = 0x80_0000;
export const inputBytes = 768;
export const recordBytes = 784;

/** Cases of one image, and how many cases in a row share their code. */
export const casesPerImage = 8192;
export const casesPerCode = 16;
export const codeSlotBytes = 256;
export const codeSlots = casesPerImage / casesPerCode;

/** Where code lies for each security state, and the bytes a case may use as data and stack. */
export interface World {
  readonly secure: boolean;
  readonly codeBase: number;
  /** Where the loader puts the code: the Secure view. */
  readonly loadBase: number;
  readonly windowBase: number;
}

export const secureWorld: World = {
  secure: true,
  codeBase: 0x1001_0000,
  loadBase: 0x1001_0000,
  windowBase: 0x3810_0000,
};
export const nonSecureWorld: World = {
  secure: false,
  codeBase: 0x0021_0000,
  loadBase: 0x1021_0000,
  windowBase: 0x2820_0000,
};
/** Non-secure vectors, a UDF where Secure cases go in Non-secure state, and the handler of the vectors. */
export const landingBase = 0x0020_0000;
export const landingLoadBase = 0x1020_0000;
export const landingVectors = 16;
export const landingBytes = 4 * landingVectors + 64;
export const landingPlace = landingBase + 4 * landingVectors;
export const landingHandler = landingPlace + 32;

export const windowBytes = 512;
/** Behind the window, for unprivileged cases: as many bytes to read only, then as many for privileged code only. */
export const stripBytes = 64;

/** MSP of Non-secure state: frames of its handlers must not come over the frame that tells where a case ended. */
export const nonSecureHandlerStackTop = nonSecureWorld.windowBase + 0x1000;

/** Words of an input. */
export const inputWords = {
  excReturn: 0,
  /** The process stack's top: a frame in the window, from which the case starts. */
  frame: 1,
  stackLimit: 2,
  control: 3,
  ccr: 4,
  /** SHCSR's four enables. */
  faultEnables: 5,
  cpacr: 6,
  fpscr: 7,
  /** R4 to R11. */
  high: 8,
  /** S0 to S31. */
  singles: 16,
  window: 48,
  /** As `contextWords` says. */
  context: 176,
} as const;

/** How floating-point state is saved, and for Non-secure state where vectors lie; written last before a case begins. */
export const contextWords = [
  "fpccr",
  "fpccr_ns",
  "fpcar",
  "fpcar_ns",
  "fpdscr",
  "nsacr",
  "vtor_ns",
  "shcsr_ns",
] as const;

/** Words of a record, in order. */
export const recordNames = [
  ...["r4", "r5", "r6", "r7", "r8", "r9", "r10", "r11"],
  ...["exc_return", "ipsr", "psp", "psp_ns", "control", "control_ns", "primask", "basepri", "faultmask"],
  ...["psplim", "psplim_ns", "return", "cfsr", "hfsr", "mmfar", "bfar", "sfsr", "sfar", "cfsr_ns", "mmfar_ns"],
  ...["fpscr", "fpccr", "fpcar", "shcsr", "msp_ns", "fpccr_ns", "fpcar_ns", "shcsr_ns"],
  ...Array.from({ length: 32 }, (_, index) => `s${index}`),
] as const;
export const recordWindow = recordNames.length;

/** The word of a record called `name`. */
export function recordWord(name: string): number {
  const index = recordNames.indexOf(name);
  if (index < 0) throw new Error(`no word of a record is called ${name}`);
  return index;
}

/** EXC_RETURN: bits that tell what a case begins in. */
export const excReturn = {
  base: 0xffff_ff80,
  secure: 0x40,
  calleeDefault: 0x20,
  standardFrame: 0x10,
  thread: 8,
  process: 4,
  secureEntry: 1,
} as const;
