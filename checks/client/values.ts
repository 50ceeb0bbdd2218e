import type { StepName } from '../../generators/step-name.ts';
import { sampleRule } from '../make/sample-rule.ts';
import { sessionRule, stepViolation } from '../make/session-rule.ts';
import { clientAnswer } from '../make/stored-client.ts';
import { guessableValue, invisibleValue, repeatedValue } from '../make/value-problems.ts';
import { sentJson, succeeded } from '../read/steps.ts';
import type { Attempt, Rule, Violation } from '../rule.ts';

/** The codes and tokens of the id's former holder must have no connection with the new client. */
export const clientIdNeverReused = sessionRule({
  id: 'client.id.never-reused',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'RFC 6749', section: '2.2' },
  claim: 'gives the id of a deleted client to no other',
  families: ['client.registered-again'],
  when: (attempt) => succeeded(attempt, 'delete'),
  judgement: {
    appliesTo: ({ slots }) => slots.has('other.id'),
    judge: ({ slots }) =>
      slots.get('other.id') === slots.get('client.id')
        ? [stepViolation('main', 'another id', 'the id of the deleted client', '/client_id')]
        : [],
  },
});

/** Two clients that share an id cannot be told apart. */
export const clientIdUnique = sampleRule({
  id: 'client.id.unique',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'static answer',
  needs: [],
  source: { document: 'RFC 6749', section: '2.2' },
  claim: 'gives no id twice',
  kind: 'client-id',
  problem: repeatedValue,
  isOfNew: true,
});

/** VSCHAR: characters outside it do not survive headers and forms. */
export const clientIdVisible = sampleRule({
  id: 'client.id.visible',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: 'appendix A.1' },
  claim: 'makes every id of visible ASCII and blanks',
  kind: 'client-id',
  problem: invisibleValue,
});

const members = ['client_id', 'client_secret'] as const;

/** A client that chooses its own identifiers can choose those of another client, or weak ones. */
export const clientIdentifiersAssigned = sessionRule({
  id: 'client.identifiers.assigned',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'RFC 7591', section: '3.1' },
  claim: 'chooses id and secret itself, whatever the body holds',
  families: ['client.supplied.'],
  when: (attempt) => succeeded(attempt, 'main'),
  judgement: { appliesTo: () => true, judge },
});

function judge(attempt: Attempt): readonly Violation[] {
  const sent = sentJson(attempt, 'main');
  const showing: readonly StepName[] = ['main', 'read-back'];
  const taken = showing.flatMap((step) => {
    const client = clientAnswer(attempt, step);
    return members
      .filter((member) => client !== null && client[member] === sent[member])
      .map((member) => stepViolation(step, 'a value of its own', 'the value that was sent', `/${member}`));
  });
  return clientAnswer(attempt, 'read-supplied')?.['client_id'] === sent['client_id']
    ? [...taken, stepViolation('read-supplied', '404', 'a client under the id that was sent')]
    : taken;
}

/** The standard requires 128 bits. An estimate from a sample needs some slack, and a UUID has 122. */
export const clientSecretUnguessable = sampleRule({
  id: 'client.secret.unguessable',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: '10.10' },
  claim: 'makes every client secret of at least 96 bits of chance',
  kind: 'client-secret',
  perOperation: true,
  problem: guessableValue,
});

/** Two clients that share a secret cannot be told apart. */
export const clientSecretUnique = sampleRule({
  id: 'client.secret.unique',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'static answer',
  needs: [],
  source: { document: 'RFC 7591', section: '3.2.1' },
  claim: 'gives no client secret twice',
  kind: 'client-secret',
  problem: repeatedValue,
  isOfNew: true,
});

/** VSCHAR: characters outside it do not survive headers and forms. */
export const clientSecretVisible = sampleRule({
  id: 'client.secret.visible',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: 'appendix A.2' },
  claim: 'makes every client secret of visible ASCII and blanks',
  kind: 'client-secret',
  problem: invisibleValue,
});

export const clientValueRules: readonly Rule[] = [
  clientIdNeverReused,
  clientIdUnique,
  clientIdVisible,
  clientIdentifiersAssigned,
  clientSecretUnguessable,
  clientSecretUnique,
  clientSecretVisible,
];
