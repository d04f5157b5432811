/** Exit codes of the contract. */
export const exitCodes = {
  yes: 0,
  /** The answer is no: a guest faulted, --fail-on hit, check found errors. */
  no: 1,
  usage: 2,
  badInput: 3,
  ourBug: 4,
  virtualTimeout: 124,
  /** By a signal: 128 and its number, as shells have it. */
  hungUp: 129,
  interrupted: 130,
  /** Nobody reads on: a closed pipe. */
  unread: 141,
  terminated: 143,
} as const;

/** The words on the command line do not fit. Printed as one line with a hint; exit 2. */
export class UsageError extends Error {
  readonly hint: string | null;

  constructor(message: string, hint: string | null = null) {
    super(message);
    this.name = "UsageError";
    this.hint = hint;
  }
}
