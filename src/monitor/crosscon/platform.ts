/** What the hypervisor was built to know of the LPC55S69 (fact sheet crosscon-armv8m section 3). */

export interface PlatformRegion {
  readonly base: number;
  readonly sizeBytes: number;
}

/** The seven regions that count; the first holds the image, the second the hypervisor's data and is the root pool. */
export const platformRegions: readonly PlatformRegion[] = [
  { base: 0x10000000, sizeBytes: 0x20000 },
  { base: 0x30000000, sizeBytes: 0x10000 },
  { base: 0x00040000, sizeBytes: 0x40000 },
  { base: 0x20010000, sizeBytes: 0x10000 },
  { base: 0x00000000, sizeBytes: 0xa0000 },
  { base: 0x20030000, sizeBytes: 0x10000 },
  { base: 0x20020000, sizeBytes: 0x10000 },
];
export const rootPool = 1;

/** Where exception frames can be read for an explanation: SRAM, either view. */
export const stackRegions: readonly PlatformRegion[] = [
  { base: 0x04000000, sizeBytes: 0x8000 },
  { base: 0x14000000, sizeBytes: 0x8000 },
  { base: 0x20000000, sizeBytes: 0x44000 },
  { base: 0x30000000, sizeBytes: 0x44000 },
];

export const timerHz = 12_000_000;
export const sliceMilliseconds = 10;
/** TIME_MS(10): the value every slice loads into SysTick_S. */
export const sliceCounts = (timerHz / 1000) * sliceMilliseconds;

export const pageBytes = 64;
export const sauEntries = 8;
export const mpuRegions = 8;

/** Flash that the image occupies; our size, the real one depends on the build. */
export const imageBase = 0x10000000;
export const imageBytes = 0x8000;
/** The per-CPU structure, the stack that ends it, and what VMs are allocated after it. */
export const cpuStructure = 0x30001000;
export const stackLimit = 0x30002000;
export const stackTop = 0x30003000;
export const dataBytes = 0x6000;

export const consoleBase = 0x50086000;
export const consoleBytes = 0x1000;
export const syscon = 0x50000000;
export const iocon = 0x50001000;
