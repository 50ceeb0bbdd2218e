import {
  caseIgnored,
  invalidRefused,
  mediaTypeRefused,
  validAccepted,
} from '../../../checks/request/rules.ts';
import type { PlainAnswer, PlainAttempt } from '../answered.ts';
import { describeRule } from '../describe-rule.ts';
import { client, refusal, refused, sentClient } from '../samples.ts';

const valid = (answer: PlainAnswer): PlainAttempt => ({
  operation: 'oauth_client_post',
  json: sentClient,
  answer,
});
const login = (
  operation: 'oauth_idp_login_get' | 'oauth_idp_callback_get',
  status: number,
): PlainAttempt => ({
  operation,
  answer: refusal(status),
});
const authorize = (answer: PlainAnswer, more: Partial<PlainAttempt> = {}): PlainAttempt => ({
  operation: 'oauth_authorize_post',
  form: [
    ['client_id', 'c'],
    ['response_type', 'code'],
    ['confirm', 'yes'],
    ['redirect_uri', 'https://app.example/cb'],
  ],
  answer,
  ...more,
});
const page = (length: number): PlainAttempt => ({
  operation: 'oauth_client_list_post',
  json: { length },
  answer: refusal(422),
});
const redirect = (location: string): PlainAnswer => ({ status: 302, headers: { location } });

describeRule(validAccepted, {
  passes: {
    'a 200': valid({ status: 200, body: client }),
    'an undocumented success, which violates another rule': valid({ status: 201 }),
    'a 5xx, which violates another rule': valid({ status: 500 }),
    'a redirect with a code': authorize(redirect('https://app.example/cb?code=c0de')),
  },
  violates: {
    'a 400': [valid(refusal(400)), 'status'],
    'a 401': [valid(refusal(401)), 'status'],
    'a refused authorization': [authorize(refusal(400)), 'status'],
    'an authorization refused by redirect': [
      authorize(redirect('https://app.example/cb?error=server_error')),
      'status',
    ],
    'a login refused for good credentials': [login('oauth_idp_login_get', 401), 'status'],
    'a page of 500 that is refused': [page(500), 'status'],
  },
  passesOver: {
    'a limited rate': valid({ status: 429 }),
    'load that is shed': valid({ status: 503, headers: { 'retry-after': '1' } }),
    'a target without an identity provider': login('oauth_idp_login_get', 404),
    'a code that no provider gave': login('oauth_idp_callback_get', 401),
    'a denial': authorize(refusal(403), { form: [['confirm', 'no']] }),
    'a page longer than any build has allowed': page(501),
    'a request that may be refused': { ...valid(refusal(400)), expectation: 'either' },
  },
});

describeRule(invalidRefused, {
  passes: {
    'any 4xx': refused(refusal(409)),
    'an error without an envelope, which violates another rule': refused({ status: 400 }),
    'a limited rate': refused({ status: 429 }),
    'an error redirect of RFC 6749': authorize(
      redirect('https://app.example/cb?error=unsupported_response_type'),
      { expectation: 'refuse', brokenAt: 'form:response_type' },
    ),
    'a revocation in the way of RFC 7009': {
      operation: 'oauth_revoke_token_post',
      expectation: 'refuse',
      aspect: 'grant',
      answer: { status: 200, body: {} },
    },
    'an odd path that is redirected': refused({ status: 301 }, { aspect: 'path' }),
  },
  violates: {
    'a 200': [refused({ status: 200, body: client }), 'status'],
    'a redirect': [refused({ status: 302 }), 'status'],
    'an odd path that is accepted': [refused({ status: 200 }, { aspect: 'path' }), 'status'],
    'a code for a request that is broken': [
      authorize(redirect('https://app.example/cb?code=c0de'), {
        expectation: 'refuse',
        brokenAt: 'form:response_type',
      }),
      'status',
    ],
    'a code beside an error': [
      authorize(redirect('https://app.example/cb?error=x#code=c0de'), {
        expectation: 'refuse',
        brokenAt: 'form:confirm',
      }),
      'status',
    ],
    'an error redirect for an unknown client': [
      authorize(redirect('https://app.example/cb?error=x'), {
        expectation: 'refuse',
        brokenAt: 'form:client_id',
        aspect: 'client-id',
      }),
      'status',
    ],
    'a revocation without a token': [
      { operation: 'oauth_revoke_token_post', expectation: 'refuse', answer: { status: 200, body: {} } },
      'status',
    ],
  },
  passesOver: {
    'wrong credentials': refused({ status: 200 }, { aspect: 'credentials' }),
    'another method': refused({ status: 200 }, { aspect: 'method' }),
    'a server error': refused({ status: 500 }),
  },
});

const labelled = (mediaType: string | null, answer: PlainAnswer): PlainAttempt =>
  refused(answer, { aspect: 'media-type', expectation: 'clean', mediaType });

describeRule(mediaTypeRefused, {
  passes: { 'a 415': labelled('text/plain', refusal(415)) },
  violates: { 'a 200': [labelled('text/plain', { status: 200, body: client }), 'status'] },
  passesOver: {
    'no media type': labelled(null, { status: 200, body: client }),
    'the documented one with a parameter': {
      ...labelled('application/json; charset=utf-8', { status: 200 }),
      expectation: 'accept',
    },
  },
});

const inOtherCase = (main: number, control: number | null): PlainAttempt => ({
  operation: 'oauth_client_post',
  family: 'valid.case.scheme.lower',
  expectation: 'clean',
  answer: refusal(main),
  ...(control === null ? {} : { steps: { control: { answer: refusal(control) } } }),
});

describeRule(caseIgnored, {
  passes: {
    'a success': inOtherCase(200, null),
    'a success that uses up what the usual form needs': inOtherCase(200, 400),
  },
  violates: {
    'a refusal of this form alone': [inOtherCase(415, 200), 'status'],
    'a 401 to this form alone': [inOtherCase(401, 404), 'status'],
  },
  passesOver: {
    'a refusal of both forms': inOtherCase(400, 400),
    'a 401 to both forms': inOtherCase(401, 401),
    'a refusal without the usual form': inOtherCase(400, null),
    'other cases': { ...inOtherCase(400, 200), family: 'valid.domain' },
  },
});
