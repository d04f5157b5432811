/** What a guest was built from: what its drivers believe that the machine has. */
import type { DeviceTree } from "./devicetree/tree.ts";
import type { Kconfig } from "./kconfig.ts";

export interface GuestDescription {
  readonly vm: string;
  readonly tree: DeviceTree | null;
  readonly kconfig: Kconfig | null;
}
