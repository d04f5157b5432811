/**
 * The images of the run as files that GDB may open (GDB manual, "Host I/O Packets"): symbols come out of a recording
 * wherever it was made. Nothing else can be opened, and nothing written.
 */
import { resolve } from "node:path";
import { bytesOfHex, numberOfHex, packetBytes } from "./packet.ts";
import { isEach, type Talk } from "./talk.ts";

/** Of the File-I/O protocol. */
const errors = { noEntry: 2, badDescriptor: 9, access: 13, invalid: 22 } as const;
const fail = (error: keyof typeof errors): string => `F-1,${errors[error].toString(16)}`;

/** Name of the image of a process, for `qXfer:exec-file`; null where it has none, or there are several. */
export function fileNameOf(talk: Talk, annex: string): string | null {
  const { roster } = talk.target;
  const process = numberOfHex(annex);
  const guests = isEach(talk) && process !== null ? roster.guests.slice(process - 1, process) : roster.guests;
  const [file, ...others] = guests.flatMap(({ images }) => images.slice(0, 1)).map((image) => image.file);
  return file === undefined || others.length > 0 ? null : resolve(file);
}

/** The answer; null where the packet is about something else. */
export function answerFile({ target }: Talk, payload: string): string | null {
  if (!payload.startsWith("vFile:")) return null;
  const [, operation = "", words = ""] = /^vFile:([a-z]+):(.*)$/s.exec(payload) ?? [];
  const [first = "", ...rest] = words.split(",");
  const { source, images } = target.timeline.system;
  const files = images.map(({ image }) => image.file);
  const descriptor = numberOfHex(first) ?? -1;
  const bytes = source.files.find(({ path }) => path === files[descriptor])?.bytes ?? null;
  switch (operation) {
    case "setfs":
      return "F0";
    case "open":
      return open(files, first, numberOfHex(rest[0]) ?? 0);
    case "close":
      return bytes === null ? fail("badDescriptor") : "F0";
    case "fstat":
      return bytes === null ? fail("badDescriptor") : `F${statBytes.toString(16)};${statOf(bytes.length)}`;
    case "pread":
      return bytes === null ? fail("badDescriptor") : read(bytes, rest);
    default:
      return "";
  }
}

/** The descriptor is the place in the list: there is nothing to keep about an open file. */
function open(files: readonly string[], hex: string, flags: number): string {
  const asked = Buffer.from(bytesOfHex(hex) ?? []).toString("utf8");
  const descriptor = files.findIndex((file) => file === asked || resolve(file) === asked);
  if (flags !== 0) return fail("access");
  return descriptor < 0 ? fail("noEntry") : `F${descriptor.toString(16)}`;
}

function read(bytes: Uint8Array, words: readonly string[]): string {
  const [length, offset] = words.map(numberOfHex);
  if (length == null || offset == null) return fail("invalid");
  // Half of a packet, as every byte may have to be escaped.
  const part = bytes.subarray(offset, offset + Math.min(length, packetBytes / 2 - 16));
  return `F${part.length.toString(16)};${Buffer.from(part).toString("latin1")}`;
}

/** `struct stat` of the File-I/O protocol: big-endian; mode, links and size are told. */
const statBytes = 64;
const regularReadable = 0o100444;

function statOf(sizeBytes: number): string {
  const stat = Buffer.alloc(statBytes);
  stat.writeUInt32BE(regularReadable, 8);
  stat.writeUInt32BE(1, 12);
  stat.writeBigUInt64BE(BigInt(sizeBytes), 28);
  return stat.toString("latin1");
}
