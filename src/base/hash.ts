/** One fast hash over bytes, for telling states apart: xxHash64 by xxhash-wasm, loaded once. */
import xxhash from "xxhash-wasm";

export interface Hasher {
  /** 16 lower-case hexadecimal digits over all parts in order. */
  hex(parts: readonly Uint8Array[]): string;
}

let loaded: Promise<Hasher> | undefined;

export function loadHasher(): Promise<Hasher> {
  loaded ??= xxhash().then((api) => ({
    hex(parts) {
      const stream = api.create64();
      for (const part of parts) stream.update(part);
      return stream.digest().toString(16).padStart(16, "0");
    },
  }));
  return loaded;
}
