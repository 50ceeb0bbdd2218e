import type { JsonObject } from '../../spec/json-object.ts';
import { arrayOrEmpty, isJsonObject } from '../../spec/json-object.ts';
import type { Answered, AnswerRule, Violation } from '../rule.ts';
import { differentMembers, confirmedMembers, writtenClient } from '../read/client-members.ts';
import { jsonObjectOf } from '../read/json-object-of.ts';
import { knownClient, stepNamed } from '../read/known-client.ts';
import { storedDifferences, tellingProbe } from '../read/read-back.ts';
import { mainRequestBody } from '../read/request-body.ts';

/** Judged where a probe tells: of a client that was there, of one that was not to be, of a token that worked. */
export const refusedNoEffect: AnswerRule = {
  on: 'answer',
  id: 'auth.refused.no-effect',
  level: 'MUST',
  source: { document: 'project', section: 'refusals' },
  claim: 'changes nothing where it refuses a request',
  operations: 'all',
  appliesTo: (answered) =>
    answered.response.status >= 400 && answered.response.status < 500 && effects(answered) !== null,
  judge: (answered) => effects(answered) ?? [],
};

/** What the refused request did all the same; null where no probe can tell. */
function effects(answered: Answered): readonly Violation[] | null {
  const found = [changedClient(answered), madeClient(answered), deadToken(answered)];
  const told = found.filter((violations) => violations !== null);
  return told.length === 0 ? null : told.flat();
}

function changedClient(answered: Answered): readonly Violation[] | null {
  const probe = tellingProbe(answered, 'read-back');
  const known = knownClient(answered, stepNamed(answered.case, 'read-back'));
  const registered = answered.exchanges.get('register')?.response ?? null;
  if (probe === null || known === null || registered === null) return null;
  return storedDifferences(confirmedMembers(known, jsonObjectOf(registered)), probe);
}

/** A client is taken for the refused one only if all of it is equal: cases run side by side, and names may be short. */
function madeClient(answered: Answered): readonly Violation[] | null {
  const probe = tellingProbe(answered, 'list-after');
  const sent = writtenClient(mainRequestBody(answered.case));
  if (probe === null || sent?.['client_name'] === undefined || !isDistinctive(sent)) return null;
  const isMade = arrayOrEmpty(jsonObjectOf(probe)?.['entities']).some(
    (entity) => isJsonObject(entity) && differentMembers(sent, entity).length === 0,
  );
  return isMade ? [{ at: '/entities', expected: 'no client as in the request', actual: 'one' }] : [];
}

/** Of enough different characters not to be the name and description of another case by chance. */
function isDistinctive({ client_name: name, client_description: description }: JsonObject): boolean {
  return new Set(JSON.stringify([name, description])).size >= 12;
}

/** Of revocations only: a token may die with a code that is redeemed twice (RFC 6749 section 4.1.2). */
function deadToken({ operation, exchanges }: Answered): readonly Violation[] | null {
  if (operation.id !== 'oauth_revoke_token_post') return null;
  const before = exchanges.get('use-token-before')?.response?.status ?? 0;
  const after = exchanges.get('use-token')?.response?.status ?? 0;
  if (before < 200 || before > 299 || after < 200 || after >= 500 || after === 429) return null;
  return after === 401 || after === 403
    ? [{ at: 'status', expected: 'a token that still works', actual: String(after) }]
    : [];
}
