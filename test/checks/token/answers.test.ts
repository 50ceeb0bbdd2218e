import { lifetimeWithinAsked } from '../../../checks/generate/rules.ts';
import {
  answerNotError,
  revokeHintEnforced,
  revokeUnknownDocumented,
  revokeUnknownNotFound,
} from '../../../checks/revoke/rules.ts';
import {
  clientUnauthorized,
  expiresInDigits,
  expiresInPositive,
  grantBadRequest,
  malformedSecretUnauthorized,
  tokenAnswerNoStore,
  tokenAnswerPragma,
  tokenAnswerUniqueMembers,
  typeBearer,
} from '../../../checks/token/answers.ts';
import type { BreakageKind } from '../../../generators/breakage-kind.ts';
import type { PlainAnswer, PlainAttempt } from '../answered.ts';
import { describeRule } from '../describe-rule.ts';
import { generated, refusal, token } from '../samples.ts';

const issued = (body: unknown, headers: PlainAnswer['headers'] = {}): PlainAttempt => ({
  operation: 'oauth_token_post',
  answer: { status: 200, headers, body },
});
const generatedToken = (changes: object, json: PlainAttempt['json'] = {}): PlainAttempt => ({
  operation: 'oauth_generate_token_post',
  json,
  answer: { status: 200, body: { ...generated, oauth_token: { ...generated.oauth_token, ...changes } } },
});

describeRule(tokenAnswerNoStore, {
  passes: {
    'no-store': issued(token, { 'cache-control': 'no-store' }),
    'no-store among others': issued(token, { 'cache-control': ['no-cache, No-Store, max-age=0'] }),
    'no-store on a second line': issued(token, { 'cache-control': ['private', 'no-store'] }),
  },
  violates: {
    nothing: [issued(token), 'header Cache-Control'],
    'no-cache': [issued(token, { 'cache-control': 'no-cache' }), 'header Cache-Control'],
    private: [issued(token, { 'cache-control': 'private' }), 'header Cache-Control'],
    'another directive of a similar name': [
      issued(token, { 'cache-control': 'x-no-store' }),
      'header Cache-Control',
    ],
  },
  passesOver: { 'an error': { operation: 'oauth_token_post', answer: refusal(400) } },
});

describeRule(tokenAnswerPragma, {
  passes: {
    'no-cache': issued(token, { pragma: 'no-cache' }),
    'no-cache in other letters and among others': issued(token, { pragma: ['x=1, No-Cache'] }),
    'no-cache on a second line': issued(token, { pragma: ['x', 'no-cache'] }),
    'a generated one': {
      operation: 'oauth_generate_token_post',
      answer: { status: 200, headers: { pragma: 'no-cache' }, body: generated },
    },
  },
  violates: {
    nothing: [issued(token), 'header Pragma'],
    'a Cache-Control alone': [issued(token, { 'cache-control': 'no-store, no-cache' }), 'header Pragma'],
    'another directive': [issued(token, { pragma: 'no-store' }), 'header Pragma'],
    'a generated one without': [generatedToken({}), 'header Pragma'],
  },
  passesOver: {
    'an error': { operation: 'oauth_token_post', answer: refusal(400) },
    'an answer to another method': { ...issued(token), aspect: 'method', method: 'OPTIONS' },
  },
});

/** An answer of the token operation with this text. */
const written = (body: string, status = 200): PlainAttempt => ({
  operation: 'oauth_token_post',
  answer: { status, headers: { 'content-type': 'application/json' }, body },
});

