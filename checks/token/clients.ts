import type { StepName } from '../../generators/step-name.ts';
import { arrayOrEmpty, isJsonObject } from '../../spec/json-object.ts';
import { accepts, refuses, sessionRule, stepViolation } from '../make/session-rule.ts';
import { jsonObjectOf, jsonText } from '../read/json.ts';
import { settledAnswer, wasRefused } from '../read/steps.ts';
import type { Attempt, Rule } from '../rule.ts';

/** Client ids are not secret, so this is only noted. */
export const tokenClientIndistinct = sessionRule({
  id: 'token.client.indistinct',
  level: 'MAY',
  mockLevel: 'OAuth',
  differenceClass: 'wrong status',
  needs: [],
  source: { document: 'RFC 6749', section: '5.2' },
  claim: 'does not tell an unknown client from a wrong secret',
  families: ['token.enumeration'],
  judgement: {
    appliesTo: (attempt) => wasRefused(attempt, 'main') && wasRefused(attempt, 'unknown-client'),
    judge: (attempt) => {
      const [wrong, unknown] = [refusal(attempt, 'main'), refusal(attempt, 'unknown-client')];
      return wrong === unknown ? [] : [stepViolation('unknown-client', wrong, unknown, 'status')];
    },
  },
});

/** Status and reasons as one text. */
function refusal(attempt: Attempt, step: StepName): string {
  const answer = settledAnswer(attempt, step);
  if (answer === null) return '';
  const reasons = arrayOrEmpty(jsonObjectOf(answer)?.['message_list']).map((message) =>
    isJsonObject(message) ? jsonText(message['reason']) : '',
  );
  return [answer.status, ...reasons].join(' ');
}

export const tokenClientKnown = sessionRule({
  id: 'token.client.known',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'RFC 6749', section: '4.1.3' },
  claim: 'gives no token to a client that it does not know',
  families: ['token.client.'],
  judgement: refuses('main'),
});

export const tokenCurrentSecretAccepted = sessionRule({
  id: 'token.current-secret.accepted',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_token_post' },
  claim: 'takes the secret that the last update has answered with',
  families: ['token.rotated.new'],
  judgement: accepts('main'),
});

/** A target may keep the secret on an update. There is then nothing to refuse. */
export const tokenRotatedSecretRefused = sessionRule({
  id: 'token.rotated-secret.refused',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'RFC 7592', section: '2.2' },
  claim: 'refuses a secret that an update has replaced',
  families: ['token.rotated.old'],
  when: ({ slots }) => slots.get('rotated.secret') !== slots.get('client.secret'),
  judgement: refuses('main'),
});

export const tokenSecretChecked = sessionRule({
  id: 'token.secret.checked',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'RFC 6749', section: '4.1.3' },
  claim: 'gives no token without the secret of the client',
  families: ['token.secret.', 'token.enumeration'],
  judgement: refuses('main'),
});

/** Rules on how clients authenticate to get tokens. */
export const tokenClientRules: readonly Rule[] = [
  tokenClientIndistinct,
  tokenClientKnown,
  tokenCurrentSecretAccepted,
  tokenRotatedSecretRefused,
  tokenSecretChecked,
];
