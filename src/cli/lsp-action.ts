/** The language server: each change of a text opens its system anew and tells every file what was found in it. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  type CodeAction,
  CodeActionKind,
  createConnection,
  DiagnosticSeverity,
  type Diagnostic as EditorDiagnostic,
  ProposedFeatures,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
  type TextEdit,
} from "vscode-languageserver/node";
import { type Diagnostic, type Fix, InputError, type Span } from "../base/diagnostic.ts";
import { diskFiles, type Files } from "../system/files.ts";
import { openSystem } from "../system/open.ts";
import { findingsOf } from "./check-findings.ts";
import { UsageError } from "./exit.ts";

const projectNames = ["chronovisor.yaml", "chronovisor.yml"];

/** Names in spans are as seen from here. */
const fileOf = (uri: string): string => relative(".", fileURLToPath(uri));
const uriOf = (file: string): string => pathToFileURL(resolve(file)).href;

const rangeOf = ({ line, column, endLine, endColumn }: Span): Range => ({
  start: { line: line - 1, character: column - 1 },
  end: { line: endLine - 1, character: endColumn - 1 },
});

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
} as const;

function editorDiagnostic({ code, severity, message, help, labels }: Diagnostic): EditorDiagnostic {
  const [first, ...others] = labels;
  const start = { line: 0, character: 0 };
  return {
    ...{ code, source: "chronovisor", severity: severities[severity] },
    range: first === undefined ? { start, end: start } : rangeOf(first),
    message: [message, ...(first?.text ? [first.text] : []), ...help.map((one) => `help: ${one}`)].join("\n"),
    relatedInformation: others.map((label) => ({
      location: { uri: uriOf(label.file), range: rangeOf(label) },
      message: label.text,
    })),
  };
}

/** A system that a text belongs to: the nearest project file above it, else the configuration itself. */
export function systemPathOf(file: string): string | null {
  const start = dirname(resolve(file));
  for (let folder = start; ; folder = dirname(folder)) {
    const found = projectNames.map((name) => join(folder, name)).find((path) => existsSync(path));
    if (found !== undefined) return relative(".", found);
    if (folder === dirname(folder)) break;
  }
  return /\.[ch]$/.test(file) && /struct\s+config\s+config\b/.test(readText(file)) ? file : null;
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

interface Found {
  readonly finding: Diagnostic;
  readonly shown: EditorDiagnostic;
}

const firstLine = (text: string): string => text.split("\n")[0] ?? "";

const goneText = "lsp: the input ended without `shutdown` and `exit`";
const wanted = "an editor starts this and speaks to it; `chronovisor check SYSTEM` tells the same at a terminal";

class Server {
  private readonly reader = new StreamMessageReader(process.stdin);
  private readonly connection = createConnection(
    ProposedFeatures.all,
    this.reader,
    new StreamMessageWriter(process.stdout),
  );
  /** What the editor holds, by file. */
  private readonly open = new Map<string, string>();
  /** By system, then by file. */
  private readonly told = new Map<string, Map<string, Found[]>>();
  /** Of several changes in a row, the last one counts. */
  private round = 0;

  /** Until the client says that it is done, which ends the process, or until it cannot be understood any more: why. */
  start(): Promise<UsageError> {
    const { connection, reader } = this;
    connection.onInitialize(() => ({
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Full },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      },
      serverInfo: { name: "chronovisor" },
    }));
    connection.onDidOpenTextDocument(({ textDocument }) => this.changed(textDocument.uri, textDocument.text));
    connection.onDidChangeTextDocument(({ textDocument, contentChanges }) =>
      this.changed(textDocument.uri, contentChanges.at(-1)?.text ?? ""),
    );
    connection.onDidCloseTextDocument(({ textDocument }) => {
      this.open.delete(fileOf(textDocument.uri));
    });
    connection.onCodeAction(({ textDocument, range }) => this.fixesAt(textDocument.uri, range));
    const broken = new Promise<UsageError>((resolved) => {
      const end = (): void => resolved(new UsageError(goneText, wanted));
      reader.onError(({ message }) =>
        resolved(new UsageError(`lsp: this is no message: ${firstLine(message)}`, wanted)),
      );
      reader.onClose(end);
      process.stdin.on("end", end);
    });
    connection.listen();
    return broken;
  }

  private async changed(uri: string, text: string): Promise<void> {
    if (!uri.startsWith("file:")) return;
    const file = fileOf(uri);
    this.open.set(file, text);
    const path = systemPathOf(file);
    if (path === null) return;
    const round = ++this.round;
    const findings = await this.look(path);
    if (round === this.round) this.tell(path, findings);
  }

  private async look(path: string): Promise<readonly Diagnostic[]> {
    const { open } = this;
    const files: Files = {
      bytes: (name) => (open.has(name) ? new TextEncoder().encode(open.get(name)) : diskFiles.bytes(name)),
      kind: (name) => (open.has(name) ? "file" : diskFiles.kind(name)),
    };
    try {
      return findingsOf(await openSystem({ path, images: [], loads: [], overrides: [], tolerant: true }, files));
    } catch (error) {
      if (error instanceof InputError) return error.diagnostics;
      throw error;
    }
  }

  /** Files that had findings and have none any more are told so. */
  private tell(path: string, findings: readonly Diagnostic[]): void {
    const byFile = new Map<string, Found[]>([...(this.told.get(path)?.keys() ?? [])].map((file) => [file, []]));
    for (const finding of findings) {
      const file = finding.labels[0]?.file ?? path;
      byFile.set(file, [...(byFile.get(file) ?? []), { finding, shown: editorDiagnostic(finding) }]);
    }
    this.told.set(path, byFile);
    for (const [file, found] of byFile) {
      void this.connection.sendDiagnostics({ uri: uriOf(file), diagnostics: found.map(({ shown }) => shown) });
    }
  }

  private fixesAt(uri: string, range: Range): CodeAction[] {
    const file = fileOf(uri);
    const here = [...this.told.values()].flatMap((byFile) => byFile.get(file) ?? []);
    return here.flatMap(({ finding, shown }) => {
      if (finding.fix === null || !touches(shown.range, range)) return [];
      const title = `${finding.fix.title} (${finding.code})`;
      const edit = { changes: changesOf(finding.fix) };
      return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [shown], edit }];
    });
  }
}

const touches = (a: Range, b: Range): boolean => a.start.line <= b.end.line && b.start.line <= a.end.line;

function changesOf({ edits }: Fix): Record<string, TextEdit[]> {
  const changes: Record<string, TextEdit[]> = {};
  for (const { span, replacement } of edits) {
    const uri = uriOf(span.file);
    changes[uri] = [...(changes[uri] ?? []), { range: rangeOf(span), newText: replacement }];
  }
  return changes;
}

/** Until the editor says that it is done. Throws UsageError where none is there. */
export async function serveLanguage(): Promise<never> {
  const reason = await new Server().start();
  // The library keeps looking for its client; this is over once the reason has been told.
  setImmediate(() => process.exit());
  throw reason;
}
