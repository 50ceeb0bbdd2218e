import {
  codePresent,
  denialNoCode,
  denialTold,
  locationExact,
  locationSlash,
  refusalEnvelope,
  refusedNoRedirect,
  stateEchoed,
} from '../../../checks/authorize/answers.ts';
import type { PlainAttempt } from '../answered.ts';
import { describeRule } from '../describe-rule.ts';
import { refusal, sentClient } from '../samples.ts';

const callback = 'https://app.example/cb';

interface Asked {
  readonly uri?: string | null;
  readonly state?: string;
  readonly confirm?: string;
}

const authorized = (
  location: string | null,
  { uri = callback, state, confirm = 'yes' }: Asked = {},
  more: Partial<PlainAttempt> = {},
): PlainAttempt => ({
  operation: 'oauth_authorize_post',
  form: [
    ['client_id', 'c'],
    ['response_type', 'code'],
    ['confirm', confirm],
    ...(uri === null ? [] : [['redirect_uri', uri] as const]),
    ...(state === undefined ? [] : [['state', state] as const]),
  ],
  answer: { status: 302, headers: location === null ? {} : { location } },
  ...more,
});
const register = (redirectUris: readonly string[]): Partial<PlainAttempt> => ({
  steps: { register: { json: { ...sentClient, redirect_uris: redirectUris } } },
});
const oddState = 'a b&c=d+e%20f"é\u{1F511}';

describeRule(locationExact, {
  passes: {
    'the URI': authorized(`${callback}?code=x`),
    'its own query kept': authorized('https://app.example/cb?t=1&code=x', {
      uri: 'https://app.example/cb?t=1',
    }),
    'its own query in another order and encoding': authorized('https://app.example/cb?code=x&t=a+b', {
      uri: 'https://app.example/cb?t=a%20b',
    }),
    'its own query with the name of a parameter': authorized('https://app.example/cb?code=own&code=x', {
      uri: 'https://app.example/cb?code=own',
    }),
    'a slash inserted before the query': authorized(`${callback}/?code=x`),
    'a slash inserted before its own query': authorized('https://app.example/cb/?t=1&code=x', {
      uri: 'https://app.example/cb?t=1',
    }),
    'a path where there was none': authorized('https://app.example/?code=x', { uri: 'https://app.example' }),
    'a normal form that user agents make as well': authorized('https://app.example/cb?code=x', {
      uri: 'HTTPS://App.Example:443/cb',
    }),
    'further parameters': authorized(`${callback}?code=x&iss=https%3A%2F%2Fpc.example&session_state=1`),
    'the only one that is registered': authorized(`${callback}?code=x`, { uri: null }, register([callback])),
    'a scheme of an app': authorized('com.example.app:/cb?code=x', { uri: 'com.example.app:/cb' }),
  },
  violates: {
    'another path': [authorized('https://app.example/CB?code=x'), 'header Location'],
    'another host': [authorized('https://other.example/cb?code=x'), 'header Location'],
    'plain http': [authorized('http://app.example/cb?code=x'), 'header Location'],
    'its own query lost': [
      authorized('https://app.example/cb?code=x', { uri: 'https://app.example/cb?t=1' }),
      'header Location',
    ],
    'a second question mark': [
      authorized('https://app.example/cb?t=1?code=x', { uri: 'https://app.example/cb?t=1' }),
      'header Location',
    ],
    'a fragment': [authorized(`${callback}#code=x`), 'header Location'],
  },
  passesOver: {
    'no Location': authorized(null),
    'a refusal': { ...authorized(null), answer: refusal(400) },
    'a denial': authorized(`${callback}x?error=access_denied`, { confirm: 'no' }),
    'none of two that are registered': authorized(
      'https://x.example?code=x',
      { uri: null },
      register([callback, 'b']),
    ),
    'a URI that is none': authorized('https://app.example/%C3%A9?code=x', { uri: 'https://app.example/é' }),
  },
});

describeRule(locationSlash, {
  passes: {
    'the URI': authorized(`${callback}?code=x`),
    'a path where there was none': authorized('https://app.example/?code=x', { uri: 'https://app.example' }),
  },
  violates: { 'a slash': [authorized(`${callback}/?code=x`), 'header Location'] },
  passesOver: { 'a denial': authorized(`${callback}/?error=x`, { confirm: 'no' }) },
});

