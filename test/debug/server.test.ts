import { once } from "node:events";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { openTimeline, type Timeline } from "../../src/time/timeline.ts";
import { finish } from "../../src/time/work.ts";
import { openExample, toBeat } from "../guests/example.ts";
import { hashOf } from "../time/recorded-run.ts";
import { rawClient, serve } from "./gdb-session.ts";

const system = await openExample("two-vms");
const hashAt = (timeline: Timeline, second: number): string => {
  finish(timeline.seek({ beat: toBeat(second) }));
  return hashOf(timeline.machine);
};
const monitor = (line: string): string => `qRcmd,${Buffer.from(line).toString("hex")}`;
const expected = hashAt(openTimeline(system), 0.3);

test("a live system that runs on is interrupted, forward and backward, and its run stays what it was", async () => {
  const timeline = openTimeline(system);
  const server = await serve(timeline);
  const client = await rawClient(server.port);
  client.send("$vCont;c#a8");
  client.send("\x03");
  assert.match(await client.next(), /^T02.*thread:[0-9a-f]+;/);
  assert.match(await client.ask("?"), /^T02/);
  client.send("$bc#c5");
  assert.match(await client.next(), /replaylog:begin;$/);
  client.socket.destroy();
  server.close();
  assert.is(hashAt(timeline, 0.3), expected);
});

test("a search backward that is interrupted ends where it began", async () => {
  const timeline = openTimeline(system);
  finish(timeline.seek({ beat: toBeat(3) }));
  const origin = timeline.now();
  const server = await serve(timeline);
  const client = await rawClient(server.port);
  // Nobody ever reads there, which has to be run for to be known.
  assert.is(await client.ask("Z3,2002fff0,4"), "OK");
  client.send("$bc#c5");
  client.send("\x03");
  assert.match(await client.next(), /^T02/);
  assert.equal(timeline.now(), origin);
  client.send("$bc#c5");
  assert.match(await client.next(), /replaylog:begin;$/);
  client.socket.destroy();
  server.close();
});

test("garbage, broken frames and a client that goes in the middle of a packet harm nobody", async () => {
  const timeline = openTimeline(system);
  const server = await serve(timeline);
  const rude = await rawClient(server.port);
  rude.send("\x00\xff#}$$$#$m40000,4#zz}}");
  for (const packet of [
    "m",
    "mzz,4",
    "m0",
    "p",
    "pzz",
    "Z9,1,1",
    "Z0",
    "vCont;",
    "vCont;x",
    "qXfer:features:read:::",
    "H",
    "T",
  ])
    await rude.ask(packet);
  for (const packet of [
    "qCRC:0,ffffffffffff",
    "qSearch:memory:",
    "X0,5:abc",
    "M0,1:zz",
    "P0=zz",
    "G",
    "qRcmd,zz",
    "vFoo",
    "\x80",
  ])
    await rude.ask(packet);
  rude.send("$m40000,");
  rude.socket.destroy();
  const running = await rawClient(server.port);
  running.send("$c#63");
  running.socket.destroy();
  const client = await rawClient(server.port);
  // The other one is gone as soon as the server has looked.
  for (let answer = "E."; answer.startsWith("E."); ) answer = await client.ask("R00");
  assert.match(await client.ask("m20000,4"), /^[0-9a-f]{8}$/);
  client.socket.destroy();
  server.close();
  assert.equal(server.told, []);
  assert.is(hashAt(timeline, 0.3), expected);
});

test("a client that floods is answered or let go, and the next one is served", async () => {
  const server = await serve(openTimeline(system));
  const flood = await rawClient(server.port);
  const gone = once(flood.socket, "close");
  for (let count = 0; count < 200; count++) flood.send("$?#3f".repeat(100));
  await gone;
  const client = await rawClient(server.port);
  assert.match(await client.ask("?"), /^T05/);
  client.socket.destroy();
  server.close();
  assert.equal(server.told, []);
});

test("a second client reads while the first one moves, and may move itself when that is gone", async () => {
  const server = await serve(openTimeline(system));
  const first = await rawClient(server.port);
  const second = await rawClient(server.port);
  first.send("$vCont;c#a8");
  assert.match(await second.ask("m20000,4"), /^[0-9a-f]{8}$/);
  assert.match(await second.ask("g"), /^[0-9a-fx]+$/);
  assert.match(await second.ask(monitor("vms")), /^[0-9a-f]+$/);
  const refused = /^E\.the client at port \d+ moves through this run; others may read/;
  for (const move of ["vCont;c", "bs", "R00", monitor("goto 1s")]) assert.match(await second.ask(move), refused, move);
  first.send("\x03");
  assert.match(await first.next(), /^T02/);
  assert.match(await second.ask("bc"), refused);
  first.socket.destroy();
  for (let answer = "E."; answer.startsWith("E."); ) answer = await second.ask("R00");
  assert.match(await second.ask("vCont;s"), /^T05/);
  second.socket.destroy();
  server.close();
});

test("memory is searched and summed, and the names that other servers know go to the begin", async () => {
  const server = await serve(openTimeline(system));
  const client = await rawClient(server.port);
  // The kernel's name in its own image; CRC-32/MPEG-2 of one zero byte.
  assert.match(await client.ask("qSearch:memory:40000;1000;kernel on USART"), /^1,40[0-9a-f]{3}$/);
  assert.is(await client.ask("qSearch:memory:40000;1000;no such text"), "0");
  assert.is(await client.ask("qCRC:20020000,1"), "C4e08bfb4");
  assert.is(await client.ask("qCRC:1000000,ffff"), "E14");
  await client.ask("vCont;s");
  for (const line of ["reset halt", "reset", "system_reset", "halt", "stop"])
    assert.match(Buffer.from(await client.ask(monitor(line)), "hex").toString(), /^tick 0, 0\.2\d+ s, baremetal/, line);
  client.socket.destroy();
  server.close();
});

test("writing what is there is no change; writing anything else is refused", async () => {
  const server = await serve(openTimeline(system));
  const client = await rawClient(server.port);
  const word = await client.ask("m20000,4");
  assert.is(await client.ask(`M20000,4:${word}`), "OK");
  const raw = Buffer.from(word, "hex").toString("latin1");
  assert.is(await client.ask(`X20000,4:${raw}`), "OK");
  assert.match(await client.ask("X20000,4:abcd"), /^E\./);
  assert.match(await client.ask("M20000,4:ffffffff"), /^E\./);
  assert.match(await client.ask("P0=00000000"), /^E\./);
  client.socket.destroy();
  server.close();
});

test.run();
