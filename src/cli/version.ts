/** Of the package, as `--version` prints it and recordings name it. */
export const version = "0.1.0";
