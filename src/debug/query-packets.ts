/** Packets that ask what there is: features, threads, documents, files. */

import { fileNameOf } from "./file-packets.ts";
import { hexOfText, numberOfHex, packetBytes } from "./packet.ts";
import type { ThreadRow } from "./roster.ts";
import { attachedTo, isEach, type Talk, threadNow } from "./talk.ts";
import { memoryMap, targetDescription } from "./target-description.ts";
import { parseNamed, wireOf } from "./thread-name.ts";

const supported = [
  `PacketSize=${packetBytes.toString(16)}`,
  ...["QStartNoAckMode", "qXfer:features:read", "qXfer:memory-map:read", "qXfer:threads:read", "qXfer:exec-file:read"],
  ...["vContSupported", "swbreak", "hwbreak", "ConditionalBreakpoints", "ReverseStep", "ReverseContinue"],
  ...["multiprocess", "error-message"],
].map((word) => (word.includes("=") ? word : `${word}+`));

/** The answer; null where the packet is about something else. */
export function answerQuery(talk: Talk, payload: string): string | null {
  const [query = "", words = ""] = payload.split(/[:,]/, 2);
  switch (query) {
    case "qSupported":
      talk.knowsProcesses = payload.includes("multiprocess+");
      return supported.join(";");
    case "qAttached":
      return "1";
    case "qC":
      return `QC${wireOf(talk, threadNow(talk))}`;
    case "qfThreadInfo":
      return `m${rowsOf(talk)
        .map((row) => wireOf(talk, row))
        .join(",")}`;
    case "qsThreadInfo":
      return "l";
    case "qThreadExtraInfo":
      return hexOfText(infoOf(talk, words));
    case "qSymbol":
      return "OK";
    case "qXfer":
      return transfer(talk, payload);
    default:
      return null;
  }
}

function rowsOf(talk: Talk): ThreadRow[] {
  const attached = attachedTo(talk);
  return talk.target.roster.rows().filter(({ process }) => attached?.has(process) !== false);
}

function infoOf(talk: Talk, text: string): string {
  const named = parseNamed(talk, text);
  const row = rowsOf(talk).find(({ number }) => number === named?.number);
  return row === undefined ? "" : `${nameOf(talk, row)}: ${row.state}`;
}

/** Where all are threads of one process, they say whose they are. */
function nameOf(talk: Talk, { process, name }: ThreadRow): string {
  const vm = talk.target.roster.names[process] ?? "";
  if (name === null) return vm;
  return isEach(talk) || talk.target.roster.names.length === 1 ? name : `${vm}/${name}`;
}

type Document = (talk: Talk, annex: string) => string | null;

const documents: Readonly<Record<string, Document>> = {
  features: ({ target }, annex) => (annex === "target.xml" ? targetDescription(target.timeline.machine) : null),
  "memory-map": ({ target }) => memoryMap(target.timeline.machine),
  threads: (talk) => threadList(talk),
  "exec-file": (talk, annex) => fileNameOf(talk, annex),
};

function transfer(talk: Talk, payload: string): string {
  const match = /^qXfer:([a-z-]+):read:([^:]*):([0-9a-f]+),([0-9a-f]+)$/.exec(payload);
  const name = match?.[1] ?? "";
  const text = Object.hasOwn(documents, name) ? (documents[name]?.(talk, match?.[2] ?? "") ?? null) : null;
  if (match === null || text === null) return "E00";
  // One character a byte, as everything in packets.
  const bytes = Buffer.from(text, "utf8").toString("latin1");
  const from = numberOfHex(match[3]) ?? 0;
  const part = bytes.slice(from, from + Math.min(numberOfHex(match[4]) ?? 0, packetBytes - 16));
  return `${from + part.length < bytes.length ? "m" : "l"}${part}`;
}

function threadList(talk: Talk): string {
  const rows = rowsOf(talk).map((row) => {
    const name = escapeXml(nameOf(talk, row));
    return `<thread id="${wireOf(talk, row)}" core="0" name="${name}">${escapeXml(row.state)}</thread>`;
  });
  return `<?xml version="1.0"?><threads>${rows.join("")}</threads>`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeXml = (text: string): string => text.replaceAll(/[&<>"]/g, (one) => entities[one] ?? one);
