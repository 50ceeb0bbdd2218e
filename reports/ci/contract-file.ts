/**
 * Where tools that show findings in files are to show ours. The code at fault is the target's, which is not here, so a
 * finding stands at its operation in the contract.
 */
export interface ContractFile {
  /** Relative to the root of the repository, with forward slashes. */
  readonly path: string;
  /** The lines of operations, counted from 1. Not all need to be in it. */
  readonly lines: ReadonlyMap<string, number>;
}

/** The line of an operation, or the first line for sessions and for what has no line of its own. */
export function lineIn({ lines }: ContractFile, operation: string | undefined): number {
  return lines.get(operation ?? '') ?? 1;
}
