/** Which device answers at an address. One bus page is 4 KiB; a page may hold several windows. */
import type { Device, Transaction } from "../device/device.ts";

export interface Window {
  readonly name: string;
  readonly device: Device;
  readonly base: number;
  readonly sizeBytes: number;
  /** Address at which the device's register map would begin. */
  readonly origin: number;
  /** False while the window's clock is gated off. */
  open(): boolean;
  /** Null for a transaction that reaches the device; else whether its refusal is a bus error. */
  refuse(transaction: Transaction): { readonly error: boolean } | null;
}

const pageShift = 12;

export interface Bus {
  find(address: number): Window | null;
}

export function createBus(windows: readonly Window[]): Bus {
  const pages = new Map<number, Window[]>();
  for (const window of windows) {
    const last = Math.floor((window.base + window.sizeBytes - 1) / 2 ** pageShift);
    for (let page = window.base >>> pageShift; page <= last; page++) {
      pages.set(page, [...(pages.get(page) ?? []), window]);
    }
  }
  return {
    find(address) {
      const candidates = pages.get(address >>> pageShift);
      if (candidates === undefined) return null;
      for (const window of candidates) {
        if (address >= window.base && address - window.base < window.sizeBytes) return window;
      }
      return null;
    },
  };
}
