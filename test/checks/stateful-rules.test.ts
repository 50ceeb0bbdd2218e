import { beforeAll, describe, expect, it } from '@jest/globals';
import { rulesOf } from '../../checks/catalogue.ts';
import type { Case } from '../../generators/case.ts';
import { mainStep } from '../../generators/case.ts';
import type { Replies, Sessions } from './synthetic-attempt.ts';
import { attemptOf, caseOf, loadSessions } from './synthetic-attempt.ts';

type Body = Readonly<Record<string, unknown>>;

let sessions: Sessions;
beforeAll(async () => {
  sessions = await loadSessions();
});

const ok = (json: unknown): Replies[string] => ({ status: 200, json });

/** The values that a target chooses for a client. */
const chosen = (turn: string): Body => ({ client_id: `id-${turn}`, client_secret: `secret-${turn}` });

/** A client without any member as it was written. */
const madeUp = (turn: string): Body => ({
  ...chosen(turn),
  client_name: turn,
  client_description: turn,
  redirect_uris: [turn],
  default_scopes: [turn],
});

/** Lists of the two clients of a case. The ascending list is sorted upwards or, with -1, downwards. */
function sorted(testCase: Case, direction: 1 | -1): Replies {
  const named = ['register', 'register-other'].map((step, index) => ({
    client_id: `id-${index}`,
    client_name: String(sent(testCase, step)['client_name']),
  }));
  const upwards = named.toSorted((a, b) => (a.client_name < b.client_name ? -direction : direction));
  return {
    register: ok({ client_id: 'id-0', client_secret: 's' }),
    'register-other': ok({ client_id: 'id-1', client_secret: 's' }),
    main: ok({ entities: upwards }),
    'list-descending': ok({ entities: upwards.toReversed() }),
  };
}

/** The JSON that a step of the case sends. */
function sent(testCase: Case, step: string): Body {
  const body = testCase.steps.find(({ name }) => name === step)?.request.body;
  return body?.type === 'json' ? (body.value as Body) : {};
}

/** Rule, family, and the conformant and the violating replies, built from what the case sends. */
const examples: readonly (readonly [string, string, (c: Case) => Replies, (c: Case) => Replies])[] = [
  [
    'client.failed-update.changes-nothing',
    'client.update-failed',
    (c) => ({ main: 400, 'read-back': ok(sent(c, 'register')) }),
    (c) => ({ main: 400, 'read-back': ok({ ...sent(c, 'register'), client_description: 'New.' }) }),
  ],
  [
    'client.identifiers.assigned',
    'client.supplied.on-registration',
    () => ({ 'read-supplied': 404 }),
    (c) => ({ main: ok(sent(c, 'main')), 'read-supplied': 404 }),
  ],
  [
    'client.identifiers.assigned',
    'client.supplied.on-registration',
    () => ({ 'read-supplied': ok({ client_id: 'another' }) }),
    (c) => ({ 'read-supplied': ok(sent(c, 'main')) }),
  ],
  [
    'client.later.remembered',
    'later.kept',
    (c) => ({ main: ok(sent(c, 'register')) }),
    () => ({ main: 404 }),
  ],
  [
    'client.lifecycle.remembered',
    'client.lifecycle',
    (c) => ({ read: ok(sent(c, 'register')), 'read-updated': ok(sent(c, 'update')) }),
    (c) => ({ read: ok(sent(c, 'register')), 'read-updated': 404 }),
  ],
  ['list.order.kept', 'list.order', (c) => sorted(c, 1), (c) => sorted(c, -1)],
  [
    'client.others.untouched',
    'client.others.update',
    (c) => ({ 'read-other': ok(sent(c, 'register-other')) }),
    (c) => ({ 'read-other': ok(sent(c, 'main')) }),
  ],
  [
    // A mock that makes up every answer has no secret of the other client to change.
    'client.others.untouched',
    'client.others.update',
    () => ({ 'register-other': ok(madeUp('1')), 'read-other': ok(madeUp('2')) }),
    (c) => ({
      'register-other': ok({ ...sent(c, 'register-other'), ...chosen('1') }),
      'read-other': ok({ ...sent(c, 'register-other'), ...chosen('2') }),
    }),
  ],
  [
    'client.race.whole',
    'race.update',
    (c) => ({ 'read-back': ok(sent(c, 'race-1')) }),
    (c) => ({ 'read-back': ok({ ...sent(c, 'race-1'), client_name: sent(c, 'main')['client_name'] }) }),
  ],
  [
    'client.update.replaces',
    'client.replaced',
    (c) => ({ 'read-back': ok(sent(c, 'main')) }),
    (c) => ({ 'read-back': ok({ ...sent(c, 'main'), redirect_uris: sent(c, 'register')['redirect_uris'] }) }),
  ],
  [
    'client.used.remembered',
    'client.used',
    (c) => ({ main: ok({ ...sent(c, 'main'), ...chosen('1') }), 'read-back': ok(sent(c, 'main')) }),
    (c) => ({
      main: ok({ ...sent(c, 'main'), ...chosen('1') }),
      'read-back': ok({ ...sent(c, 'main'), default_scopes: ['all'] }),
    }),
  ],
  [
    'generate.client.as-asked',
    'generate.life',
    (c) => ({ 'read-back': ok(sent(c, 'main')) }),
    (c) => ({ 'read-back': ok({ ...sent(c, 'main'), client_name: 'other' }) }),
  ],
  [
    'list.entity.equals-read',
    'list.updated',
    () => ({
      register: ok({ client_id: 'i', client_secret: 's' }),
      read: ok({ client_id: 'i' }),
      main: ok({ entities: [{ client_id: 'i' }] }),
    }),
    () => ({
      register: ok({ client_id: 'i', client_secret: 's' }),
      read: ok({ client_id: 'i', client_name: 'n' }),
      main: ok({ entities: [{ client_id: 'i', client_name: 'old' }] }),
    }),
  ],
  [
    'token.rotated-secret.refused',
    'token.rotated.old',
    () => ({ update: ok({ client_secret: 'new' }), main: 401 }),
    () => ({ update: ok({ client_secret: 'new' }) }),
  ],
];

describe.each(examples)('%s on %s', (id, family, lawful, violating) => {
  it('finds nothing in lawful answers and finds what violates it', () => {
    const rule = rulesOf('session').find((candidate) => candidate.id === id);
    if (rule?.on !== 'attempt') throw new TypeError(`no rule ${id}`);
    const testCase = caseOf(sessions, family);
    expect(mainStep(testCase).name).toBe('main');
    const [good, bad] = [lawful(testCase), violating(testCase)].map((r) => attemptOf(sessions, testCase, r));
    if (good === undefined || bad === undefined) throw new TypeError('no attempt');
    expect(rule.appliesTo(good) ? rule.judge(good) : []).toEqual([]);
    expect(rule.appliesTo(bad)).toBe(true);
    expect(rule.judge(bad)).not.toEqual([]);
  });
});
