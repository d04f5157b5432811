/** Which file of assembly/ holds each function that the semantics call by name. */
export const execModules: Readonly<Record<string, string>> = {
  checkDivisor: "exec/divide",
  loadMultiple: "exec/load-multiple",
  storeMultiple: "exec/load-multiple",
};
