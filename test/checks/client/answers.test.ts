import {
  clientAnswerNoStore,
  deletionEchoed,
  deletionFinal,
  deletionWithClient,
  oddTextKept,
  readEqual,
  registrationEchoed,
  registrationStored,
  unknownNotFound,
  updateEchoed,
  updateIdempotent,
  updateKeepsId,
  updateStored,
} from '../../../checks/client/answers.ts';
import { lengthHonoured } from '../../../checks/list/rules.ts';
import type { PlainAnswer, PlainAttempt } from '../answered.ts';
import { describeRule } from '../describe-rule.ts';
import { client, clientPath, clientSlots, refusal, registerStep, sentClient } from '../samples.ts';

const ok = (body: unknown): PlainAnswer => ({ status: 200, body });
const registered = (body: unknown, more: Partial<PlainAttempt> = {}): PlainAttempt => ({
  operation: 'oauth_client_post',
  json: sentClient,
  answer: ok(body),
  slots: { 'created.id': client.client_id, 'created.secret': client.client_secret },
  ...more,
});
const readBack = (answer: PlainAnswer): Partial<PlainAttempt> => ({
  steps: { 'read-back': { path: ['oauth', 'client', { slot: 'created.id' }], answer } },
});
const unknown = (answer: PlainAnswer, more: Partial<PlainAttempt> = {}): PlainAttempt => ({
  operation: 'oauth_client_client_id_get',
  path: ['oauth', 'client', 'nobody'],
  aspect: 'client-id',
  expectation: 'refuse',
  brokenAt: 'path',
  answer,
  ...more,
});

describeRule(unknownNotFound, {
  passes: { 'a 404': unknown(refusal(404)) },
  violates: {
    'a 400': [unknown(refusal(400)), 'status'],
    'a 401 as of RFC 7592': [unknown(refusal(401)), 'status'],
    'a 200': [unknown(ok(client)), 'status'],
  },
  passesOver: {
    'an encoded slash': unknown(refusal(400), { path: ['oauth', 'client', { raw: 'a%2Fb' }] }),
    'a NUL': unknown(refusal(400), { path: ['oauth', 'client', '\0'] }),
    'an empty id': unknown(refusal(405), { path: ['oauth', 'client', ''] }),
    'dot segments': unknown(refusal(400), { path: ['oauth', 'client', { raw: '%2e%2E' }] }),
    'an overlong id': unknown({ status: 414 }, { path: ['oauth', 'client', 'a'.repeat(4096)] }),
    'a server error': unknown({ status: 500 }),
    'a limited rate': unknown({ status: 429 }),
  },
});

describeRule(registrationEchoed, {
  passes: {
    'what was sent': registered(client),
    'more than was sent': registered({ ...client, created_at: 1 }),
    'a missing member, which violates the schema': registered({ ...client, client_name: undefined }),
    'a mistyped member, which violates the schema': registered({ ...client, redirect_uris: 'x' }),
    'text that nobody can keep': registered(
      { ...client, client_name: 'a\uFFFD' },
      { json: { ...sentClient, client_name: 'a\uD800' } },
    ),
  },
  violates: {
    'another case': [registered({ ...client, client_name: 'reporting Ω' }), '/client_name'],
    'another normal form': [
      registered({ ...client, client_name: 'e\u0301' }, { json: { ...sentClient, client_name: '\u00e9' } }),
      '/client_name',
    ],
    'another order': [
      registered({ ...client, redirect_uris: [...client.redirect_uris].reverse() }),
      '/redirect_uris',
    ],
    'a scope less and a text cut': [
      registered({ ...client, default_scopes: ['all'], client_description: 'Reads' }),
      '/client_description',
      '/default_scopes',
    ],
  },
  passesOver: {
    'a refusal': { ...registered(client), answer: refusal(400) },
    'a request that only has to be answered': registered(client, { expectation: 'clean' }),
    'a request that had to be refused': registered(client, { expectation: 'refuse' }),
    'a body that is no object': registered([client]),
  },
});

