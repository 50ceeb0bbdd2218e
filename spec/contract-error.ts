/** One problem in a document, and where it is: a JSON pointer, or an empty string for the whole document. */
export interface ContractProblem {
  readonly pointer: string;
  readonly message: string;
}

/**
 * `unreadable`: the document could not be read; `not-openapi`: it is of another kind or version; `invalid`: it has
 * faults.
 */
export type ContractErrorCode = 'unreadable' | 'not-openapi' | 'invalid';

/** Says why a document cannot serve as the contract. The message lists all problems, one on each line. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
  readonly code: ContractErrorCode;
  readonly source: string;
  readonly problems: readonly ContractProblem[];

  constructor(code: ContractErrorCode, source: string, problems: readonly ContractProblem[]) {
    super(
      problems
        .map(({ pointer, message }) => `${source}${pointer === '' ? '' : `#${pointer}`}: ${message}`)
        .join('\n'),
    );
    this.code = code;
    this.source = source;
    this.problems = problems;
  }
}
