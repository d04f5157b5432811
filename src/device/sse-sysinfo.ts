/** System information block of the Arm subsystems for embedded (ECM 0601256, section 3.7; 101104, section 4.9). */
import { block, type Fields } from "../state/layout.ts";
import type { DeviceKind } from "./device.ts";
import { identityRows } from "./identity.ts";
import { deviceKind } from "./kind.ts";
import { type RegisterRow, registerMap } from "./registers.ts";

/** SYS_VERSION and SYS_CONFIG as the subsystem was built. */
export function sseSysinfo(version: number, config: number): DeviceKind {
  const registers = registerMap<readonly RegisterRow[]>([
    { offset: 0x000, name: "SYS_VERSION", access: "RO", reset: version },
    { offset: 0x004, name: "SYS_CONFIG", access: "RO", reset: config },
    ...identityRows(0x58, 0x0b),
  ]);
  return deviceKind<readonly RegisterRow[], Fields>({
    name: "sse-sysinfo",
    registers,
    state: block("sse-sysinfo", registers.fields),
  });
}

const identity = registerMap<readonly RegisterRow[]>([
  { offset: 0x000, name: "CPUID", access: "RO" },
  ...identityRows(0x58, 0x0b),
]);

/** Tells a processor of the SSE-200 which one it is: the first. */
export const sseCpuIdentityKind: DeviceKind = deviceKind<readonly RegisterRow[], Fields>({
  name: "sse-cpuid",
  registers: identity,
  state: block("sse-cpuid", identity.fields),
});
