import {
  apiVersionKnown,
  codeEqualsStatus,
  detailsMap,
  envelopeDocumented,
  envelopeGateway,
  errorContentTypeJson,
  kindDocumented,
  kindOwn,
  leakInternals,
  membersTyped,
  messageListFilled,
  reasonKnown,
  stateError,
} from '../../../checks/error/rules.ts';
import type { PlainAnswer, PlainAttempt } from '../answered.ts';
import { describeRule } from '../describe-rule.ts';
import { envelope, refusal, refused } from '../samples.ts';

const anonymous = (answer: PlainAnswer): PlainAttempt => refused(answer, { aspect: 'credentials' });
const token = (answer: PlainAnswer, aspect: PlainAttempt['aspect'] = 'grant'): PlainAttempt => ({
  operation: 'oauth_token_post',
  expectation: 'refuse',
  aspect,
  answer,
});
const withMessage = (message: object): PlainAttempt =>
  refused(refusal(400, { message_list: [{ message: 'm', reason: 'INVALID_REQUEST', ...message }] }));
const text = (status: number, body: string): PlainAnswer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body,
});

describeRule(envelopeDocumented, {
  passes: {
    'an envelope': refused(refusal(400)),
    'an envelope with a member missing, which violates another rule': refused({
      status: 400,
      body: { code: 400 },
    }),
    'a login that is refused with one': { operation: 'oauth_idp_login_get', answer: refusal(404) },
    'a 401 of token for the client': token(refusal(401)),
  },
  violates: {
    markup: [refused(text(400, '<h1>Bad Request</h1>')), ''],
    'no body': [refused({ status: 404 }), ''],
    'an array': [refused({ status: 400, body: [envelope(400)] }), ''],
    'the error object of RFC 6749': [token({ status: 400, body: { error: 'invalid_grant' } }), ''],
    'a 401 of token in text': [token(text(401, 'no')), ''],
    'problem details': [refused({ status: 400, body: { title: 'Bad Request', status: 400 } }), ''],
    'a message only': [refused({ status: 404, body: { message: 'Not found.' } }), ''],
    'a login that is refused in text': [
      { operation: 'oauth_adfs_login_get', answer: text(404, 'no identity provider') },
      '',
    ],
    'what may be refused': [{ ...refused(text(400, 'no')), expectation: 'either' }, ''],
  },
  passesOver: {
    'a gateway on credentials': anonymous(text(401, 'no')),
    'a gateway on methods': refused({ status: 405 }, { aspect: 'method' }),
    'a gateway on size': refused(text(413, 'too large')),
    'a server error, which violates another rule': refused(text(500, 'Internal Server Error')),
    'odd escapes in a path': refused(text(400, 'no'), { path: ['oauth', 'client', { raw: '%2e%2e' }] }),
    'the answer to HEAD': refused({ status: 404 }, { method: 'HEAD' }),
    'a request that only has to be answered': { ...refused(text(400, 'no')), expectation: 'clean' },
    'a limited rate': refused(text(429, 'later')),
    'a success': refused({ status: 200 }),
  },
});

describeRule(envelopeGateway, {
  passes: {
    'an envelope': anonymous(refusal(401)),
    'an envelope of an unknown method': refused(refusal(405), { aspect: 'method' }),
  },
  violates: {
    text: [anonymous(text(401, 'Unauthorized')), ''],
    'the default of a framework': [
      refused(
        { status: 404, body: { message: 'The requested URL was not found on the server.' } },
        { aspect: 'path' },
      ),
      '',
    ],
    'another object with a code': [anonymous({ status: 401, body: { code: 401, message: 'no' } }), ''],
  },
  passesOver: {
    'the operation itself': refused(text(400, 'no')),
    'the answer to HEAD': refused({ status: 405 }, { aspect: 'method', method: 'HEAD' }),
    'a limited rate': anonymous({ status: 429 }),
  },
});

describeRule(errorContentTypeJson, {
  passes: {
    'application/json': refused(refusal(400)),
    'a charset': refused({ ...refusal(400), headers: { 'content-type': 'application/json;charset=UTF-8' } }),
  },
  violates: {
    'problem details': [
      refused({ ...refusal(400), headers: { 'content-type': 'application/problem+json' } }),
      'header Content-Type',
    ],
    'no type': [refused({ ...refusal(400), headers: { 'content-type': [] } }), 'header Content-Type'],
  },
  passesOver: {
    'no envelope': refused(text(400, 'no')),
    'a gateway': anonymous({ ...refusal(401), headers: { 'content-type': 'text/plain' } }),
  },
});

