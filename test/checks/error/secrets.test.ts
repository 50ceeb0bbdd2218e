import { Buffer } from 'node:buffer';
import { leakSecret, sentSecretNotRepeated } from '../../../checks/error/secrets.ts';
import type { PlainAttempt } from '../answered.ts';
import { describeRule } from '../describe-rule.ts';
import { refusal } from '../samples.ts';

const secret = 'Zx81-kLmN-0pQr';
const sending = (body: string, more: Partial<PlainAttempt> = {}): PlainAttempt => ({
  operation: 'oauth_token_post',
  expectation: 'refuse',
  aspect: 'grant',
  form: [
    ['client_id', 'client-0001'],
    ['client_secret', secret],
    ['code', 'c0de/with+odd=characters'],
  ],
  answer: { status: 401, body },
  secrets: [
    secret,
    'c0de/with+odd=characters',
    'password',
    'client-0001',
    'Missing data for required field.',
  ],
  ...more,
});

describeRule(leakSecret, {
  passes: {
    'what was sent': sending(`no such secret: ${secret}`),
    'a text under the name of a secret': sending('{"client_secret":"Missing data for required field."}'),
  },
  violates: {
    'the secret of the client, which the target chose': [
      {
        ...sending('Expected S-9f2k-LmQp'),
        slots: { 'client.secret': 'S-9f2k-LmQp' },
        secrets: ['S-9f2k-LmQp'],
      },
      '',
    ],
    'the right secret to a part of it': [
      {
        ...sending(`${secret}-tail`),
        slots: { 'client.secret': `${secret}-tail` },
        secrets: [`${secret}-tail`],
      },
      '',
    ],
  },
  passesOver: { 'a success': sending('', { answer: { status: 200, body: Buffer.from(secret) } }) },
});

describeRule(sentSecretNotRepeated, {
  passes: {
    'an ordinary message': sending('The client is not known or its secret is wrong.'),
    'a word that is also a password': sending('wrong username or password'),
    'what is public': sending('no client client-0001'),
    'a text under the name of a secret': sending('{"client_secret":"Missing data for required field."}'),
    'a cookie': sending('', {
      answer: { status: 401, headers: { 'set-cookie': `session=${secret}` } },
    }),
    bytes: sending('', { answer: { status: 400, body: Uint8Array.of(0xff) } }),
  },
  violates: {
    'the secret': [sending(`no such secret: ${secret}`), ''],
    'the code, encoded': [sending('code=c0de%2Fwith%2Bodd%3Dcharacters'), ''],
    'the secret in a header': [
      sending('', { answer: { status: 401, headers: { 'x-debug': secret } } }),
      'header x-debug',
    ],
    'the token of a revocation': [
      {
        operation: 'oauth_revoke_token_post',
        expectation: 'either',
        query: 'token=abcd1234efgh',
        answer: refusal(404, {
          message_list: [{ message: 'No token abcd1234efgh', reason: 'ENTITY_NOT_FOUND' }],
        }),
        secrets: ['abcd1234efgh'],
      },
      '',
    ],
  },
  passesOver: { 'a success': sending('', { answer: { status: 200, body: Buffer.from(secret) } }) },
});