const oddly = (kept: string, stored = kept): PlainAttempt => {
  const odd = { ...client, client_description: kept };
  return {
    ...registered(odd, readBack(ok({ ...client, client_description: stored }))),
    json: { ...sentClient, client_description: 'a\r\nb' },
    expectation: 'clean',
  };
};
describeRule(oddTextKept, {
  passes: {
    'ends of lines as they were sent': oddly('a\r\nb'),
    'a missing member, which violates the schema': registered({}, { expectation: 'clean' }),
  },
  violates: {
    'other ends of lines': [oddly('a\nb'), '/client_description'],
    'other ends of lines when it is read': [oddly('a\r\nb', 'a\nb'), '/client_description'],
  },
  passesOver: {
    'a refusal': { ...oddly('a\r\nb'), answer: refusal(400) },
    'a broken request': { ...oddly('a\nb'), brokenAt: '/' },
    'ordinary text': registered(client),
    'a body that is no object': { ...oddly('a\nb'), answer: ok([client]) },
  },
});

describeRule(registrationStored, {
  passes: { 'what was sent': registered(client, readBack(ok(client))) },
  violates: {
    'another description': [
      registered(client, readBack(ok({ ...client, client_description: '' }))),
      '/client_description',
    ],
    'another secret': [registered(client, readBack(ok({ ...client, client_secret: 'x' }))), '/client_secret'],
    'a missing member': [
      registered(client, readBack(ok({ ...client, default_scopes: undefined }))),
      '/default_scopes',
    ],
    'no client': [registered(client, readBack(refusal(404))), 'status'],
    'no object': [registered(client, readBack(ok([client]))), ''],
  },
  passesOver: {
    'no reading back': registered(client),
    'a limited rate': registered(client, readBack({ status: 429 })),
    'a failing probe': registered(client, readBack({ status: 500 })),
  },
});

const read = (body: unknown, more: Partial<PlainAttempt> = {}): PlainAttempt => ({
  operation: 'oauth_client_client_id_get',
  path: clientPath,
  answer: ok(body),
  slots: clientSlots,
  steps: { register: registerStep },
  ...more,
});

describeRule(readEqual, {
  passes: { 'what was registered': read(client) },
  violates: {
    'another secret': [read({ ...client, client_secret: 'masked' }), '/client_secret'],
    'another id': [read({ ...client, client_id: 'x' }), '/client_id'],
    'other scopes': [read({ ...client, default_scopes: ['read', 'all'] }), '/default_scopes'],
  },
  passesOver: {
    'another client': read(client, { path: ['oauth', 'client', { slot: 'other.id' }] }),
    'nearly its id': read(client, {
      path: ['oauth', 'client', { slot: 'client.id', change: 'case-swapped' }],
    }),
    'a client of nobody': read(client, { steps: {} }),
    'the answer to HEAD': { ...read(client), method: 'HEAD', answer: { status: 200 } },
  },
});

const changed = { ...sentClient, client_name: 'Reporting 2', default_scopes: [] };
const updated = { ...client, ...changed };
const update = (body: unknown, steps: PlainAttempt['steps'] = {}): PlainAttempt => ({
  operation: 'oauth_client_client_id_put',
  path: clientPath,
  json: changed,
  answer: ok(body),
  slots: clientSlots,
  steps: { register: registerStep, ...steps },
});
const updateRead = (answer: PlainAnswer): PlainAttempt =>
  update(updated, { 'read-back': { path: clientPath, answer } });
const updateAgain = (answer: PlainAnswer): PlainAttempt =>
  update(updated, { replay: { path: clientPath, json: changed, answer } });
const rotated = { ...updated, client_secret: 'S-new' };

describeRule(updateEchoed, {
  passes: { 'what was sent, under another secret': update(rotated) },
  violates: { 'what was there before': [update(client), '/client_name', '/default_scopes'] },
  passesOver: { 'a refusal': { ...update(updated), answer: refusal(404) } },
});

describeRule(updateStored, {
  passes: { 'what was sent, under another secret': updateRead(ok(rotated)) },
  violates: {
    'what was there before': [updateRead(ok(client)), '/client_name', '/default_scopes'],
    'no client': [updateRead(refusal(404)), 'status'],
  },
  passesOver: {
    'no reading back': update(updated),
    'a refused probe': updateRead(refusal(401)),
    'another client read': update(updated, {
      'read-back': { path: ['oauth', 'client', { slot: 'other.id' }], answer: ok(client) },
    }),
  },
});

