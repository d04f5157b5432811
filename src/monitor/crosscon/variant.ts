/**
 * The two products that share the port: rows of texts and of what only one of them prints. Defaults of switches:
 * config/switches.
 */
import type { SwitchedKind } from "../../config/switches.ts";

export interface Variant {
  /** `PREFIX INFO: ...` on the hypervisor's console. */
  readonly logPrefix: string;
  readonly banner: readonly string[];
  /** Print the SAU after each VM's creation. */
  readonly dumpsSau: boolean;
}

export const variants: Readonly<Record<SwitchedKind, Variant>> = {
  crosscon: {
    logPrefix: "CROSSCONHYP",
    banner: [
      "+------------------------------------------------+",
      "|  CROSSCON Hypervisor  -  Armv8-M  -  LPC55S69  |",
      "|  emulated by the Chronovisor crosscon monitor  |",
      "+------------------------------------------------+",
      "build: chronovisor monitor, variant crosscon",
      "",
    ],
    dumpsSau: true,
  },
  bao: {
    logPrefix: "BAO",
    banner: [
      "Bao Hypervisor - Armv8-M - LPC55S69 (emulated by Chronovisor)",
      "build: chronovisor monitor, variant bao",
      "",
    ],
    dumpsSau: false,
  },
};
