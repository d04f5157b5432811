/** Exit codes of the contract. */
export const exitCodes = {
  yes: 0,
  /** The answer is no: a guest faulted, --fail-on hit, check found errors. */
  no: 1,
  usage: 2,
  badInput: 3,
  ourBug: 4,
  virtualTimeout: 124,
  interrupted: 130,
  /** Nobody reads on: the shell's number for a broken pipe. */
  unread: 141,
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
