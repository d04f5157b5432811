/**
 * The hypervisor's console: Flexcomm 0 as USART at 115,200 baud from the 12 MHz oscillator, polled (fact sheet
 * crosscon-armv8m section 3; registers: fact sheet lpc55s69 sections 6 and 7).
 */
import type { MonitorHost } from "../monitor.ts";
import { costs } from "./costs.ts";
import { consoleBase, iocon, syscon } from "./platform.ts";

const cfg = consoleBase;
const stat = consoleBase + 0x8;
const brg = consoleBase + 0x20;
const osr = consoleBase + 0x28;
const fifocfg = consoleBase + 0xe00;
const fifostat = consoleBase + 0xe04;
const fifotrig = consoleBase + 0xe08;
const fifowr = consoleBase + 0xe20;
const pselid = consoleBase + 0xff8;

const statTxidle = 0x8;
const fifostatTxnotfull = 0x20;
const flexcomm0Bit = 1 << 11;
const ioconBit = 1 << 13;

/** In order: address, value. */
const initWrites: readonly (readonly [number, number])[] = [
  [syscon + 0x220, ioconBit],
  [iocon + 0x74, 0x101],
  [iocon + 0x78, 0x101],
  [syscon + 0x2b0, 2],
  [syscon + 0x224, flexcomm0Bit],
  [syscon + 0x124, flexcomm0Bit],
  [syscon + 0x144, flexcomm0Bit],
  [pselid, 0x1 | 0x8],
  [fifocfg, 0x10001],
  [fifotrig, 0x1],
  [cfg, 0x4],
  [brg, 7],
  [osr, 12],
  [cfg, 0x5],
];

export function initConsole(host: MonitorHost): void {
  for (const [address, value] of initWrites) host.write(address, 4, value);
  host.charge(costs.consoleInit);
}

/** `\n` becomes CR LF. False when the USART stopped answering and the hypervisor would wait for ever. */
export function print(host: MonitorHost, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index) & 0xff;
    if (character === 0x0a && !put(host, 0x0d)) return false;
    if (!put(host, character)) return false;
  }
  return true;
}

function put(host: MonitorHost, character: number): boolean {
  host.charge(costs.consoleCharacter);
  if (!waitFor(host, fifostat, fifostatTxnotfull)) return false;
  host.write(fifowr, 4, character);
  return waitFor(host, stat, statTxidle);
}

/** More turns than any character takes at any baud rate the USART has: past it, the loop is endless. */
const maxPolls = 200_000;

function waitFor(host: MonitorHost, address: number, bit: number): boolean {
  for (let poll = 0; poll < maxPolls; poll++) {
    if ((host.read(address, 4) & bit) !== 0) return true;
    host.charge(costs.consolePoll);
  }
  return false;
}
