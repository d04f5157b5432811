/**
 * Cells of the core that are not state: they carry a fault from where it is found to where it is taken, and the reason
 * of an exit to the host. Always zero, or meaningless, between two calls into the core.
 */
import { array, block, u32, u64 } from "./layout.ts";

/** How many a debugger may set at a time. */
export const maxBreakpoints = 256;
export const maxWatchpoints = 32;
/** Samples that are taken before the host is asked to look at them. */
export const sampleEntries = 64;

/** How many words all lists of a monitor have together. */
export const maxListedWords = 64;
/** How many cells all of its groups have together. */
export const maxKeptCells = 64;

export const scratchBlock = block("scratch", {
  /** A synchronous fault found by the current instruction: its FaultKind, 0 for none. */
  fault: u32,
  /** Address that was accessed, where the fault has one. */
  faultAddress: u32,
  /** Set by the host inside mmioRead or mmioWrite: 1 = the bus answered with an error. */
  busError: u32,
  /** What the bus sees of an mmioRead or mmioWrite beside its address: 1 = Non-secure, 2 = privileged. */
  transaction: u32,
  /**
   * Set by the host inside mmioRead or mmioWrite, and by the core itself: leave the fast loop after this instruction.
   */
  resync: u32,
  /** Tick at which the current slice of run() ends. */
  sliceEnd: u64,
  /** Tick until which run() was asked to run: later than the end of a slice that a timer or a sample cuts short. */
  runEnd: u64,
  /** Exit details of the last run(): reason and one value. */
  exitReason: u32,
  exitValue: u32,
  /** Bit per NoteKind that the sink is to hear of; from bit 16 on, that the listener (machine/probes.ts) is to. */
  noteMask: u32,
  /** Entries of the access tables that are filled: how many, in filledList. */
  filledCount: u32,
  /** Sets of entries begun since all were forgotten (assembly/mem/tables.ts); place of the one in use, 0 for none. */
  tablesKept: u32,
  tablesSet: u32,
  /** First free byte of the block arena. */
  arenaNext: u32,
  /** Bytes of guest physical memory behind PHYSICAL. */
  physicalBytes: u32,
  /** Address of the instruction that an `ends` function belongs to, while CPU r[15] is already the next one. */
  currentPc: u32,
  /** Bit per security state: what the access tables remember holds with its MPU standing aside (no HFNMIENA). */
  mpuBypass: u32,
  /** Offset, in the board's arrays of memories, of the one that answered last: asked first. */
  lastMemory: u32,
  /** A word of an exception frame on its way from memory to where it is judged. */
  frameWord: u32,
  /** Compiled regions of another epoch no longer hold. */
  nativeEpoch: u32,
  /** How a compiled region was left: the record to go on with, or 0 and the address to go to. */
  nativeRecord: u32,
  nativePc: u32,
  /** A compiled region was left because the budget did not last for what comes next. */
  nativeSpent: u32,
  /** How often compiled regions were entered. */
  nativeEntries: u32,
  /** Ticks between two samples of where time goes, 0 for none; ticks until the next. */
  samplePeriod: u32,
  sampleLeft: u32,
  /**
   * The first block for which a slice did not last, by its address, bit 0 set where compiled code would have gone
   * there; and the end of that slice.
   */
  shortOf: u32,
  shortEnd: u64,
  /** Samples: how many, and for each what shortOf was. */
  sampleCount: u32,
  samples: array(u32, sampleEntries),
  /** Where compiled code has last left through a register since the sample before, 0 for nowhere, and to where. */
  nativeSite: u32,
  sites: array(u32, sampleEntries),
  siteTargets: array(u32, sampleEntries),
  nativeTarget: u32,
  /** Words that a monitor moves over the bus as one (assembly/mem/word-list.ts): how many, their places and values. */
  wordCount: u32,
  wordAddress: array(u32, maxListedWords),
  wordValue: array(u32, maxListedWords),
  /** What was there when they were read. */
  wordFound: array(u32, maxListedWords),
  /** Cells that a monitor keeps for each VM (assembly/mem/cells.ts): how many, three words for each. */
  cellCount: u32,
  cells: array(u32, 3 * maxKeptCells),
  /** The block of what is run once: a single step, or the beginning of a block that the budget does not cover. */
  stepBlock: array(u32, 528),
  /** Running check value, low word first: every digest is folded into it. Set and read by the host. */
  chain: array(u32, 2),
  /** Sum of the digests of all pages of memory. */
  pageSum: array(u32, 2),
  /** Breakpoints: how many, their addresses; at tick passTick - 1 they do not stop. */
  breakCount: u32,
  breakAt: array(u32, maxBreakpoints),
  passTick: u64,
  /**
   * Watched ranges: how many, first and last place (address in linear memory, or guest address where no memory lies),
   * kinds (1 read, 2 write); size in bytes of the access being told.
   */
  watchCount: u32,
  watchFrom: array(u32, maxWatchpoints),
  watchLast: array(u32, maxWatchpoints),
  watchKinds: array(u32, maxWatchpoints),
  watchBytes: u32,
});

/** Entries the list of filled access-table entries holds before the tables are dropped as a whole. */
export const filledListEntries = 32768;
/** Settings of SAU and MPU for which the tables' entries are kept, and how many entries of each. */
export const tableSets = 8;
export const tableSetEntries = 512;
