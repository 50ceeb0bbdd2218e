import { describe, expect, it } from '@jest/globals';
import { clientDifferences } from '../../../checks/read/client.ts';
import { errorDialect } from '../../../checks/read/dialect.ts';
import { show } from '../../../checks/read/show.ts';
import { Answer } from '../../../driver/answer.ts';
import { hiddenNote } from '../../../driver/secrets/redactor-of.ts';
import { Redactor } from '../../../driver/secrets/redactor.ts';
import { redactViolation } from '../../../suites/engine/light-attempt.ts';

const secret = 'kX7qL2mN9vB4zT6w';
const redactor = new Redactor({ secrets: [secret] });

function shown(actual: string): string {
  return redactViolation({ at: 'status', expected: 'no value', actual }, redactor).actual;
}

describe('a violation', () => {
  it('is cut when its secrets are out, so that no part of one stays at the cut', () => {
    for (let before = 30; before < 70; before += 1) {
      const text = shown(show(`${'y'.repeat(before)}${secret}${'z'.repeat(50)}`));
      expect(text).not.toMatch(/k|X|q/);
      expect(text).toMatch(/^"y{30}/);
      expect(text).toContain(`… (${before + secret.length + 52} characters)`);
      expect(text.length).toBeLessThan(90);
    }
  });

  it('shows no part of a secret where a value is longer than what is kept of it', () => {
    for (let length = 4070; length < 4100; length += 1)
      expect(shown(show(`${secret} `.repeat(300).slice(0, length)))).not.toMatch(/k|X7|qL/);
  });

  it('shows where two long values part, and no end of a secret there', () => {
    const [one, other] = [`${'y'.repeat(80)}${secret}`, `${'y'.repeat(80)}${secret.slice(0, -2)}6x`];
    const [difference] = clientDifferences({ client_name: one }, { client_name: other });
    const told = redactViolation(
      { at: '/client_name', expected: '', actual: '', ...difference },
      new Redactor({ secrets: [secret, other.slice(80)] }),
    );
    expect(told.expected).toBe('… [redacted]"…');
    expect(told.actual).toBe('another … [redacted]"…');
  });

  it('names the members of an error without the secret that is one', () => {
    const names = Object.fromEntries(['a'.repeat(70), secret].map((name) => [name, 1]));
    const body = Buffer.from(JSON.stringify({ [secret]: 1, ...names }));
    expect(shown(errorDialect(new Answer(400, [], body, false)))).toMatch(
      /^an object with \[redacted\], a{40,60}…$/,
    );
  });

  it('is told without the secret in its place', () => {
    const violation = { at: `/details/${secret}`, expected: 'a', actual: 'b' };
    expect(redactViolation(violation, redactor).at).toBe('/details/[redacted]');
  });

  it('on an answer that is not shown quotes nothing, and keeps a place of the contract', () => {
    const hiding = new Redactor({ secrets: [], hidden: hiddenNote });
    const violation = { at: '/entities/0/client_id', expected: '"x"', actual: '"a token"' };
    expect(redactViolation(violation, hiding)).toEqual({
      at: '/entities/0/client_id',
      expected: hiddenNote,
      actual: hiddenNote,
    });
    expect(redactViolation({ ...violation, at: '/a token' }, hiding).at).toBe(hiddenNote);
  });
});
