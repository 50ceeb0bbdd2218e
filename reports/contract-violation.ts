/**
 * The error of a test whose rule was violated. Allure tells "failed" from "broken" by the presence of `actual` and
 * `expected`. Imports nothing, since it is used inside the Jest VM.
 */
export class ContractViolation extends Error {
  override readonly name = 'ContractViolation';
  readonly actual: string;
  readonly expected: string;

  constructor(message: string, { actual, expected }: { readonly actual: string; readonly expected: string }) {
    super(message);
    this.actual = actual;
    this.expected = expected;
    // The stack would point into this suite; what matters is in the message.
    this.stack = `${this.name}: ${message}`;
  }
}
