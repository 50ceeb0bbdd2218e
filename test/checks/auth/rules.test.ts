import { challengePresent, credentialsRequired, refusedNoEffect } from '../../../checks/auth/rules.ts';
import type { Credentials } from '../../../generators/case.ts';
import type { PlainAnswer, PlainAttempt } from '../answered.ts';
import { describeRule } from '../describe-rule.ts';
import { client, clientPath, clientSlots, refusal, refused, registerStep, sentClient } from '../samples.ts';

const anonymous = (answer: PlainAnswer, credentials: Credentials = { type: 'none' }): PlainAttempt =>
  refused(answer, { aspect: 'credentials', json: sentClient, credentials });

const head = (status: number): PlainAttempt =>
  refused({ status }, { aspect: 'credentials', method: 'HEAD', credentials: { type: 'none' } });

describeRule(credentialsRequired, {
  passes: {
    'a 401': anonymous(refusal(401)),
    'a 401 in text': anonymous({ status: 401, body: 'Unauthorized' }),
    'a HEAD that it does not know': head(405),
    'a 400 to a malformed field': anonymous(refusal(400), { type: 'header', value: 'Basic !!!' }),
  },
  violates: {
    'a 200': [anonymous({ status: 200, body: client }), 'status'],
    'a 403': [anonymous(refusal(403), { type: 'wrong-password' }), 'status'],
    'a HEAD that needs none': [head(200), 'status'],
    'a login page': [anonymous({ status: 302, headers: { location: '/login' } }), 'status'],
    'a 404 before the credentials are looked at': [anonymous(refusal(404)), 'status'],
  },
  passesOver: {
    'a lock after many attempts': anonymous({ status: 429 }),
    'a server error': anonymous({ status: 500 }),
    'good credentials': refused(refusal(400)),
  },
});

const unauthorized = (challenge: Readonly<Record<string, string>>): PlainAttempt =>
  anonymous({ status: 401, headers: challenge });

describeRule(challengePresent, {
  passes: {
    'a challenge': unauthorized({ 'www-authenticate': 'Basic realm="Intent Gateway Login Required"' }),
  },
  violates: {
    none: [unauthorized({}), 'header WWW-Authenticate'],
    'an empty one': [unauthorized({ 'www-authenticate': ' ' }), 'header WWW-Authenticate'],
  },
  passesOver: { 'a 403': anonymous({ status: 403 }) },
});

const refusedUpdate = (readBack: PlainAnswer, answer: PlainAnswer = refusal(401)): PlainAttempt => ({
  operation: 'oauth_client_client_id_put',
  expectation: 'refuse',
  aspect: 'credentials',
  path: clientPath,
  json: { ...sentClient, client_name: 'x' },
  answer,
  slots: clientSlots,
  steps: { register: registerStep, 'read-back': { path: clientPath, answer: readBack } },
});
const refusedRegistration = (entities: unknown, sent = sentClient): PlainAttempt => ({
  ...anonymous(refusal(401)),
  json: sent,
  steps: { 'list-after': { answer: { status: 200, body: { entities, metadata: {} } } } },
});
const refusedRevocation = (before: number, after: number): PlainAttempt => ({
  operation: 'oauth_revoke_token_post',
  expectation: 'refuse',
  aspect: 'credentials',
  answer: refusal(401),
  steps: {
    'use-token-before': { answer: { status: before } },
    'use-token': { answer: { status: after } },
  },
});

describeRule(refusedNoEffect, {
  passes: {
    'an unchanged client': refusedUpdate({ status: 200, body: client }),
    'a client of a mock that makes up every answer': {
      ...refusedUpdate({ status: 200, body: madeUp('second') }),
      steps: {
        register: { json: sentClient, answer: { status: 200, body: madeUp('first') } },
        'read-back': { path: clientPath, answer: { status: 200, body: madeUp('second') } },
      },
    },
    'a client that was answered otherwise from the first': {
      ...refusedUpdate({ status: 200, body: { ...client, client_name: 'static' } }),
      steps: {
        register: { json: sentClient, answer: { status: 200, body: { ...client, client_name: 'static' } } },
        'read-back': {
          path: clientPath,
          answer: { status: 200, body: { ...client, client_name: 'static' } },
        },
      },
    },
    'a list without the client': refusedRegistration([{ ...client, client_name: 'Other' }]),
    'a client of the same name but otherwise another': refusedRegistration([
      { ...client, client_description: 'Of another case.' },
    ]),
    'an unreadable list': refusedRegistration(null),
    'a token that still works': refusedRevocation(200, 200),
  },
  violates: {
    'a changed name': [refusedUpdate({ status: 200, body: { ...client, client_name: 'x' } }), '/client_name'],
    'another secret': [
      refusedUpdate({ status: 200, body: { ...client, client_secret: 'x' } }, refusal(422)),
      '/client_secret',
    ],
    'a client that is gone': [refusedUpdate(refusal(404)), 'status'],
    'a registered client': [refusedRegistration([client]), '/entities'],
    'a dead token': [refusedRevocation(200, 401), 'status'],
  },
  passesOver: {
    'a success': refusedUpdate({ status: 200, body: {} }, { status: 200 }),
    'a server error': refusedUpdate({ status: 200, body: {} }, { status: 500 }),
    'a failing probe': refusedUpdate({ status: 503 }),
    'a probe of another client': {
      ...refusedUpdate({ status: 200 }),
      steps: { register: registerStep, 'read-back': { path: ['x'], answer: refusal(404) } },
    },
    'a name that other cases may have': refusedRegistration([], {
      ...sentClient,
      client_name: '',
      client_description: 'aaaa',
    }),
    'a target without Bearer': refusedRevocation(401, 401),
  },
});

/** A client as a mock with random values returns it: no member as it was written, and a new id each time. */
function madeUp(turn: string): PlainAnswer['body'] {
  return {
    client_id: `id-${turn}`,
    client_secret: `secret-${turn}`,
    client_name: `name-${turn}`,
    client_description: turn,
    redirect_uris: [turn],
    default_scopes: [turn],
  };
}
