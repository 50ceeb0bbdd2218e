import {
  accepts,
  authenticates,
  ofStep,
  overStatuses,
  sessionRule,
  stepViolation,
} from '../make/session-rule.ts';
import { changedSince, clientAnswer, shownAsWritten } from '../make/stored-client.ts';
import { differentMembers, writtenClient } from '../read/client.ts';
import { sentJson, succeeded, takesBearer } from '../read/steps.ts';
import type { Attempt, Rule, Violation } from '../rule.ts';

export const clientOthersAuthorizable = sessionRule({
  id: 'client.others.authorizable',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_authorize_post' },
  claim: 'is not hindered by a change to another client',
  families: ['client.others.'],
  judgement: accepts('authorize-other'),
});

/** This includes the secret: if it changed, the other client would be locked out. */
export const clientOthersUntouched = sessionRule({
  id: 'client.others.untouched',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_client_client_id_get' },
  claim: 'is not changed by what happens to another client',
  families: ['client.others.'],
  when: (attempt) => succeeded(attempt, 'main'),
  judgement: ofStep('read-other', (attempt) => {
    const secret = clientAnswer(attempt, 'read-other')?.['client_secret'];
    const isInvented = Object.keys(shownAsWritten(attempt, 'register-other')).length === 0;
    const isKept = isInvented || typeof secret !== 'string' || secret === attempt.slots.get('other.secret');
    return [
      ...changedSince(attempt, 'read-other', 'register-other'),
      ...(isKept ? [] : [stepViolation('read-other', 'the same secret', 'another', '/client_secret')]),
    ];
  }),
});

export const clientOthersUsable = sessionRule({
  id: 'client.others.usable',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: ['bearer'],
  source: { document: 'RFC 7592', section: '2.3' },
  claim: 'keeps its tokens when another client is deleted',
  families: ['client.others.delete-with-tokens', 'client.others.delete-namesake'],
  when: (attempt) => takesBearer(attempt, 'use-other-before') && succeeded(attempt, 'main'),
  judgement: authenticates('use-other'),
});

export const clientRaceDeletionFinal = sessionRule({
  id: 'client.race.deletion-final',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_client_client_id_delete' },
  claim: 'stays deleted whatever arrives with the deletion',
  families: ['race.delete'],
  when: (attempt) => succeeded(attempt, 'main') || succeeded(attempt, 'race-5'),
  judgement: { ...overStatuses(['read-back'], '404', (status) => status === 404), looks: () => 1 },
});

/** A counter that is read and written in two separate steps can return one value twice. */
export const clientRaceDistinct = sessionRule({
  id: 'client.race.distinct',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'static answer',
  needs: [],
  source: { document: 'RFC 6749', section: '2.2' },
  claim: 'gives each of the clients that are registered together its own id',
  families: ['race.register'],
  judgement: {
    appliesTo: (attempt) => ids(attempt).length > 1,
    looks: () => 1,
    judge: (attempt) => {
      const all = ids(attempt);
      const { size } = new Set(all);
      return size === all.length
        ? []
        : [stepViolation('main', `${all.length} ids`, `${size} ids`, '/client_id')];
    },
  },
});

function ids(attempt: Attempt): readonly string[] {
  return attempt.case.steps
    .map(({ name }) => clientAnswer(attempt, name)?.['client_id'])
    .filter((id) => typeof id === 'string');
}

/** Any of the updates may win, and all may be refused. A mixture of two is a violation. */
export const clientRaceWhole = sessionRule({
  id: 'client.race.whole',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_client_client_id_put' },
  claim: 'is left as one of the updates that arrive together wrote it',
  families: ['race.update'],
  judgement: {
    appliesTo: (attempt) => clientAnswer(attempt, 'read-back') !== null,
    looks: () => 1,
    judge,
  },
});

function judge(attempt: Attempt): readonly Violation[] {
  const stored = clientAnswer(attempt, 'read-back') ?? {};
  const isOneOf = attempt.case.steps
    .filter(({ name }) => name !== 'read-back')
    .some(({ name }) => differentMembers(writtenClient(sentJson(attempt, name)) ?? {}, stored).length === 0);
  return isOneOf ? [] : [stepViolation('read-back', 'one of the updates', 'a mixture of them', '')];
}

/** Rules on clients alongside other clients, and on concurrent requests. */
export const clientOtherRules: readonly Rule[] = [
  clientOthersAuthorizable,
  clientOthersUntouched,
  clientOthersUsable,
  clientRaceDeletionFinal,
  clientRaceDistinct,
  clientRaceWhole,
];
