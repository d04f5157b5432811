/** Every byte of flash belongs to one image (fact sheet crosscon-armv8m section 12). */
import { overlapsOf } from "../image-fit.ts";
import { partitionsOf, type Rule } from "../rule.ts";

export const flashOverlap: Rule = {
  title: "images that overlap in flash",
  codes: ["IMG24"],
  find: (subject) =>
    overlapsOf(
      subject.images,
      partitionsOf(subject).map(([, partition]) => partition),
    ),
};
