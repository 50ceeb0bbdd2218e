import {
  contentTypeJson,
  datePresent,
  dateWellFormed,
  jsonUniqueMembers,
  jsonUtf8,
  locationAbsolute,
  locationPresent,
  schemaValid,
  secretNotRepeated,
  statusDocumented,
} from '../../../checks/response/rules.ts';
import type { PlainAnswer, PlainAttempt } from '../answered.ts';
import { describeRule } from '../describe-rule.ts';
import { client, clientPath, generated, refusal, token } from '../samples.ts';

const registered = (answer: PlainAnswer): PlainAttempt => ({ operation: 'oauth_client_post', answer });
const listed = (body: unknown): PlainAttempt => ({
  operation: 'oauth_client_list_post',
  answer: { status: 200, body },
});
const deleted = (answer: PlainAnswer): PlainAttempt => ({
  operation: 'oauth_client_client_id_delete',
  path: clientPath,
  answer,
});
const login = (location?: string | readonly string[], status = 302): PlainAttempt => ({
  operation: 'oauth_idp_login_get',
  answer: { status, headers: location === undefined ? {} : { location } },
});

describeRule(statusDocumented, {
  passes: {
    'the documented 200': registered({ status: 200, body: client }),
    'the documented 302': login('https://idp.example/'),
  },
  violates: {
    'a 201': [registered({ status: 201, body: client }), 'status'],
    'a 204 to a deletion': [deleted({ status: 204 }), 'status'],
    'a 307 of a login': [login('https://idp.example/', 307), 'status'],
    'a 303': [registered({ status: 303 }), 'status'],
  },
  passesOver: {
    'an undocumented error of a login': { operation: 'oauth_idp_login_get', answer: refusal(400) },
    'an answer to another method': { ...registered({ status: 204 }), aspect: 'method', method: 'OPTIONS' },
    'a redirect of an odd path': { ...registered({ status: 308 }), aspect: 'path' },
  },
});

describeRule(contentTypeJson, {
  passes: {
    'application/json': registered({ status: 200, body: client }),
    'a charset and other letters': registered({
      status: 200,
      headers: { 'content-type': 'Application/JSON; charset=utf-8' },
      body: client,
    }),
  },
  violates: {
    'text/html': [
      registered({ status: 200, headers: { 'content-type': 'text/html' }, body: client }),
      'header Content-Type',
    ],
    'no type at all': [
      registered({ status: 200, headers: { 'content-type': [] }, body: client }),
      'header Content-Type',
    ],
    'two types': [
      registered({
        status: 200,
        headers: { 'content-type': ['application/json', 'text/plain'] },
        body: client,
      }),
      'header Content-Type',
    ],
  },
  passesOver: {
    'an empty body': deleted({ status: 200 }),
    'the body of a redirect': {
      operation: 'oauth_idp_login_get',
      answer: {
        status: 302,
        headers: { location: 'https://a.example', 'content-type': 'text/html' },
        body: 'x',
      },
    },
    'an error': registered(refusal(400)),
  },
});

