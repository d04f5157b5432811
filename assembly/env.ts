/** The only things the core asks of its host. */

/** Read a device: a physical address that no memory answers. The host sets SCRATCH_BUS_ERROR where nothing answers. */
@external("env", "mmioRead")
export declare function mmioRead(address: u32, sizeBytes: u32): u32;


@external("env", "mmioWrite")
export declare function mmioWrite(address: u32, value: u32, sizeBytes: u32): void;

/** Tell of a moment, for the trace; called only for kinds whose bit is set in SCRATCH_NOTE_MASK. */
@external("env", "note")
export declare function note(kind: u32, a: u32, b: u32): void;
