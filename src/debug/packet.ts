/**
 * The frames of the GDB remote serial protocol (GDB manual, appendix "Remote Protocol", section Overview). Payloads are
 * strings with one character per byte, as most of them are text and the rest is short.
 */

export type Token =
  | { readonly kind: "packet"; readonly payload: string }
  /** A frame whose checksum is wrong, or that is too long to be meant. */
  | { readonly kind: "damaged" }
  | { readonly kind: "ack" | "nack" | "interrupt" };

export interface Deframer {
  /** Bytes as they come, in pieces of any size. */
  push(chunk: Uint8Array): Token[];
}

/** What we tell the other side it may send, payload and frame. */
export const packetBytes = 0x4000;

const dollar = 0x24;
const hash = 0x23;
const escapeByte = 0x7d;
const escapeBit = 0x20;
const interruptByte = 3;
const frameless: Readonly<Record<number, Token>> = {
  43: { kind: "ack" },
  45: { kind: "nack" },
  [interruptByte]: { kind: "interrupt" },
};

export function createDeframer(limitBytes = 4 * packetBytes): Deframer {
  let phase: "outside" | "payload" | "first" | "second" = "outside";
  let payload: number[] = [];
  let sum = 0;
  let escaped = false;
  let tooLong = false;
  let told = "";
  const begin = (): void => {
    phase = "payload";
    payload = [];
    sum = 0;
    escaped = false;
    tooLong = false;
  };
  const take = (byte: number): void => {
    sum = (sum + byte) & 0xff;
    if (payload.length >= limitBytes) tooLong = true;
    else if (escaped) payload.push(byte ^ escapeBit);
    else if (byte !== escapeByte) payload.push(byte);
    escaped = !escaped && byte === escapeByte;
  };
  const end = (): Token => {
    phase = "outside";
    const isWhole = !tooLong && /^[0-9a-f]{2}$/i.test(told) && Number.parseInt(told, 16) === sum;
    return isWhole ? { kind: "packet", payload: textOf(payload) } : { kind: "damaged" };
  };
  const step = (byte: number): Token | null => {
    if (phase === "outside") {
      if (byte === dollar) begin();
      return frameless[byte] ?? null;
    }
    if (phase === "payload") {
      // A frame that was broken off: the next one begins.
      if (byte === dollar) begin();
      else if (byte === hash) phase = "first";
      else take(byte);
      return null;
    }
    if (phase === "first") {
      told = String.fromCharCode(byte);
      phase = "second";
      return null;
    }
    told += String.fromCharCode(byte);
    return end();
  };
  return { push: (chunk) => Array.from(chunk, step).filter((token) => token !== null) };
}

/** A payload with everything around it, ready to be sent. */
export function frame(payload: string): Uint8Array {
  const body = payload.replaceAll(/[#$}*]/g, (one) => `}${String.fromCharCode(one.charCodeAt(0) ^ escapeBit)}`);
  let sum = 0;
  for (let index = 0; index < body.length; index++) sum = (sum + body.charCodeAt(index)) & 0xff;
  return bytesOf(`$${body}#${sum.toString(16).padStart(2, "0")}`);
}

export const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0) & 0xff);

function textOf(bytes: ArrayLike<number>): string {
  let text = "";
  for (let index = 0; index < bytes.length; index++) text += String.fromCharCode(bytes[index] ?? 0);
  return text;
}

export const hexOf = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
};

export const hexOfText = (text: string): string => hexOf(new TextEncoder().encode(text));

/** Bytes of pairs of hex digits; null where they are none. */
export function bytesOfHex(hex: string): Uint8Array | null {
  if (hex.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(hex)) return null;
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16),
  );
}

/** A word as the target has it in memory: four bytes, lowest first. */
export function hexOfWord(value: number): string {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value >>> 0, true);
  return hexOf(bytes);
}

/** A number in hex of at most 16 digits; null where it is none. */
export const numberOfHex = (hex: string | undefined): number | null =>
  hex !== undefined && /^[0-9a-f]{1,16}$/i.test(hex) ? Number.parseInt(hex, 16) : null;
