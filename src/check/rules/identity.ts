/** A device is seen where it is: there is no address translation (fact sheet crosscon-armv8m section 1.3). */
import { counted, partitionsOf, type Rule, told } from "../rule.ts";

export const identity: Rule = {
  title: "device windows with two different addresses",
  codes: ["MAP01"],
  find: (subject) =>
    partitionsOf(subject).flatMap(([vm, { devices, deviceCount }]) =>
      [...counted(devices, deviceCount).entries()]
        .filter(([, device]) => device.physicalAddress.value !== device.virtualAddress.value)
        .map(([index, { physicalAddress, virtualAddress, sizeBytes }]) =>
          told(subject, {
            ...{ code: "MAP01", vm, element: `devs[${index}]`, address: virtualAddress.value },
            ...{ size: sizeBytes.value, physicalAddress: physicalAddress.value },
          }),
        ),
    ),
};
