import type { Attempt, Violation } from '../../checks/rule.ts';
import type { RedactedText } from '../../driver/redacted.ts';
import type { Redactor } from '../../driver/redactor.ts';
import { redactorOf } from '../../driver/redactor-of.ts';
import { shorten } from '../../driver/shorten.ts';

/** A violation as it may be shown. */
export interface RedactedViolation {
  readonly at: RedactedText;
  readonly expected: RedactedText;
  readonly actual: RedactedText;
}

/** The redactor of all that an attempt shows. */
export function redactorOfAttempt({ exchanges, secrets, slots }: Attempt): Redactor {
  const ids = [...slots].filter(([name]) => name.endsWith('id')).map(([, id]) => id);
  return redactorOf([...exchanges.values()], secrets, ids);
}

/** Members that a target makes up may be named as secrets are: of an answer that is not shown only places of the contract are. */
const contractPlace = /^(?:status|header [\w-]{1,40}|(?:\/(?:[a-z_]{1,40}|\d+))*)$/;

/** Takes the secrets out of a violation, and cuts what it quotes. */
export function redactViolation(violation: Violation, redactor: Redactor): RedactedViolation {
  const { hidden } = redactor;
  const expected = shorten(redactor.answer(violation.expected));
  if (hidden !== null) {
    const at = contractPlace.test(violation.at) ? violation.at : hidden;
    return { at: redactor.text(at), expected: redactor.text(hidden), actual: redactor.text(hidden) };
  }
  const actual = shorten(redactor.answer(violation.actual));
  return {
    at: shorten(redactor.text(violation.at)),
    expected,
    // Two secrets that differ read alike when both are hidden.
    actual: actual === expected ? shorten(redactor.answer(`another ${violation.actual}`)) : actual,
  };
}
