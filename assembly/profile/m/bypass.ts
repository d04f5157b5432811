/** Whether the MPU stands aside. */
import { CPU_MPU_CTRL, SCRATCH_MPU_BYPASS } from "../../gen/layout";
import { dropTables } from "../../mem/ram";
import { executionPriority } from "./priority";

/** An MPU without HFNMIENA stands aside at negative priorities: the access tables must not remember the other case. */
export function refreshBypass(): void {
  let sensitive = (load<u32>(CPU_MPU_CTRL) & 3) == 1 || (load<u32>(CPU_MPU_CTRL + 4) & 3) == 1;
  let bypass = u32(sensitive && executionPriority() < 0);
  if (load<u32>(SCRATCH_MPU_BYPASS) == bypass) return;
  store<u32>(SCRATCH_MPU_BYPASS, bypass);
  dropTables();
}
