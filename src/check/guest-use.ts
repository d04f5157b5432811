/** Which devices of the board a guest uses, by its device tree and what Kconfig built in. */
import type { Label, Span } from "../base/diagnostic.ts";
import type { Board, PlacedDevice } from "../board/board.ts";
import { chosen, isOkay, okayNodes, registersOf, stringsIn } from "../config/devicetree/query.ts";
import type { DtNode } from "../config/devicetree/tree.ts";
import type { GuestDescription } from "../config/guest.ts";
import { isSet } from "../config/kconfig.ts";
import type { Partition } from "../config/model.ts";
import { builtBy, type Driver, driverOf, modems, receivers, startUp } from "./driver.ts";
import { deviceAt, nonSecureView } from "./resident.ts";
import { partitionsOf, type Subject } from "./rule.ts";
import { labelAt } from "./window.ts";

export interface DeviceUse {
  readonly device: PlacedDevice;
  /** Null where no node stands for it. */
  readonly node: DtNode | null;
  readonly driver: Driver | null;
  /** Why the guest uses it: places in the device tree and in the `.config`. */
  readonly reasons: readonly Label[];
}

/** Guests with the VM that they run in. */
export function guestsOf(subject: Subject): { readonly guest: GuestDescription; readonly partition: Partition }[] {
  return subject.guests.flatMap((guest) => {
    const found = partitionsOf(subject).find(([, { name }]) => name === guest.vm);
    return found === undefined ? [] : [{ guest, partition: found[1] }];
  });
}

/** Where a node says that it is enabled, else where it is. */
export const placeOfNode = (node: DtNode): Span => node.properties.get("status")?.span ?? node.span;

export const deviceOfNode = (board: Board, node: DtNode): PlacedDevice | null => {
  const [register] = registersOf(node);
  return register === undefined ? null : deviceAt(board, nonSecureView(board, register.address));
};

export function usesOf({ board }: Pick<Subject, "board">, { tree, kconfig }: GuestDescription): DeviceUse[] {
  const uses: DeviceUse[] = [];
  const add = (device: PlacedDevice | null | undefined, use: Omit<DeviceUse, "device">): void => {
    if (!device || uses.some((one) => one.device === device && one.node === use.node)) return;
    uses.push({ device, ...use });
  };
  const named = (name: string): PlacedDevice | undefined => board.devices.find((one) => one.name === name);
  for (const node of tree === null ? [] : okayNodes(tree)) {
    const driver = driverOf(node);
    if (driver === null || (node.parent !== null && !isOkay(node.parent))) continue;
    const symbol = kconfig === null ? null : builtBy(kconfig, driver);
    if (kconfig !== null && symbol === null) continue;
    const enabled = labelAt(placeOfNode(node), `${shortName(node)} is enabled`);
    const line = symbol === null ? undefined : kconfig?.values.get(symbol)?.span;
    const reasons = [enabled, ...(line === undefined ? [] : [labelAt(line, "its driver is built in")])];
    if (kconfig === null && !isChosen(tree, node)) continue;
    add(deviceOfNode(board, node), { node, driver, reasons });
    for (const name of driver.needs ?? []) add(named(name), { node: null, driver: null, reasons });
  }
  const start = kconfig?.values.get(startUp.symbol);
  if (start?.value === "y") {
    const reasons = [labelAt(start.span, "its start-up code sets clocks and power")];
    for (const name of startUp.needs) add(named(name), { node: null, driver: null, reasons });
  }
  return uses;
}

const isChosen = (tree: GuestDescription["tree"], node: DtNode): boolean =>
  tree !== null &&
  ["zephyr,console", "zephyr,shell-uart", "zephyr,entropy"].some((name) => chosen(tree, name)?.node === node);

/** A label if there is one: `&flexcomm2`, else the name. */
export const shortName = ({ labels: [label], name }: DtNode): string => (label === undefined ? name : `&${label}`);

/** The modem that is enabled below a serial interface. */
export const modemOf = (serial: DtNode): DtNode | null =>
  [...serial.children.values()].find(
    (one) => isOkay(one) && stringsIn(one, "compatible").some((name) => modems.includes(name)),
  ) ?? null;

/** How a driver depends on its interrupt; null where it works without. */
export interface InterruptNeed {
  /** False where only receiving needs it, and nobody is known to receive. */
  readonly sure: boolean;
  /** The line of the `.config` that says who receives. */
  readonly receives: Span | null;
}

export function interruptNeedOf(guest: GuestDescription, { node, driver }: DeviceUse): InterruptNeed | null {
  if (node === null || driver === null || driver.interrupt === "none") return null;
  if (driver.interrupt === "always") return { sure: true, receives: null };
  const receives = receiverOf(guest, node);
  return receives === null && !receivesByInterrupt(guest) ? null : { sure: receives !== null, receives };
}

const receivesByInterrupt = ({ kconfig }: GuestDescription): boolean =>
  kconfig !== null && (isSet(kconfig, "UART_INTERRUPT_DRIVEN") || isSet(kconfig, "UART_ASYNC_API"));

/** What the guest reads of a serial interface needs its interrupt: the line of the `.config` that says so. */
export function receiverOf({ tree, kconfig }: GuestDescription, node: DtNode): Span | null {
  if (tree === null || kconfig === null) return null;
  for (const { symbol, chosen: name } of receivers) {
    const line = kconfig.values.get(symbol);
    if (line === undefined || !isSet(kconfig, symbol)) continue;
    if (name === null ? modemOf(node) !== null : chosen(tree, name)?.node === node) return line.span;
  }
  return null;
}
