/**
 * Says in the board's own words what lives at an address: for explanations of faults, for `why`, for disassembly
 * comments.
 */
import type { Board } from "./board.ts";

export interface Resident {
  readonly kind: "memory" | "device" | "system" | "hole";
  /** `sram2`, `flexcomm3`, `nvic`; empty for a hole. */
  readonly name: string;
  /** For people. */
  readonly title: string;
  /** Where it begins, in the view the address is in. For a hole: one past whatever ends before the address. */
  readonly base: number;
  /** For a hole: bytes until the next resident. */
  readonly sizeBytes: number;
  /** The register at or covering the address, where the resident has named registers. */
  readonly register?: string;
  /** True when the address is in the Secure view. */
  readonly secureAlias: boolean;
}

interface Span {
  readonly kind: Resident["kind"];
  readonly name: string;
  readonly title: string;
  readonly base: number;
  readonly sizeBytes: number;
  readonly secureAlias: boolean;
  readonly registers: readonly { readonly name: string; readonly offset: number }[];
}

/** Armv8-M system control space and its neighbours (Armv8-M ARM, section "System address map"). */
const systemSpans: readonly (readonly [base: number, sizeBytes: number, name: string, title: string])[] = [
  [0xe0000000, 0x1000, "itm", "Instrumentation trace (ITM)"],
  [0xe0001000, 0x1000, "dwt", "Data watchpoint and trace (DWT)"],
  [0xe0002000, 0x1000, "bpu", "Breakpoint unit (BPU)"],
  [0xe000e000, 0x10, "scs", "System control space"],
  [0xe000e010, 0xf0, "systick", "SysTick timer"],
  [0xe000e100, 0xc00, "nvic", "Interrupt controller (NVIC)"],
  [0xe000ed00, 0x90, "scb", "System control block (SCB)"],
  [0xe000ed90, 0x40, "mpu", "Memory protection unit (MPU)"],
  [0xe000edd0, 0x20, "sau", "Security attribution unit (SAU)"],
  [0xe000edf0, 0x110, "debug", "Debug control"],
  [0xe000ef00, 0x100, "scb", "System control block (FPU, STIR)"],
  [0xe002e000, 0x10, "scs_ns", "System control space, Non-secure view"],
  [0xe002e010, 0xf0, "systick_ns", "SysTick timer, Non-secure view"],
  [0xe002e100, 0xc00, "nvic_ns", "Interrupt controller, Non-secure view"],
  [0xe002ed00, 0x90, "scb_ns", "System control block, Non-secure view"],
  [0xe002ed90, 0x70, "mpu_ns", "Memory protection unit, Non-secure view"],
  [0xe002ee00, 0x200, "scs_ns", "System control space, Non-secure view"],
  [0xe0040000, 0x1000, "tpiu", "Trace port (TPIU)"],
  [0xe0041000, 0x1000, "etm", "Embedded trace (ETM)"],
  [0xe00ff000, 0x1000, "romtable", "CoreSight ROM table"],
];

function spansOf(board: Board): Span[] {
  const spans: Span[] = systemSpans.map(([base, sizeBytes, name, title]) => ({
    ...{ kind: "system", name, title, base, sizeBytes, secureAlias: false, registers: [] },
  }));
  for (const memory of board.memories) {
    const whole = { name: memory.name, title: memory.title ?? memory.name, offset: 0, sizeBytes: memory.sizeBytes };
    for (const base of [memory.base, ...memory.aliases])
      for (const { name, title, offset, sizeBytes } of memory.banks ?? [whole])
        spans.push({
          ...{ kind: "memory", name, title, sizeBytes, registers: [] },
          base: base + offset,
          secureAlias: isSecure(board, base),
        });
  }
  for (const { name, title, kind, sizeBytes, base: first, aliases, pages = [] } of board.devices) {
    const whole = [first, ...aliases].map((base) => ({ base, sizeBytes, offset: 0 }));
    for (const { base, sizeBytes: bytes, offset } of [...whole, ...pages])
      spans.push({
        ...{ kind: "device", name, title, sizeBytes: bytes, base },
        registers: kind.registers.map((one) => ({ ...one, offset: one.offset - offset })),
        secureAlias: isSecure(board, base),
      });
  }
  return spans.sort((a, b) => a.base - b.base);
}

const isSecure = (board: Board, address: number): boolean =>
  board.idau.some(({ base, last, attribute }) => address >= base && address <= last && attribute.startsWith("secure"));

/** What answers at `address` (0 to 2^32 - 1), or the hole it falls into. */
export function whatLivesAt(board: Board, address: number): Resident {
  const spans = spansOf(board);
  const span = spans.findLast((one) => one.base <= address && address - one.base < one.sizeBytes);
  if (span === undefined) return holeAt(board, spans, address);
  const { registers, ...resident } = span;
  const register = registers.findLast(
    ({ offset }) => offset <= address - span.base && address - span.base < offset + 4,
  );
  return register === undefined ? resident : { ...resident, register: register.name };
}

function holeAt(board: Board, spans: readonly Span[], address: number): Resident {
  const before = spans.filter((span) => span.base <= address).map((span) => span.base + span.sizeBytes);
  const base = Math.max(0, ...before);
  const next = spans.find((span) => span.base > address)?.base ?? 2 ** 32;
  return {
    ...{ kind: "hole", name: "", title: "nothing", base },
    sizeBytes: next - base,
    secureAlias: isSecure(board, address),
  };
}