describeRule(codePresent, {
  passes: {
    'a code': authorized(`${callback}?code=x`),
  },
  violates: {
    'no code': [authorized(callback), 'header Location'],
    'an empty code': [authorized(`${callback}?code=`), 'header Location'],
    'two codes': [authorized(`${callback}?code=x&code=y`), 'header Location'],
    'a code in the fragment': [authorized(`${callback}#code=x`), 'header Location', 'header Location'],
  },
  passesOver: {
    'an error where the request is valid, which is a refusal': authorized(`${callback}?error=server_error`),
    'an error in the fragment': authorized(`${callback}#error=invalid_scope`),
    'an error where the request may be refused': authorized(
      `${callback}?error=invalid_scope`,
      {},
      { expectation: 'either' },
    ),

    'a denial': authorized(`${callback}?error=x`, { confirm: 'no' }),
    'no Location': authorized(null),
  },
});

describeRule(stateEchoed, {
  passes: {
    'none where none was sent': authorized(`${callback}?code=x`),
    'the state, percent-encoded': authorized(`${callback}?code=x&state=${encodeURIComponent(oddState)}`, {
      state: oddState,
    }),
    'the state, form-encoded': authorized(
      `${callback}?${new URLSearchParams({ state: oddState, code: 'x' }).toString()}`,
      { state: oddState },
    ),
    'a state beside one of its own query': authorized('https://app.example/cb?state=own&code=x&state=s', {
      uri: 'https://app.example/cb?state=own',
      state: 's',
    }),
    'an empty state left out': authorized(`${callback}?code=x`, { state: '' }),
    'an empty state returned': authorized(`${callback}?code=x&state=`, { state: '' }),
    'an empty state in an error where none was sent': authorized(
      `${callback}?error=access_denied&state=`,
      { confirm: 'no' },
      { expectation: 'either' },
    ),
    'the state of an error in the fragment': authorized(
      `${callback}#error=unsupported_response_type&state=s`,
      { state: 's' },
      { expectation: 'either' },
    ),
  },
  violates: {
    'a state that an error in the fragment drops': [
      authorized(`${callback}#error=unsupported_response_type`, { state: 's' }, { expectation: 'either' }),
      'header Location',
    ],
    'a state that an error drops': [
      authorized(`${callback}?error=access_denied`, { confirm: 'no', state: 's' }, { expectation: 'either' }),
      'header Location',
    ],
    'a state dropped': [authorized(`${callback}?code=x`, { state: 's' }), 'header Location'],
    'a state cut': [authorized(`${callback}?code=x&state=a`, { state: 'ab' }), 'header Location'],
    'a plus that became a space': [
      authorized(`${callback}?code=x&state=a+b`, { state: 'a+b' }),
      'header Location',
    ],
    'a state encoded twice': [
      authorized(`${callback}?code=x&state=%2541`, { state: 'A' }),
      'header Location',
    ],
    'an empty state where none was sent': [authorized(`${callback}?code=x&state=`), 'header Location'],
    'a state of its own': [authorized(`${callback}?code=x&state=xyz`), 'header Location'],
    'a state returned twice': [
      authorized(`${callback}?code=x&state=s&state=s`, { state: 's' }),
      'header Location',
    ],
    'a state cut by what it holds': [
      authorized(`${callback}?code=x&state=a&b=c`, { state: 'a&b=c' }),
      'header Location',
    ],
  },
  passesOver: {
    'an error without what is no state by appendix A.5': authorized(
      `${callback}?error=invalid_request`,
      { state: 'é' },
      { expectation: 'either' },
    ),
    'a denial': authorized(callback, { state: 's', confirm: 'no' }),
    'a state in the query': authorized(`${callback}?code=x&state=s`, {}, { query: 'state=s' }),
  },
});

describeRule(denialNoCode, {
  passes: {
    'an error redirect': authorized(`${callback}?error=access_denied&state=s`, { confirm: 'no', state: 's' }),
    'an envelope': { ...authorized(null, { confirm: 'no' }), answer: refusal(403) },
    'a page of the target': authorized('https://pc.example/console/', { confirm: 'no' }),
    'a code of its own query': authorized('https://app.example/cb?code=own&error=x', {
      uri: 'https://app.example/cb?code=own',
      confirm: 'no',
    }),
  },
  violates: {
    'a code': [authorized(`${callback}?code=x`, { confirm: 'no' }), 'header Location'],
    'a code in the fragment': [
      authorized(`${callback}?error=x#code=x`, { confirm: 'no' }),
      'header Location',
    ],
  },
  passesOver: { 'a consent': authorized(`${callback}?code=x`) },
});

