/** Division by zero, where CCR.DIV_0_TRP asks for a fault. */
import { CPU_CCR } from "../gen/layout";
import { isSecure } from "../profile/m/banks";
import { FAULT_DIVBYZERO, raise } from "../profile/m/fault";

const DIV_0_TRP: u32 = 0x10;

export function checkDivisor(divisor: u32): void {
  if (divisor == 0 && load<u32>(CPU_CCR + (isSecure() << 2)) & DIV_0_TRP) raise(FAULT_DIVBYZERO, 0);
}
