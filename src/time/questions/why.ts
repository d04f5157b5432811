/**
 * Who may do what at an address, and why: attribution by IDAU and SAU, rights by MPU, both asked of the engine itself;
 * what lives there; and which grants of the configuration speak of it.
 */
import { residentText } from "../../check/resident.ts";
import { allWindows, contains } from "../../check/window.ts";
import type { Machine } from "../../machine/machine.ts";
import { memoryAt } from "../../machine/memories.ts";
import type { System } from "../../system/system.ts";
import { runningVm } from "./moment.ts";
import { symbolAt } from "./place.ts";
import { type Grant, grantOf, type SauRow, sauOf } from "./protection.ts";

export interface Rights {
  readonly read: boolean;
  readonly write: boolean;
  readonly execute: boolean;
  /** MPU region that decides; null for the default map, or where no region matches. */
  readonly mpu_region: number | null;
}

export type Attribute = "non-secure" | "non-secure-callable" | "secure" | "exempt";

export interface Why {
  readonly address: number;
  readonly symbol: string | null;
  /** What lives there, in the board's words. */
  readonly resident: string;
  /** Of data accesses; whatever is fetched from the topmost sixteenth is Secure. */
  readonly attribute: Attribute;
  /** Null where no region of the IDAU covers it: Non-secure as far as that is concerned. */
  readonly idau: { readonly base: number; readonly last: number; readonly attribute: string } | null;
  /** The one entry that covers it; null where none does, or several. */
  readonly sau: SauRow | null;
  /** Entries that cover it: of several, none counts, and the address is Secure. */
  readonly sau_entries: readonly number[];
  readonly sau_enabled: boolean;
  readonly non_secure: { readonly privileged: Rights; readonly unprivileged: Rights };
  readonly secure: { readonly privileged: Rights; readonly unprivileged: Rights };
  /** False where the bus takes no writes, whatever the rights say: flash, ROM. */
  readonly writable_memory: boolean;
  /** The VM that is in; `grants` may name others. */
  readonly vm: string | null;
  readonly grants: readonly Grant[];
}

/** As in assembly/profile/m/protection.ts. */
const attributes: readonly Attribute[] = ["non-secure", "non-secure-callable", "secure", "exempt"];
const regionHit = 0x10;
const idauHit = 0x20;

export function whyAt(system: System, machine: Machine, address: number): Why {
  const { calls, board } = machine.core;
  const attribution = calls.attributionOf(address) >>> 0;
  const sau = sauOf(system, machine);
  const covering = sau.entries.filter((one) => one.enabled && address >= one.base && address <= one.last);
  const rightsFor = (secure: number, privileged: number): Rights => {
    const rights = calls.rightsOf(address, secure, privileged) >>> 0;
    return {
      read: (rights & 1) !== 0,
      write: (rights & 2) !== 0,
      execute: (rights & 4) !== 0,
      mpu_region: (rights & regionHit) !== 0 ? (rights >>> 8) & 0xff : null,
    };
  };
  const idauIndex = (attribution & idauHit) !== 0 ? (attribution >>> 16) & 0xff : null;
  const windows = system.hypervisor.kind === "firmware" ? [] : allWindows(system.hypervisor.model);
  return {
    address,
    symbol: symbolAt(system, address),
    resident: residentText(system.board, address),
    attribute: attributes[attribution & 3] ?? "secure",
    idau:
      idauIndex === null
        ? null
        : {
            base: board.idauBase[idauIndex] ?? 0,
            last: board.idauLast[idauIndex] ?? 0,
            attribute: system.board.idau[idauIndex]?.attribute ?? "",
          },
    sau: sau.enabled && covering.length === 1 ? (covering[0] ?? null) : null,
    sau_entries: covering.map(({ index }) => index),
    sau_enabled: sau.enabled,
    non_secure: { privileged: rightsFor(0, 1), unprivileged: rightsFor(0, 0) },
    secure: { privileged: rightsFor(1, 1), unprivileged: rightsFor(1, 0) },
    writable_memory: (memoryAt(machine.memories, address)?.memory.kind ?? "ram") === "ram",
    vm: runningVm(system, machine),
    grants: windows.filter((one) => contains(one, address)).map(grantOf),
  };
}