const untrusted = (location: string | null, brokenAt = 'form:redirect_uri', uri = callback): PlainAttempt =>
  authorized(location, { uri }, { expectation: 'refuse', aspect: 'grant', brokenAt });

/** Sends a registered redirect URI and another one. */
const twoUris = (location: string): PlainAttempt => ({
  ...untrusted(location, 'form:redirect_uri'),
  form: [
    ['client_id', 'c'],
    ['redirect_uri', callback],
    ['redirect_uri', 'https://evil.example/'],
  ],
  ...register([callback]),
});

describeRule(refusedNoRedirect, {
  passes: {
    'an envelope': { ...untrusted(null), answer: refusal(400) },
    'a page of the target': untrusted('https://pc.example/oauth/errors'),
    'a path of the target': untrusted('/oauth/errors'),
    'an error for the registered URI in place of another on its host': {
      ...untrusted(`${callback}?error=invalid_request`, 'form:redirect_uri', `${callback}x`),
      ...register([callback]),
    },
    'a code for the registered one of two URIs, which another rule forbids': twoUris(`${callback}?code=x`),
    'the registered URI of a client id that is sent twice, which another rule forbids': {
      ...untrusted(`${callback}?code=x`),
      breakage: { kind: 'form.repeated', at: 'form:client_id' },
      ...register([callback]),
    },
  },
  violates: {
    'an error': [untrusted(`${callback}?error=x`, 'form:client_id'), 'header Location'],
    'a code': [untrusted(`${callback}?code=x`), 'header Location'],
    'another path of the host': [untrusted('https://app.example/?error=x'), 'header Location'],
    'a code for the foreign one of two URIs': [twoUris('https://evil.example/?code=x'), 'header Location'],
    'a URI that nobody registered, with a client id that is sent twice': [
      {
        ...untrusted('https://evil.example/?code=x', 'form:client_id', 'https://evil.example/'),
        breakage: { kind: 'form.repeated', at: 'form:client_id' },
        ...register([callback]),
      },
      'header Location',
    ],
    'an error for the registered URI of a client that is not known': [
      { ...untrusted(`${callback}?error=x`, 'form:client_id'), ...register([callback]) },
      'header Location',
    ],
    'the URI of an app': [
      untrusted('com.evil.app:/cb?error=x', 'form:redirect_uri', 'com.evil.app:/cb'),
      'header Location',
    ],
    'a stranger without credentials': [
      authorized(`${callback}?error=x`, {}, { expectation: 'refuse', aspect: 'credentials' }),
      'header Location',
    ],
  },
  passesOver: {
    'a client id in the query, which another rule forbids': {
      ...untrusted(`${callback}?code=x`),
      breakage: { kind: 'form.in-query', at: 'form:client_id' },
    },
    'another breakage': untrusted(`${callback}?error=x`, 'form:response_type'),
    'a consent': authorized(`${callback}?code=x`),
  },
});

const denied = (location: string, more: Partial<PlainAttempt> = {}): PlainAttempt =>
  authorized(location, { confirm: 'no', state: 's' }, { expectation: 'either', ...more });

describeRule(denialTold, {
  passes: {
    access_denied: denied(`${callback}?error=access_denied&state=s`),
    'access_denied behind an inserted slash': denied(`${callback}/?error=access_denied`),
  },
  violates: {
    'no error': [denied(`${callback}?denied=1`), 'header Location'],
    'another error': [denied(`${callback}?error=server_error`), 'header Location'],
    'two errors': [denied(`${callback}?error=access_denied&error=access_denied`), 'header Location'],
  },
  passesOver: {
    'a page of its own': denied('https://pc.example/console/'),
    'a refusal': { ...denied(callback), answer: refusal(403) },
    'a code, which violates another rule': denied(`${callback}?code=x`),
    'a broken request': denied(callback, { expectation: 'refuse', brokenAt: 'form:response_type' }),
    'a consent': authorized(callback),
  },
});

describeRule(refusalEnvelope, {
  passes: { 'an envelope': { ...untrusted(null, 'form:response_type'), answer: refusal(400) } },
  violates: {
    'an error redirect': [untrusted(`${callback}?error=x`, 'form:response_type'), 'status'],
    'an error in the fragment': [untrusted(`${callback}#error=x`, 'form:response_type'), 'status'],
    'a page of the target': [untrusted('/oauth/errors?message=x', 'form:client_id'), 'status'],
  },
  passesOver: { 'a consent': authorized(`${callback}?code=x`) },
});
