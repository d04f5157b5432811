/** `.type` is one that the hypervisor knows (fact sheet crosscon-armv8m section 1.1). */
import { partitionsOf, type Rule, told } from "../rule.ts";

const knownTypes = [0, 1, 2];

export const vmType: Rule = {
  title: "VM types that there are not",
  codes: ["VMT01"],
  find: (subject) =>
    partitionsOf(subject)
      .filter(([, { type }]) => !knownTypes.includes(type.value))
      .map(([vm, { type }]) => told(subject, { code: "VMT01", vm, element: "type", type: type.value })),
};