describeRule(tokenAnswerUniqueMembers, {
  passes: {
    'each parameter once': issued(token),
    'its names in other objects and in texts': written(
      '{"scope":"\\"scope\\":\\"scope\\":","more":[{"scope":1},{"scope":2}],"token_type":"bearer"}',
    ),
    'a member of an inner object twice, which another rule tells': written(
      '{"scope":"all","more":{"a":1,"a":1}}',
    ),
  },
  violates: {
    'two access tokens': [written('{"access_token":"a","scope":"all","access_token":"b"}'), ''],
    'the same value twice': [written('{"scope":"all","scope":"all"}'), ''],
    'a name written with an escape': [written('{"scope":"all","more":{"a":1},"\\u0073cope":"all"}'), ''],
    'a parameter that nobody knows': [written('{"x":1,"x":2}'), ''],
  },
  passesOver: {
    'an error, which is no token response': written('{"code":400,"code":400}', 400),
    'an answer to another method': { ...written('{"a":1,"a":2}'), aspect: 'method', method: 'OPTIONS' },
    'no object': written('[{"a":1,"a":2}]'),
  },
});

describeRule(typeBearer, {
  passes: {
    bearer: issued(token),
    Bearer: issued({ ...token, token_type: 'Bearer' }),
    'a generated one': generatedToken({}),
  },
  violates: {
    mac: [issued({ ...token, token_type: 'mac' }), '/token_type'],
    'a generated mac': [generatedToken({ token_type: 'mac' }), '/oauth_token/token_type'],
  },
  passesOver: { 'no type, which violates the schema': issued({}), 'no object': issued(null) },
});

describeRule(lifetimeWithinAsked, {
  passes: {
    'what was asked for': generatedToken({ expires_in: 60 }, { expires_in: 60 }),
    less: generatedToken({ expires_in: 59 }, { expires_in: 60 }),
  },
  violates: {
    more: [generatedToken({ expires_in: 61 }, { expires_in: 60 }), '/oauth_token/expires_in'],
  },
  passesOver: {
    'no lifetime asked for': generatedToken({ expires_in: 60 }),
    'so short a lifetime that a target may have a longer one': generatedToken(
      { expires_in: 60 },
      { expires_in: 59 },
    ),
    'a lifetime below zero asked for': generatedToken({ expires_in: 60 }, { expires_in: -1 }),
    'a lifetime that is no number, which violates the schema': generatedToken(
      { expires_in: '61' },
      { expires_in: 60 },
    ),
  },
});

describeRule(expiresInDigits, {
  passes: {
    'an hour': issued(token),
    'nothing left, which another rule tells': issued({ ...token, expires_in: 0 }),
  },
  violates: {
    'less than nothing': [issued({ ...token, expires_in: -1 }), '/expires_in'],
  },
  passesOver: {
    'a text, which violates the schema': issued({ ...token, expires_in: '-1' }),
    'a fraction, which violates the schema': issued({ ...token, expires_in: -0.5 }),
  },
});

describeRule(expiresInPositive, {
  passes: {
    'an hour': issued(token),
    'a year': generatedToken({ expires_in: 31_536_000 }),
    'a lifetime that was asked for': generatedToken({ expires_in: 99_999_999 }, { expires_in: 99_999_999 }),
  },
  violates: {
    'nothing left': [issued({ ...token, expires_in: 0 }), '/expires_in'],
    'less than nothing, as was asked for': [
      generatedToken({ expires_in: -5 }, { expires_in: -5 }),
      '/oauth_token/expires_in',
    ],
    milliseconds: [generatedToken({ expires_in: 86_400_000 }), '/oauth_token/expires_in'],
  },
  passesOver: {
    'a text, which violates the schema': issued({ ...token, expires_in: '3600' }),
    'less than nothing, which the rule on digits tells': issued({ ...token, expires_in: -1 }),
  },
});

const bad = (brokenAt: string, status: number, aspect: PlainAttempt['aspect'] = 'grant'): PlainAttempt => ({
  operation: 'oauth_token_post',
  expectation: 'refuse',
  aspect,
  brokenAt,
  answer: refusal(status),
});