describeRule(stateError, {
  passes: { ERROR: refused(refusal(400)), 'ERROR of a gateway': anonymous(refusal(401)) },
  violates: {
    'another state': [refused(refusal(400, { state: 'error' })), '/state'],
    'no state': [refused(refusal(400, { state: undefined })), '/state'],
  },
  passesOver: {
    'no envelope': refused({ status: 400, body: { error: 'x' } }),
    'a gateway of another dialect': anonymous({ status: 401, body: { code: 401, message: 'no' } }),
    'a success': refused({ status: 200, body: envelope(200) }),
  },
});

describeRule(codeEqualsStatus, {
  passes: { 'the status': refused(refusal(422)) },
  violates: {
    'another number': [refused({ status: 422, body: envelope(400) }), '/code'],
    'a text': [refused(refusal(400, { code: '400' })), '/code'],
    'no code': [refused(refusal(400, { code: undefined })), '/code'],
  },
  passesOver: { 'no envelope': refused({ status: 400, body: 'no' }) },
});

describeRule(messageListFilled, {
  passes: { 'a message': refused(refusal(400)) },
  violates: {
    'no list': [refused(refusal(400, { message_list: undefined })), '/message_list'],
    'an empty list': [refused(refusal(400, { message_list: [] })), '/message_list'],
    'a text': [refused(refusal(400, { message_list: ['no'] })), '/message_list/0'],
    'an empty message without a reason': [
      refused(refusal(400, { message_list: [{ message: '' }] })),
      '/message_list/0/message',
      '/message_list/0/reason',
    ],
  },
  passesOver: { 'no envelope': refused({ status: 400, body: 'no' }) },
});

describeRule(kindDocumented, {
  passes: {
    'its own': refused(refusal(400)),
    'the other': refused(refusal(400, { kind: 'oauth' })),
  },
  violates: {
    'a kind of another API': [refused(refusal(400, { kind: 'vm' })), '/kind'],
    null: [refused(refusal(400, { kind: null })), '/kind'],
  },
  passesOver: {
    'no kind': refused(refusal(400, { kind: undefined })),
    'a kind of the gateway': anonymous(refusal(401, { kind: 'user' })),
  },
});

describeRule(kindOwn, {
  passes: { 'its own': refused(refusal(400)), 'that of token': token(refusal(400, { kind: 'oauth' })) },
  violates: {
    'the other': [refused(refusal(400, { kind: 'oauth' })), '/kind'],
    none: [token(refusal(400, { kind: undefined })), '/kind'],
  },
  passesOver: { 'a gateway': anonymous(refusal(401, { kind: undefined })) },
});

describeRule(membersTyped, {
  passes: {
    'no version and no details': refused(refusal(400, { api_version: undefined })),
    'a map of texts': withMessage({ details: { client_name: 'is missing' } }),
    'the text of a gateway': withMessage({ details: 'Basic realm="Intent Gateway Login Required"' }),
    'the map of lists of a gateway': withMessage({ details: { '': ["'api_version' is required"] } }),
    'a nested map': withMessage({ details: { json: { client_name: ['is missing'] } } }),
  },
  violates: {
    'a number for the version': [refused(refusal(400, { api_version: 3.1 })), '/api_version'],
    'a number for the details': [withMessage({ details: 7 }), '/message_list/0/details'],
    'null for the details': [withMessage({ details: null }), '/message_list/0/details'],
    'a list of details': [withMessage({ details: ['no'] }), '/message_list/0/details'],
    'a number in the details': [withMessage({ details: { a: 1 } }), '/message_list/0/details/a'],
  },
  passesOver: { 'no envelope': refused({ status: 400, body: 'no' }) },
});

describeRule(detailsMap, {
  passes: { 'a map of texts': withMessage({ details: { a: 'b' } }) },
  violates: {
    'a text': [withMessage({ details: 'a' }), '/message_list/0/details'],
    'a map of lists': [withMessage({ details: { a: ['b'] } }), '/message_list/0/details'],
  },
  passesOver: { 'no details': refused(refusal(400)) },
});

describeRule(apiVersionKnown, {
  passes: {
    '3.1.0': refused(refusal(400)),
    '3.1': refused(refusal(400, { api_version: '3.1' })),
    '3.0': refused(refusal(400, { api_version: '3.0' })),
  },
  violates: { '4.0': [refused(refusal(400, { api_version: '4.0' })), '/api_version'] },
  passesOver: { none: refused(refusal(400, { api_version: undefined })) },
});

describeRule(reasonKnown, {
  passes: { 'a listed one': refused(refusal(400)) },
  violates: { another: [withMessage({ reason: 'NOT_SO' }), '/message_list/0/reason'] },
  passesOver: {
    'a login, which documents no error': { operation: 'oauth_idp_login_get', answer: refusal(400) },
  },
});

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