describeRule(schemaValid, {
  passes: {
    'the documented client': registered({ status: 200, body: client }),
    'further members': registered({ status: 200, body: { ...client, client_secret_expires_at: 0 } }),
    'a list with total_matches': listed({
      entities: [client],
      metadata: { kind: 'oauth_client', total_matches: 1, length: 1, offset: 0 },
    }),
    'a list with kind and total_matches only': listed({
      entities: [],
      metadata: { kind: 'oauth_client', total_matches: 0 },
    }),
    'an empty page of length 0': listed({
      entities: [],
      metadata: { offset: 9, length: 0, total_matches: 0 },
    }),
    'a token in capitals': {
      operation: 'oauth_token_post',
      answer: { status: 200, body: { ...token, token_type: 'Bearer' } },
    },
    'a revocation': { operation: 'oauth_revoke_token_post', answer: { status: 200, body: {} } },
    'a revocation with drift': {
      operation: 'oauth_revoke_token_post',
      answer: {
        status: 200,
        body: {
          kind: 'oauth_token',
          state: 'COMPLETE',
          message_list: [{ message: 'Done.', reason: 'REVOKED', details: 'nothing' }],
        },
      },
    },
  },
  violates: {
    'a missing secret': [
      registered({ status: 200, body: { ...client, client_secret: undefined } }),
      '/client_secret',
    ],
    'null and a number': [
      registered({ status: 200, body: { ...client, client_name: null, default_scopes: [1] } }),
      '/client_name',
      '/default_scopes/0',
    ],
    'a text for expires_in': [
      { operation: 'oauth_token_post', answer: { status: 200, body: { ...token, expires_in: '3600' } } },
      '/expires_in',
    ],
    'a fraction for expires_in': [
      {
        operation: 'oauth_generate_token_post',
        answer: {
          status: 200,
          body: { ...generated, oauth_token: { ...generated.oauth_token, expires_in: 1.5 } },
        },
      },
      '/oauth_token/expires_in',
    ],
    'a list without metadata': [listed({ entities: [] }), '/metadata'],
    'a negative length': [listed({ entities: [], metadata: { length: -1 } }), '/metadata/length'],
    'an empty list for a deletion': [deleted({ status: 200, body: [] }), ''],
    'a body that is no JSON': [registered({ status: 200, body: '<html>' }), ''],
    'an array': [listed([]), ''],
  },
  passesOver: {
    'a cut body': { ...listed(''), answer: { status: 200, body: '{"entities":[', isCut: true } },
    'the null of a deletion': deleted({ status: 200, body: null }),
    'the empty body of a deletion': deleted({ status: 200 }),
    'a redirect': login('https://idp.example/'),
    'bytes that are not UTF-8': registered({ status: 200, body: Uint8Array.of(0x22, 0xff, 0x22) }),
    'an undocumented success': registered({ status: 201, body: {} }),
    'an error': registered(refusal(400)),
    'the answer to HEAD': { ...registered({ status: 200 }), aspect: 'method', method: 'HEAD' },
  },
});

describeRule(locationPresent, {
  passes: { 'one Location': login('https://idp.example/') },
  violates: {
    none: [login(), 'header Location'],
    'an empty one': [login(''), 'header Location'],
    two: [login(['https://a.example', 'https://b.example']), 'header Location'],
  },
  passesOver: {
    'a refusal': { operation: 'oauth_idp_login_get', answer: refusal(404) },
    'another status': login(undefined, 303),
  },
});

describeRule(locationAbsolute, {
  passes: {
    https: login('https://idp.example/authorize?client_id=a'),
    'http on loopback hosts': login('http://127.0.0.1:8080/login'),
    'http on localhost': login('http://localhost/login'),
    'http on the IPv6 loopback': login('http://[::1]:8080/login'),
    'a path': login('/login'),
    'a host of the same scheme': login('//idp.example/login'),
  },
  violates: {
    'plain http': [login('http://idp.example/login'), 'header Location'],
    'a value that is not set': [login('undefined'), 'header Location'],
    'a host that is not set': [login('https://null/login'), 'header Location'],
    'no host': [login('https:login'), 'header Location'],
    'another scheme': [login('javascript:alert(1)'), 'header Location'],
    'a host like a loopback': [login('http://127.0.0.1.example/'), 'header Location'],
  },
  passesOver: { 'no Location': login() },
});

describeRule(jsonUtf8, {
  passes: { Unicode: registered({ status: 200, body: { client_name: '\u{1F511} Ω' } }) },
  violates: {
    'Latin-1': [
      registered({
        status: 400,
        headers: { 'content-type': 'application/json' },
        body: Uint8Array.of(0x22, 0xe9, 0x22),
      }),
      '',
    ],
    'a byte order mark': [
      registered({
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d),
      }),
      '',
    ],
  },
  passesOver: {
    'another media type': registered({ status: 502, body: Uint8Array.of(0xe9) }),
    'no body': registered({ status: 200 }),
  },
});

const json = (body: string): PlainAttempt =>
  registered({ status: 200, headers: { 'content-type': 'application/json' }, body });
const jsonOfToken = (body: string, status = 200): PlainAttempt => ({
  ...json(body),
  operation: 'oauth_token_post',
  answer: { status, headers: { 'content-type': 'application/json' }, body },
});

