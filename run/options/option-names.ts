/** The command line flag of an option, such as `--timeout-ms` for `timeoutMs`. */
export function flagOf(key: string): string {
  return `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The environment variable of an option, such as `PRISM_TIMEOUT_MS` for `timeoutMs`. */
export function variableOf(key: string): string {
  return `PRISM_${key.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/** The environment variables that are no options: secrets, and what a run hands to its own processes. */
export const otherVariables = [
  'PRISM_PASSWORD',
  'PRISM_COOKIE',
  'PRISM_KEY_PASSPHRASE',
  'PRISM_B_USERNAME',
  'PRISM_B_PASSWORD',
  'PRISM_CONFORMANCE_PLAN',
  'PRISM_CONFORMANCE_SECRETS',
] as const;
