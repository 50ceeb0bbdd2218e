import { ofMain, ofStep, overStatuses, refuses, sessionRule, stepViolation } from '../make/session-rule.ts';
import { changedSince, clientAnswer, storedOtherwise } from '../make/stored-client.ts';
import { succeeded, wasRefused } from '../read/steps.ts';
import type { Attempt, Rule, Violation } from '../rule.ts';

/** All but one member of the update is valid, so that a partial update shows. */
export const clientFailedUpdateChangesNothing = sessionRule({
  id: 'client.failed-update.changes-nothing',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_client_client_id_put' },
  claim: 'keeps the client whole when an update is refused',
  families: ['client.update-failed'],
  when: (attempt) => wasRefused(attempt, 'main'),
  judgement: ofStep('read-back', (attempt) => changedSince(attempt, 'read-back', 'register')),
});

/** Only its owner deletes the client. */
export const clientLaterRemembered = sessionRule({
  id: 'client.later.remembered',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_client_client_id_get' },
  claim: 'reads as it was written some seconds later, too',
  families: ['later.kept'],
  judgement: ofMain((attempt) => storedOtherwise(attempt, 'main', 'register')),
});

export const clientLifecycleGone = sessionRule({
  id: 'client.lifecycle.gone',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_client_client_id_delete' },
  claim: 'is not found after its deletion, by reading or deleting it',
  families: ['client.lifecycle'],
  when: (attempt) => succeeded(attempt, 'main'),
  judgement: overStatuses(['read-back', 'delete-again'], '404', (status) => status === 404),
});

/**
 * A read must return what was written, after the registration and after the update. So must the answer to the deletion.
 */
export const clientLifecycleRemembered = sessionRule({
  id: 'client.lifecycle.remembered',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_client_client_id_get' },
  claim: 'reads as it was written last',
  families: ['client.lifecycle'],
  judgement: ofStep('read', (attempt) => [
    ...storedOtherwise(attempt, 'read', 'register'),
    ...(succeeded(attempt, 'update') ? sinceUpdate(attempt) : []),
  ]),
});

/** An answer without a client is left to the schema rule: older builds document no body. */
function sinceUpdate(attempt: Attempt): readonly Violation[] {
  const isTold = clientAnswer(attempt, 'main')?.['client_name'] !== undefined;
  return [
    ...storedOtherwise(attempt, 'read-updated', 'update'),
    ...(isTold ? changedSince(attempt, 'main', 'update') : []),
  ];
}

/** If stored, it could later get a meaning that nobody has checked. */
export const clientUnknownMemberDropped = sessionRule({
  id: 'client.unknown-member.dropped',
  level: 'SHOULD',
  mockLevel: 'memory',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'RFC 7591', section: '2' },
  claim: 'does not store a member that it does not know',
  families: ['client.unknown-member'],
  judgement: {
    appliesTo: (attempt) => clientAnswer(attempt, 'read-back') !== null,
    judge: (attempt) =>
      Object.hasOwn(clientAnswer(attempt, 'read-back') ?? {}, 'x_conformance')
        ? [stepViolation('read-back', 'absent', 'stored', '/x_conformance')]
        : [],
  },
});

/** One of the two families first deletes a client, the other uses an invented id. */
export const clientUpdateCreatesNothing = sessionRule({
  id: 'client.update.creates-nothing',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_client_client_id_put' },
  claim: 'creates nothing for an id that does not exist',
  families: ['client.update-unknown.'],
  when: ({ exchanges }) => (exchanges.get('delete')?.response?.status ?? 200) < 400,
  judgement: refuses('main', 'read-back'),
});

/** The update has fewer entries than the registration, so that a merge shows. */
export const clientUpdateReplaces = sessionRule({
  id: 'client.update.replaces',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'RFC 7592', section: '2.2' },
  claim: 'replaces every member by what an update holds, and keeps the id',
  families: ['client.replaced'],
  when: (attempt) => succeeded(attempt, 'main'),
  judgement: ofStep('read-back', (attempt) => {
    const id = clientAnswer(attempt, 'read-back')?.['client_id'];
    const isKept = id === undefined || id === attempt.slots.get('client.id');
    return [
      ...storedOtherwise(attempt, 'read-back', 'main'),
      ...(isKept ? [] : [stepViolation('read-back', 'the same id', 'another id', '/client_id')]),
    ];
  }),
});

/** A user grants less than the client has registered for. That must not change the registration. */
export const clientUsedRemembered = sessionRule({
  id: 'client.used.remembered',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_client_client_id_get' },
  claim: 'is not changed by what is granted to it',
  families: ['client.used'],
  when: (attempt) => succeeded(attempt, 'main'),
  judgement: ofStep('read-back', (attempt) => changedSince(attempt, 'read-back', 'main')),
});

export const clientLifeRules: readonly Rule[] = [
  clientFailedUpdateChangesNothing,
  clientLaterRemembered,
  clientLifecycleGone,
  clientLifecycleRemembered,
  clientUnknownMemberDropped,
  clientUpdateCreatesNothing,
  clientUpdateReplaces,
  clientUsedRemembered,
];