describeRule(jsonUniqueMembers, {
  passes: {
    'equal names in other objects': json('{"a":{"a":1},"b":[{"a":1},{"a":2}]}'),
    'names in values': json('{"a":"\\"a\\":1","b" : ["a","b"],"c":"\\\\"}'),
    'an empty list': json('[]'),
    'a text': json('"a:"'),
    'a parameter of a token response, which another rule tells': jsonOfToken('{"scope":"a","scope":"b"}'),
  },
  violates: {
    'a repeated member': [json('{"a":1,"b":2,"a":3}'), ''],
    'one inside a token response': [jsonOfToken('{"a":1,"a":1,"more":{"b":1,"b":1}}'), ''],
    'one of an error to a token request': [jsonOfToken('{"code":400,"code":400}', 400), ''],
    'one written with an escape': [json('{"a":[{"x":{}},{"x":1,"\\u0078":2}]}'), ''],
  },
  passesOver: { 'no JSON': json('{"a":1,"a":'), 'no body': registered({ status: 200 }) },
});

const dated = (date: string | readonly string[], status = 200): PlainAttempt =>
  registered({ status, headers: { date } });

describeRule(datePresent, {
  passes: {
    'an IMF-fixdate': registered(refusal(400)),
    'another form, which another rule tells': dated('2026-11-23T17:30:00Z'),
  },
  violates: { 'no date': [dated([]), 'header Date'] },
  passesOver: { 'a 5xx': dated([], 500) },
});

describeRule(dateWellFormed, {
  passes: {
    'an IMF-fixdate': dated('Sun, 06 Nov 1994 08:49:37 GMT'),
    'a leap second': dated('Sat, 31 Dec 2016 23:59:60 GMT'),
    'the start of Unix time, as of a clock that was never set': dated('Thu, 01 Jan 1970 00:00:00 GMT'),
  },
  violates: {
    'the form of RFC 850': [dated('Sunday, 06-Nov-94 08:49:37 GMT'), 'header date'],
    'the form of asctime': [dated('Sun Nov  6 08:49:37 1994'), 'header date'],
    'an instant of ISO 8601': [dated('1994-11-06T08:49:37Z'), 'header date'],
    'an offset, as in a mail': [dated('Sun, 06 Nov 1994 08:49:37 +0000'), 'header date'],
    'a day of one digit': [dated('Sun, 6 Nov 1994 08:49:37 GMT'), 'header date'],
    'other letters': [dated('sun, 06 nov 1994 08:49:37 gmt'), 'header date'],
    nothing: [dated(''), 'header date'],
    'a second one of another form': [dated(['Sun, 06 Nov 1994 08:49:37 GMT', '784111777']), 'header date'],
    'a form that a 5xx need not have': [dated('784111777', 500), 'header date'],
  },
  passesOver: { 'no date': dated([]) },
});

const secret = 'S-9f2k-LmQp-77xy';
const redeemed = (body: object, status = 200): PlainAttempt => ({
  operation: 'oauth_token_post',
  form: [
    ['client_id', 'c'],
    ['client_secret', secret],
    ['refresh_token', token.refresh_token],
  ],
  answer: { status, body },
});
const revoked = (message: string): PlainAttempt => ({
  operation: 'oauth_revoke_token_post',
  query: `token=${token.access_token}`,
  answer: { status: 200, body: { message_list: [{ message, reason: 'OK' }] } },
});
const called = (location: string): PlainAttempt => ({
  operation: 'oauth_idp_callback_get',
  query: 'code=c0de-0123456789',
  answer: { status: 302, headers: { location } },
});

describeRule(secretNotRepeated, {
  passes: {
    'a token that was not replaced': redeemed(token),
    'a revocation that says nothing': revoked('Done.'),
    'a way to the console': called('/console'),
  },
  violates: {
    'the secret of the client': [redeemed({ ...token, client_secret: secret }), ''],
    'the token that was revoked': [revoked(`revoked ${token.access_token}`), ''],
    'the code of the provider': [called('/console?code=c0de-0123456789'), 'header location'],
  },
  passesOver: { 'an error, which another rule judges': redeemed({ secret }, 400) },
});
