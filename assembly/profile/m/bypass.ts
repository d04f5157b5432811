/** Keeps the access tables honest about MPUs that stand aside. */
import { SCRATCH_MPU_BYPASS } from "../../gen/layout";
import { setTablesAside } from "../../mem/tables";
import { mpuBypass } from "./protection";

/** Masks, active exceptions or MPU_CTRL changed: tables filled while an MPU stood aside (or did not) no longer hold. */
export function refreshBypass(): void {
  if (load<u32>(SCRATCH_MPU_BYPASS) != mpuBypass()) setTablesAside();
}