describeRule(updateKeepsId, {
  passes: { 'the same id': update(updated), 'the same id read back': updateRead(ok(rotated)) },
  violates: {
    'another id': [update({ ...updated, client_id: 'x' }), '/client_id'],
    'another id read back': [updateRead(ok({ ...updated, client_id: 'x' })), '/client_id'],
  },
  passesOver: { 'no id, which violates the schema': update({}) },
});

describeRule(updateIdempotent, {
  passes: {
    'the same answer': updateAgain(ok(updated)),
    'another secret': updateAgain(ok(rotated)),
    'a stamp that moves': updateAgain(ok({ ...updated, updated_at: 2 })),
  },
  violates: {
    'another description': [updateAgain(ok({ ...updated, client_description: 'x' })), '/client_description'],
    'another id': [updateAgain(ok({ ...updated, client_id: 'x' })), '/client_id'],
    'a conflict': [updateAgain(refusal(409)), 'status'],
  },
  passesOver: {
    'no second update': update(updated),
    'a limited rate': updateAgain({ status: 429 }),
    'a server error': updateAgain({ status: 502 }),
  },
});

const deletion = (answer: PlainAnswer, later: Readonly<Record<string, PlainAnswer>> = {}): PlainAttempt => ({
  operation: 'oauth_client_client_id_delete',
  path: clientPath,
  answer,
  slots: clientSlots,
  steps: {
    register: registerStep,
    ...Object.fromEntries(
      Object.entries(later).map(([name, laterAnswer]) => [name, { path: clientPath, answer: laterAnswer }]),
    ),
  },
});

describeRule(deletionEchoed, {
  passes: { 'the client': deletion(ok(client)) },
  violates: { 'another client': [deletion(ok({ ...client, client_name: 'x' })), '/client_name'] },
  passesOver: {
    'the null of older builds': deletion(ok(null)),
    'no body': deletion({ status: 200 }),
    'a refusal': deletion(refusal(404)),
  },
});

describeRule(deletionWithClient, {
  passes: { 'the client': deletion(ok(client)), 'what violates the schema': deletion(ok([])) },
  violates: {
    'the null of older builds': [deletion(ok(null)), ''],
    'no body': [deletion({ status: 200 }), ''],
  },
  passesOver: {
    'a refusal': deletion(refusal(404)),
    'a 204, which violates another rule': deletion({ status: 204 }),
  },
});

describeRule(deletionFinal, {
  passes: {
    'a 404 afterwards': deletion(ok(client), { 'read-back': refusal(404) }),
    'a 404 after a null': deletion(ok(null), { 'read-back': refusal(404) }),
  },
  violates: {
    'a client that is still read': [deletion(ok(client), { 'read-back': ok(client) }), 'status'],
    'a 400': [deletion({ status: 204 }, { 'read-back': refusal(400) }), 'status'],
  },
  passesOver: {
    'a refused deletion': deletion(refusal(401), { 'read-back': ok(client) }),
    'no probe': deletion(ok(client)),
    'a limited rate': deletion(ok(client), { 'read-back': { status: 429 } }),
  },
});

const cached = (value: string | readonly string[]): PlainAttempt => ({
  ...registered(client),
  answer: { status: 200, headers: { 'cache-control': value }, body: client },
});

describeRule(clientAnswerNoStore, {
  passes: { 'no-store': cached('no-store'), 'no-store on a second line': cached(['no-cache', 'NO-STORE']) },
  violates: {
    nothing: [registered(client), 'header Cache-Control'],
    'no-cache': [cached('no-cache, private'), 'header Cache-Control'],
  },
  passesOver: {
    'an empty list': { operation: 'oauth_client_list_post', answer: ok({ entities: [], metadata: {} }) },
    'an error': { ...registered(client), answer: refusal(400) },
  },
});

const listed = (length: number | string | null, entities: number): PlainAttempt => ({
  operation: 'oauth_client_list_post',
  json: length === null ? {} : { length },
  answer: ok({ entities: Array.from({ length: entities }, () => client), metadata: {} }),
});

describeRule(lengthHonoured, {
  passes: { 'as many': listed(2, 2), fewer: listed(500, 3), none: listed(1, 0) },
  violates: { 'one more': [listed(1, 2), '/entities'] },
  passesOver: {
    'no length': listed(null, 9),
    'a length that is none': listed('1', 2),
    'a length of zero': listed(0, 2),
  },
});
