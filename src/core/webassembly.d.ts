/** What we use of WebAssembly: the ES library has no typings for it and we take none from the DOM. */
// biome-ignore lint/style/noNamespace: the global object has this shape
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Memory {
    readonly buffer: ArrayBuffer;
    constructor(limits: { initial: number; maximum: number });
  }
  class Instance {
    constructor(module: Module, imports: Imports);
    readonly exports: Record<string, unknown>;
  }
  class Table {
    readonly length: number;
    grow(by: number): number;
    set(index: number, value: CallableFunction | null): void;
  }
  type Imports = Record<string, Record<string, unknown>>;
  function validate(bytes: Uint8Array): boolean;
}
