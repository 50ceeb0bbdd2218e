import { describe, expect, it } from '@jest/globals';
import type { Finding } from '../../../checks/verdict.ts';
import { runMark } from '../../../generators/setup/run-mark.ts';
import { registerStep } from '../../../generators/setup/setup-steps.ts';
import { deriveCheck } from '../../../reports/reproduce/derive-check.ts';
import { portableStep } from '../../../run/reproduce/portable-step.ts';

const register = portableStep(registerStep());
const steps = [register, { ...register, name: 'main', role: 'main' as const }];

function checkOf(
  violation: Pick<Finding, 'at'> & Record<'expected' | 'actual', string>,
  answer: string,
): unknown {
  const ofStep = (step: string, response: string) => ({
    ...{ step, operation: 'oauth_client_post', request: '', curl: '', durationMs: 1, response },
  });
  const finding = {
    ...{ family: 'valid.domain', path: 'valid.domain@0@0', count: 1, shrinks: 0, isReproduced: true },
    ...violation,
    exchanges: [ofStep('register', 'HTTP/1.1 200 OK\n\n{"client_id":"client-one"}'), ofStep('main', answer)],
  };
  return deriveCheck(finding as unknown as Finding, { steps, mark: runMark });
}

describe('the check of a finding', () => {
  it.each([
    [
      'a status that none of the lawful ones matches',
      { at: 'status', expected: '401 or 400', actual: '200' },
      'HTTP/1.1 200 OK',
      { sign: 'status not', lawful: ['401', '400'] },
    ],
    [
      'a status by the words of the rule',
      { at: 'status', expected: 'a refusal with a 4xx at step main', actual: '200' },
      'HTTP/1.1 200 OK',
      { sign: 'status not', lawful: ['4xx', '5xx'] },
    ],
    [
      'the status that was seen, if the words name none',
      { at: 'status', expected: 'the answer to the same request in its usual form', actual: '401' },
      'HTTP/1.1 401 Unauthorized',
      { sign: 'status', seen: ['401'] },
    ],
    [
      'a header that is missing',
      { at: 'header Cache-Control', expected: 'no-store', actual: 'absent' },
      'HTTP/1.1 200 OK\nserver: x',
      { sign: 'header absent', name: 'Cache-Control' },
    ],
    [
      'a Location, with room for what is secret in it',
      { at: 'header Location', expected: 'the state "a b"', actual: '"a"' },
      'HTTP/1.1 302 Found\nlocation: https://x.example/cb?code=[redacted]&state=a',
      { sign: 'header', name: 'Location', seen: ['https://x.example/cb?code=', null, '&state=a'] },
    ],
    [
      'a member that is missing',
      { at: '/client_name', expected: 'a required member', actual: 'absent' },
      'HTTP/1.1 200 OK\n\n{}',
      { sign: 'member', pointer: '/client_name', seen: null },
    ],
    [
      'a whole value although the report cuts it, with the id that the target chose left open',
      { at: '/redirect_uris', expected: '["https://x…', actual: '["https://y… (76 characters)' },
      'HTTP/1.1 200 OK\n\n{"redirect_uris":["https://y/client-one"]}',
      {
        sign: 'member',
        pointer: '/redirect_uris',
        seen: ['["https://y/', { slot: 'client.id', change: null, written: 'plain' }, '"]'],
      },
    ],
    [
      'an answer that never came',
      { at: 'status', expected: 'a whole answer', actual: 'the connection ended' },
      'no answer: reset: the connection ended',
      { sign: 'no answer' },
    ],
  ])('looks for %s', (_, violation, answer, sign) => {
    expect(checkOf(violation, answer)).toEqual({ step: 'main', ...sign });
  });

  it('is none where the recorded answer does not show what the rule says', () => {
    const violation = { at: '/entities', expected: 'aa before zz', actual: 'zz before aa' };
    expect(checkOf(violation, 'HTTP/1.1 200 OK\n\n{"entities":["[redacted]"]}')).toBeNull();
  });
});
