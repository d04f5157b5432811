/** A VM is Non-secure, so its guest must be built for that side (fact sheet lpc55s69 section 2). */
import type { Diagnostic } from "../../base/diagnostic.ts";
import { registersOf } from "../../config/devicetree/query.ts";
import type { GuestDescription } from "../../config/guest.ts";
import { isSet } from "../../config/kconfig.ts";
import { checkDiagnostic } from "../codes.ts";
import { guestsOf, shortName, usesOf } from "../guest-use.ts";
import { nonSecureView } from "../resident.ts";
import type { Rule, Subject } from "../rule.ts";
import { hex, labelAt } from "../window.ts";

function judge(subject: Subject, vm: string, guest: GuestDescription): Diagnostic[] {
  const { kconfig } = guest;
  const line = kconfig?.values.get("TRUSTED_EXECUTION_SECURE")?.span;
  const secure = kconfig !== null && isSet(kconfig, "TRUSTED_EXECUTION_SECURE") && line !== undefined ? line : null;
  const view = usesOf(subject, guest)
    .flatMap(({ node }) => (node === null ? [] : registersOf(node).map((register) => ({ node, register }))))
    .find(({ register }) => nonSecureView(subject.board, register.address) !== register.address);
  if (secure === null && view === undefined) return [];
  const place =
    view === undefined
      ? []
      : [labelAt(view.register.span, `${shortName(view.node)} at ${hex(view.register.address)}: the Secure view`)];
  return [
    checkDiagnostic("SEC01", `${vm} was built for the Secure side, but a VM is Non-secure`, {
      vm,
      labels: [...(secure === null ? [] : [labelAt(secure, "this build is Secure")]), ...place],
      help: ["build for the Non-secure variant of the board (`.../ns`), with CONFIG_TRUSTED_EXECUTION_NONSECURE=y"],
    }),
  ];
}

export const secureGuest: Rule = {
  title: "guests that are built for the Secure side",
  codes: ["SEC01"],
  find: (subject) => guestsOf(subject).flatMap(({ guest, partition }) => judge(subject, partition.name, guest)),
};
