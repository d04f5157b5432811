/** Mode, privilege and stack pointers, banked by security state. */
import { CPU_CONTROL, CPU_IPSR, CPU_R, CPU_SECURE, CPU_SP, CPU_SPLIM } from "../../gen/layout";

export const MSP_NS: u32 = 0;
export const PSP_NS: u32 = 1;
export const MSP_S: u32 = 2;
export const PSP_S: u32 = 3;


@inline
export function isSecure(): u32 {
  return load<u32>(CPU_SECURE);
}


@inline
export function isHandler(): bool {
  return load<u32>(CPU_IPSR) != 0;
}

/** CONTROL of a security state: nPRIV 1, SPSEL 2. */
@inline
export function controlOf(secure: u32): u32 {
  return load<u32>(CPU_CONTROL + (secure << 2));
}


@inline
export function setControl(secure: u32, value: u32): void {
  store<u32>(CPU_CONTROL + (secure << 2), value);
}


@inline
export function isPrivileged(secure: u32): u32 {
  return u32(isHandler() || (controlOf(secure) & 1) == 0);
}

/** Index of the stack pointer that R13 stands for now. */
@inline
export function activeStack(): u32 {
  let secure = isSecure();
  return (secure << 1) | (isHandler() ? 0 : (controlOf(secure) >>> 1) & 1);
}

export function readStackPointer(index: u32): u32 {
  return index == activeStack() ? load<u32>(CPU_R + 52) : load<u32>(CPU_SP + (index << 2));
}

export function writeStackPointer(index: u32, value: u32): void {
  if (index == activeStack()) store<u32>(CPU_R + 52, value & ~3);
  else store<u32>(CPU_SP + (index << 2), value & ~3);
}


@inline
export function stackLimit(index: u32): u32 {
  return load<u32>(CPU_SPLIM + (index << 2));
}

/** Put R13 away, before anything that decides which stack is active changes. */
@inline
export function parkStack(): void {
  store<u32>(CPU_SP + (activeStack() << 2), load<u32>(CPU_R + 52));
}

/** R13 becomes the stack pointer that is active now. */
@inline
export function adoptStack(): void {
  store<u32>(CPU_R + 52, load<u32>(CPU_SP + (activeStack() << 2)));
}

export function switchSecurity(secure: u32): void {
  if (secure == isSecure()) return;
  parkStack();
  store<u32>(CPU_SECURE, secure);
  adoptStack();
}

/** Sets SPSEL of a bank; takes effect at once in Thread mode of that state. */
export function selectProcessStack(secure: u32, process: u32): void {
  parkStack();
  setControl(secure, (controlOf(secure) & ~2) | (process << 1));
  adoptStack();
}
