/**
 * Where everything of the scenes' image lies on mps2-an505. Both worlds have the same code at the same offsets: what a
 * scene does is done by whichever world comes to do it.
 */

/** One of the two worlds: where its vectors, its part of the stage and the acts lie. */
export interface World {
  readonly secure: boolean;
  readonly vectors: number;
  /** The stage's code. It begins with branches to where acts end and to what does the next act for a caller. */
  readonly stage: number;
  readonly acts: number;
  /** What the loader adds, so that all is written through the Secure view. */
  readonly loadOffset: number;
  readonly mainStack: number;
  readonly processStack: number;
  /** The handlers' own stack while they report. */
  readonly reportStack: number;
  /** Memory that scenes may cut into regions. */
  readonly window: number;
}

export const secureWorld: World = {
  secure: true,
  vectors: 0x1000_0000,
  stage: 0x1000_0400,
  acts: 0x1001_0000,
  loadOffset: 0,
  mainStack: 0x3800_8000,
  processStack: 0x3800_7000,
  reportStack: 0x3801_8000,
  window: 0x3802_0000,
};

export const nonSecureWorld: World = {
  secure: false,
  vectors: 0x0020_0000,
  stage: 0x0020_0400,
  acts: 0x0021_0000,
  loadOffset: 0x1000_0000,
  mainStack: 0x2820_8000,
  processStack: 0x2820_7000,
  reportStack: 0x2821_8000,
  window: 0x2822_0000,
};

/** Non-secure callable: three veneers, then memory without SG. */
export const gates = {
  base: 0x1000_8000,
  bytes: 0x400,
  report: 0x1000_8000,
  service: 0x1000_8010,
  closed: 0x1000_8020,
};
/** Names, settings and acts of the scenes. */
export const tableBase = 0x1008_0000;

/** The Non-secure routine that does the next act. */
export const calleeAddress = nonSecureWorld.stage + 4;

/** Memory of neither world's image; a bus error for both. */
export const nowhere = { secure: 0x30f0_0000, nonSecure: 0x20f0_0000, bytes: 0x10_0000 };

/** The stage's Secure variables, by name. */
export const variables = {
  /** The scene that runs, and a word that tells a first start from a restart. */
  number: 0x3801_0000,
  started: 0x3801_0004,
  /** What the last report found, to tell what has changed. */
  before: 0x3801_0100,
  now: 0x3801_0300,
} as const;

/** Words that both worlds share, and what they mean. */
export const shared = 0x2821_0000;
export const sharedWords = {
  /** The act to come and how many there are. */
  next: 0,
  count: 4,
  /** First free byte of the stack of entries. */
  top: 8,
  /** Handlers entered so far, and after which of them the scene is over. */
  entered: 12,
  last: 16,
  /** Offsets of the acts: begin and end. */
  acts: 32,
  answers: 96,
} as const;
export const actsAtMost = 8;
export const answersAtMost = 8;
export const entriesBase = 0x2821_1000;

/**
 * Who waits on the stack of entries: registers R4 to R11 as found, stack pointer, limit, return address, what kind of
 * routine it is, and the act that it runs.
 */
export const entry = { registers: 0, sp: 32, limit: 36, link: 40, kind: 44, act: 48, bytes: 52 } as const;
export const kinds = { handler: 0, callee: 1, start: 2 } as const;

export const uart = (index: number): number => 0x4020_0000 + index * 0x1000;
/** External interrupt that UART `index` raises when it has sent a byte. */
export const transmitted = (index: number): number => 33 + 2 * index;
export const system = 0xe000_e000;
export const systemNs = 0xe002_e000;

/** SVC number that ends a scene. */
export const endCall = 0xee;
/** LR at a scene's start. */
export const startLink = 0xeeee_eeee;
/** R4 to R10 before a scene's first act; R11 is where acts end. */
export const pattern = [4, 5, 6, 7, 8, 9, 10].map((register) => register * 0x1111_1111);