describeRule(clientUnauthorized, {
  passes: {
    'a 401 to a wrong secret': bad('form:client_secret', 401),
    'a 401 to an unknown client': bad('form:client_id', 401, 'client-id'),
    'a 400 to an unknown client': bad('form:client_id', 400, 'client-id'),
  },
  violates: {
    'a 400 to a wrong secret': [bad('form:client_secret', 400), 'status'],
    'a 404 to an unknown client': [bad('form:client_id', 404, 'client-id'), 'status'],
  },
  passesOver: {
    'a missing secret': bad('form:client_secret', 400, 'input'),
    'an accepted one, which violates another rule': bad('form:client_secret', 200),
    'a bad code': bad('form:code', 400),
    'a limited rate': bad('form:client_secret', 429),
  },
});

const secretSent = (secret: string, status: number): PlainAttempt => ({
  ...bad('form:client_secret', status),
  form: [['client_secret', secret]],
});

describeRule(clientUnauthorized, {
  passes: { 'a 400 to a malformed secret': secretSent('caf\u00E9', 400) },
  violates: {
    'a 400 to a secret of other marks': [secretSent("' or ''='", 400), 'status'],
    'a 404 to a malformed secret': [secretSent('caf\u00E9', 404), 'status'],
  },
  passesOver: { 'a taken secret': secretSent('caf\u00E9', 200) },
});

describeRule(malformedSecretUnauthorized, {
  passes: { 'a 401': secretSent('caf\u00E9', 401) },
  violates: { 'a 400': [secretSent('\u4E2D', 400), 'status'] },
  passesOver: {
    'a well-formed secret': secretSent('a secret~', 400),
    'a 404, which violates another rule': secretSent('caf\u00E9', 404),
  },
});

describeRule(grantBadRequest, {
  passes: { 'a 400': bad('form:code', 400) },
  violates: {
    'a 401': [bad('form:refresh_token', 401), 'status'],
    'a 404': [bad('form:redirect_uri', 404), 'status'],
  },
  passesOver: { 'a missing code': bad('form:code', 422, 'input'), 'a limited rate': bad('form:code', 429) },
});

const revoked = (body: unknown): PlainAttempt => ({
  operation: 'oauth_revoke_token_post',
  answer: { status: 200, body },
});

describeRule(answerNotError, {
  passes: { 'a state': revoked({ state: 'COMPLETE' }), 'no state': revoked({}) },
  violates: { ERROR: [revoked({ state: 'ERROR', code: 404 }), '/state'] },
  passesOver: { 'no object': revoked(null), 'an error': { ...revoked({}), answer: refusal(404) } },
});

const unknown = (status: number): PlainAttempt => ({
  operation: 'oauth_revoke_token_post',
  expectation: 'either',
  aspect: 'grant',
  brokenAt: 'query:token',
  answer: { status },
});
const notOfUnknown = {
  'a known token': revoked({}),
  'a server error': unknown(500),
  'a limited rate': unknown(429),
};

describeRule(revokeUnknownDocumented, {
  passes: { 'a 404': unknown(404), 'the 200 of RFC 7009': unknown(200) },
  violates: { 'a 400': [unknown(400), 'status'] },
  passesOver: notOfUnknown,
});

describeRule(revokeUnknownNotFound, {
  passes: { 'a 404': unknown(404) },
  violates: { 'the 200 of RFC 7009': [unknown(200), 'status'] },
  passesOver: notOfUnknown,
});

const hinted = (answer: PlainAnswer, kind: BreakageKind = 'query.outside-enum'): PlainAttempt => ({
  operation: 'oauth_revoke_token_post',
  expectation: 'either',
  breakage: { kind, at: 'query:token_type_hint' },
  answer,
});

describeRule(revokeHintEnforced, {
  passes: { 'a 400': hinted(refusal(400)), 'any other 4xx': hinted(refusal(422)) },
  violates: { 'a hint that is ignored, as RFC 7009 has it': [hinted({ status: 200, body: {} }), 'status'] },
  passesOver: {
    'a limited rate': hinted({ status: 429 }),
    'a server error': hinted({ status: 500 }),
    'a hint given twice': hinted({ status: 200, body: {} }, 'query.repeated'),
  },
});
