import { Buffer } from 'node:buffer';
import { leakInternals, leakSecret } from '../../../checks/error/rules.ts';
import type { PlainAttempt } from '../answered.ts';
import { describeRule } from '../describe-rule.ts';
import { refusal, refused } from '../samples.ts';

const saying = (message: string, more: Partial<PlainAttempt> = {}): PlainAttempt =>
  refused(refusal(400, { message_list: [{ message, reason: 'INVALID_REQUEST' }] }), more);

describeRule(leakInternals, {
  passes: {
    'an ordinary message': saying('client_name: "a" is too long (65 > 64). See line 3.'),
    'the request as a gateway shows it': saying(
      "No permission to access the resource. <Request 'http://pc.example:9440/v3/oauth/client' [GET]>",
    ),
    'a time': saying('Token expired at 2026-11-23T17:30:00.000Z, at 17:30:00.'),
    'a path of the API': saying('POST /api/nutanix/v3/oauth/client.json is not there'),
    'a URL': saying('See https://docs.example/app/oauth/errors.js and http://a.example/usr/local/x.py'),
    'a page of a web server': refused({
      status: 404,
      body: '<html><script src="/app/static/main.js"></script><address>Apache/2.4.6 Server at pc Port 9440</address>',
    }),
    'a URI of the request': saying('redirect_uri /home/user/cb/index.php is not absolute', {
      json: { redirect_uris: ['/home/user/cb/index.php'] },
    }),
    'a name of the request': saying('client_name: SELECT a FROM b', {
      json: { client_name: 'SELECT a FROM b' },
    }),
    'a number of the request': saying('at main (/srv/app/index.js:1:2)', {
      json: { client_name: 'at main (/srv/app/index.js:1:2)' },
    }),
  },
  violates: {
    'a trace of Python': [
      saying('Traceback (most recent call last):\n  File "views.py", line 87, in dispatch'),
      '',
    ],
    'a frame of Python': [saying('File "views.py", line 87, in dispatch'), ''],
    'a frame of Java': [saying('at com.example.oauth.ClientService.find(ClientService.java:41)'), ''],
    'a frame of Node': [saying('TypeError at find (/srv/app/lib/client.js:12:7)'), '', ''],
    'a frame of Node inside': [saying('    at node:internal/process/task_queues:95:5'), ''],
    'a trace of Go': [saying('goroutine 7 [running]:'), ''],
    'a path': [saying('schema /home/nutanix/aplos/schemas/oauth_client.json: not valid'), ''],
    'a path of Windows': [saying('C:\\Program Files\\oauth\\server.py failed'), ''],
    'an error of a database': [saying('duplicate key value violates unique constraint "client_pk"'), ''],
    'a statement': [saying("(ProgrammingError) SELECT client_secret FROM oauth_client WHERE id = 'x'"), ''],
    'a trace in text': [refused({ status: 500, body: 'Error\n    at run (file:///opt/a/b.mjs:3:9)' }), ''],
  },
  passesOver: {
    'a success': refused({ status: 200, body: 'Traceback' }),
    'no body': refused({ status: 400 }),
  },
});

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
    'the secret of the client, which the target chose': [
      {
        ...sending('Expected S-9f2k-LmQp'),
        slots: { 'client.secret': 'S-9f2k-LmQp' },
        secrets: ['S-9f2k-LmQp'],
      },
      '',
    ],
  },
  passesOver: { 'a success': sending('', { answer: { status: 200, body: Buffer.from(secret) } }) },
});
