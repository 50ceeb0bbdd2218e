import type { HttpResponse } from '../../driver/exchange.ts';
import { parseChallenges } from '../read/challenges.ts';
import type { Challenge } from '../read/challenges.ts';
import { headerValues } from '../read/headers.ts';
import { show } from '../read/show.ts';
import type { AnswerRule, Violation } from '../rule.ts';

/** Without a realm, a client cannot tell which of its credentials are asked for. */
export const challengeWellFormed: AnswerRule = {
  on: 'answer',
  id: 'auth.challenge.well-formed',
  level: 'MUST',
  mockLevel: 'validation',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 7617', section: '2' },
  claim: 'writes challenges by their grammar, those of Basic with one realm',
  operations: 'all',
  appliesTo: ({ response }) => challengeTexts(response).length > 0,
  judge: ({ response }) => challengeTexts(response).flatMap(problems),
};

/** The field values with challenges; an empty one has none. */
export function challengeTexts(response: HttpResponse): readonly string[] {
  return headerValues(response, 'www-authenticate').filter((value) => value.trim() !== '');
}

function problems(text: string): readonly Violation[] {
  const at = 'header WWW-Authenticate';
  const challenges = parseChallenges(text);
  if (challenges === null) return [{ at, expected: 'challenges', actual: show(text) }];
  return challenges
    .filter(isAmiss)
    .map(() => ({ at, expected: 'each parameter once, and a realm', actual: show(text) }));
}

/** A parameter comes only once in a challenge (RFC 9110 section 11.2). */
function isAmiss({ scheme, parameters }: Challenge): boolean {
  if (new Set(parameters).size < parameters.length) return true;
  return scheme.toLowerCase() === 'basic' && !parameters.includes('realm');
}
