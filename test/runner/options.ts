/** The runner's command line. */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";

export const usage = `usage: npm test -- [options] [part of a file's path ...]
  --coverage       write coverage/ and print a summary
  --junit FILE     write a JUnit report
  --jobs N         files at once (default: as many as cores)
  --timeout S      seconds a file may take (default 120, or TEST_TIMEOUT)
  -v, --verbose    name every file as it ends, and the slowest at the end
`;

export interface Options {
  /** Run the files whose path contains one of these; all when empty. */
  readonly filters: readonly string[];
  readonly coverage: boolean;
  readonly junit: string | undefined;
  readonly jobs: number;
  readonly limitMs: number;
  readonly verbose: boolean;
}

/** Throws a plain Error with one line for the user. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      coverage: { type: "boolean", default: false },
      junit: { type: "string" },
      jobs: { type: "string" },
      timeout: { type: "string" },
      verbose: { type: "boolean", short: "v", default: false },
    },
  });
  return {
    filters: positionals,
    coverage: values.coverage,
    junit: values.junit,
    jobs: positive("--jobs", values.jobs ?? String(availableParallelism())),
    limitMs: positive("--timeout", values.timeout ?? env.TEST_TIMEOUT ?? "120") * 1000,
    verbose: values.verbose,
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0 && Number.isFinite(value))) throw new Error(`${name} wants a number above 0, not ${text}`);
  return value;
}
