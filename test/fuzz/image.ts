/** Images: the harness, the code of all slots, and the inputs of the cases that are to run. */
import { program } from "../support/program.ts";
import { type Case, caseOf, codeOf, firstOf, placeOf } from "./case.ts";
import type { Code } from "./code.ts";
import { harness, variables } from "./harness.ts";
import {
  casesPerCode,
  casesPerImage,
  codeSlotBytes,
  codeSlots,
  harnessBase,
  inputBytes,
  landingBase,
  landingBytes,
  landingHandler,
  landingLoadBase,
  landingVectors,
  nonSecureWorld,
  psramBytes,
  secureWorld,
  variablesBase,
} from "./layout.ts";

export interface Piece {
  readonly address: number;
  readonly bytes: Uint8Array;
}

export interface Image {
  /** Of all slots. */
  readonly codes: readonly Code[];
  /** In the order in which they run. */
  readonly cases: readonly Case[];
  /** What lies in on-chip memory. */
  readonly pieces: readonly Piece[];
  /** PSRAM from its start. */
  readonly inputs: Uint8Array;
}

/** What a handler finds in these is UNKNOWN: it must not come into a record. */
const forget = ["r0", "r1", "r2", "r3"].map((register) => `movs ${register}, #0`);
const handler = program(landingHandler, [...forget, "mov r12, r0", "msr APSR_nzcvqg, r0", "udf #238"].join("\n"));

/** Vectors, then UDF wherever a branch may land, then the handler. */
const landing = new Uint8Array(landingBytes).map((_, index) => (index % 2 ? 0xde : 0xaa));
new Uint32Array(landing.buffer, 0, landingVectors).fill(landingHandler | 1);
landing.set(handler.bytes, landingHandler - landingBase);

let built: Uint8Array | undefined;
const harnessBytes = (): Uint8Array => (built ??= harness());

/** What becomes of a code for somebody who cannot be asked about all of it. */
export type Adapt = (code: Code) => Code;
const asIs: Adapt = (code) => code;

/** Codes of all slots of the image that case `number` belongs to. */
export function codesOf(seed: number, number: number, adapt: Adapt = asIs): Code[] {
  const first = firstOf(number);
  return Array.from({ length: codeSlots }, (_, slot) => adapt(codeOf(seed, first + slot * casesPerCode)));
}

/** `cases` follow one another; the other slots are filled too, because code may read what lies around it. */
export function imageOf(codes: readonly Code[], cases: readonly Case[]): Image {
  const [first] = cases;
  if (first === undefined) throw new Error("no cases");
  const areas = [secureWorld, nonSecureWorld].map((world) => ({
    world,
    address: world.loadBase,
    bytes: new Uint8Array(codeSlots * codeSlotBytes),
  }));
  const put = (code: Code, slot: number): void => {
    const area = areas.find(({ world }) => world === code.world);
    area?.bytes.set(code.bytes, slot * codeSlotBytes);
  };
  codes.forEach(put);
  for (const { code, number } of cases) put(code, Math.floor(placeOf(number) / casesPerCode));
  const inputs = new Uint8Array(psramBytes);
  for (const { number, input } of cases) inputs.set(new Uint8Array(input.buffer), placeOf(number) * inputBytes);
  return {
    codes,
    cases,
    inputs,
    pieces: [
      { address: harnessBase, bytes: harnessBytes() },
      { address: variablesBase, bytes: variables(placeOf(first.number), cases.length) },
      { address: landingLoadBase, bytes: landing },
      ...areas,
    ],
  };
}

/** Cases `first` to `first + count - 1`, of one image. */
export function imageFor(seed: number, first: number, count: number, adapt: Adapt = asIs): Image {
  if (placeOf(first) + count > casesPerImage) throw new Error("more cases than an image has");
  const codes = codesOf(seed, first, adapt);
  const cases = Array.from({ length: count }, (_, index) => {
    const number = first + index;
    const code = codes[Math.floor(placeOf(number) / casesPerCode)];
    return caseOf(seed, number, code);
  });
  return imageOf(codes, cases);
}
