/** Stack limit checks of instructions that move SP. */
import { activeStack, isSecure, stackLimit } from "../profile/m/banks";
import { checksLimit } from "../profile/m/stacking";
import { FAULT_STKOF, raise } from "../profile/m/fault";

/** STKOF when `value`, about to become SP, lies below the limit of the stack in use. */
export function checkStackLimit(value: u32): void {
  if (value < stackLimit(activeStack()) && checksLimit(isSecure())) raise(FAULT_STKOF, value);
}
