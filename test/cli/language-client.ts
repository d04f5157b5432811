/** An editor, as far as a language server sees one: messages with a length in front (LSP 3.17, base protocol). */
import { type ChildProcess, spawn } from "node:child_process";

export interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

export class LanguageClient {
  private readonly child: ChildProcess;
  private readonly waiting: { readonly wants: (message: Message) => boolean; readonly got: (m: Message) => void }[] =
    [];
  private readonly seen: Message[] = [];
  private rest: Buffer = Buffer.alloc(0);
  private nextId = 1;

  constructor(command: readonly string[]) {
    this.child = spawn(process.execPath, [...command], { stdio: ["pipe", "pipe", "inherit"] });
    this.child.stdout?.on("data", (bytes: Buffer) => this.take(bytes));
  }

  notify(method: string, params: unknown): void {
    this.send({ method, params });
  }

  async request(method: string, params: unknown): Promise<unknown> {
    const id = this.nextId++;
    this.send({ id, method, params });
    return (await this.next((message) => message.id === id && message.method === undefined)).result;
  }

  /** The first message not taken yet that fits. */
  next(wants: (message: Message) => boolean): Promise<Message> {
    const at = this.seen.findIndex(wants);
    const [found] = at < 0 ? [] : this.seen.splice(at, 1);
    if (found !== undefined) return Promise.resolve(found);
    return new Promise((got) => this.waiting.push({ wants, got }));
  }

  /** The exit code. */
  async end(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.child.on("exit", resolve));
    await this.request("shutdown", null);
    this.notify("exit", null);
    return ended;
  }

  private send(message: object): void {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.child.stdin?.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  private take(bytes: Buffer): void {
    this.rest = Buffer.concat([this.rest, bytes]);
    for (;;) {
      const head = this.rest.indexOf("\r\n\r\n");
      const length = Number(/Content-Length: (\d+)/i.exec(this.rest.subarray(0, Math.max(0, head)).toString())?.[1]);
      if (head < 0 || this.rest.length < head + 4 + length) return;
      this.got(JSON.parse(this.rest.subarray(head + 4, head + 4 + length).toString()));
      this.rest = this.rest.subarray(head + 4 + length);
    }
  }

  private got(message: Message): void {
    const at = this.waiting.findIndex(({ wants }) => wants(message));
    const [one] = at < 0 ? [] : this.waiting.splice(at, 1);
    if (one === undefined) this.seen.push(message);
    else one.got(message);
  }
}
