/**
 * Regions and shared memories lie in memory that the hypervisor knows, and nowhere on each other or on the hypervisor
 * (fact sheet crosscon-armv8m section 1.3).
 */
import type { Diagnostic } from "../../base/diagnostic.ts";
import { nonSecureView } from "../resident.ts";
import { partitionsOf, type Rule, type Subject, told } from "../rule.ts";
import { endOf, overlaps, type Range, windowsOf } from "../window.ts";

interface Claim extends Range {
  /** Index of the VM; -1 for the hypervisor and for shared memory. */
  readonly vm: number;
  readonly element: string;
  /** The range belongs to the hypervisor, which reserved it first. */
  readonly own: boolean;
}

function claimsOf(subject: Subject): Claim[] {
  const regions = partitionsOf(subject).flatMap(([vm, partition]) =>
    windowsOf(partition)
      .filter(({ kind, sizeBytes }) => kind === "region" && sizeBytes > 0)
      .map(({ element, base, sizeBytes }): Claim => ({ vm, element, base, sizeBytes, own: false })),
  );
  const shared = subject.model.sharedMemories.map(
    ({ base, sizeBytes }, index): Claim => ({
      ...{ vm: -1, element: `shmemlist[${index}]`, own: false },
      ...{ base: base.value, sizeBytes: sizeBytes.value },
    }),
  );
  // The Secure and the Non-secure view are the same bytes.
  const own = subject.reserved.map(
    ({ name, base, sizeBytes }): Claim => ({
      ...{ vm: -1, element: name, own: true, sizeBytes },
      base: nonSecureView(subject.board, base),
    }),
  );
  return [...own, ...regions, ...shared];
}

const isKnown = (subject: Subject, claim: Claim): boolean =>
  subject.platform.some((pool) => pool.base <= claim.base && endOf(pool) >= endOf(claim));

const fieldsOf = ({ vm, element, base, sizeBytes }: Claim) => ({ vm, element, address: base, size: sizeBytes });

export const reservation: Rule = {
  title: "regions outside known memory, or on top of each other",
  codes: ["MEM01", "MEM02"],
  find(subject) {
    const claims = claimsOf(subject);
    return claims.flatMap((claim, index): Diagnostic[] => {
      if (claim.own) return [];
      if (!isKnown(subject, claim)) return [told(subject, { code: "MEM01", ...fieldsOf(claim) })];
      const other = claims.slice(0, index).find((one) => overlaps(one, claim));
      if (other === undefined) return [];
      const further = { otherVm: other.vm, otherElement: other.element, otherAddress: other.base };
      return [told(subject, { code: "MEM02", ...fieldsOf(claim), ...further, otherSize: other.sizeBytes })];
    });
  },
};
