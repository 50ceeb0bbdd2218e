import { beforeAll, describe, expect, it } from '@jest/globals';
import { rulesOf } from '../../checks/catalogue.ts';
import type { AttemptRule } from '../../checks/rule.ts';
import type { Replies, Sessions } from './synthetic-attempt.ts';
import { attemptOf, caseOf, loadSessions, location } from './synthetic-attempt.ts';
import { fixtureState } from '../../generators/setup/fixture-client.ts';

const sessionRules = rulesOf('session');

const evil = location('https://evil.invalid/stolen?code=c');
const uncoded = location('https://elsewhere.example/?error=x');
const tokens = (scope: string): Replies[string] => ({
  status: 200,
  json: { access_token: 'a', refresh_token: 'r', scope },
});
const lasting: Replies[string] = {
  status: 200,
  json: { access_token: 'a', refresh_token: 'r', expires_in: 3600 },
};
const page = (...ids: readonly string[]): Replies[string] => ({
  status: 200,
  json: { entities: ids.map((client_id) => ({ client_id })), metadata: { total_matches: ids.length } },
});
const pageOfNoTotal = (...ids: readonly string[]): Replies[string] => ({
  status: 200,
  json: { entities: ids.map((client_id) => ({ client_id })), metadata: {} },
});
const generated = (expires_in: number): Replies[string] => ({
  status: 200,
  json: { client_id: 'c', client_secret: 's', oauth_token: { access_token: 'a', expires_in } },
});
const client = (id: string): Replies[string] => ({
  status: 200,
  json: { client_id: id, client_secret: 's' },
});
const idp = (state: string): Replies[string] =>
  location(`https://idp.example/a?response_type=code&client_id=p${state}`);

const envelope = (code: number): unknown => ({
  state: 'ERROR',
  code,
  message_list: [{ message: 'It is refused.', reason: 'INVALID_ARGUMENT' }],
});

/** The first request of the case gets what it asks for, and nobody else anything. */
const oneSuccess = Object.fromEntries(Array.from({ length: 95 }, (_, index) => [`race-${index + 1}`, 400]));

/** Rule, family, conformant replies, violating replies. Steps without a reply are answered faithfully. */
const examples: readonly (readonly [rule: string, family: string, lawful: Replies, violating: Replies])[] = [
  ['authorize.redirect.exact', 'authorize.redirect.host-suffix', { main: 400 }, {}],
  ['authorize.redirect.exact', 'authorize.redirect.path-suffix', { main: uncoded }, { main: evil }],
  [
    'authorize.redirect.exact',
    'authorize.redirect.fragment',
    { main: 400 },
    { main: location('https://app.example.com/callback#stolen?code=c') },
  ],
  ['authorize.redirect.exact', 'authorize.redirect.pattern-glob', { authorize: 400 }, {}],
  ['authorize.client.known', 'authorize.client.deleted', { main: 400 }, {}],
  ['authorize.code.to-registered', 'authorize.extra.unknown', {}, { main: evil }],
  [
    'authorize.state.returned',
    'authorize.state.hard',
    {},
    { main: location('https://a.example/?code=c&state=x') },
  ],
  [
    'authorize.state.returned',
    'authorize.state.absent',
    {},
    { main: location('https://a.example/?code=c&state=') },
  ],
  [
    'authorize.header.unsplit',
    'authorize.line-break.state',
    { main: 400 },
    { main: { status: 302, headers: { 'x-conformance-split': 'yes' } } },
  ],
  ['authorize.query.kept', 'authorize.query.kept', {}, { main: evil }],
  ['authorize.code.in-query', 'authorize.extra.unknown', {}, { main: location('https://a.example/#code=c') }],
  ['authorize.redirect.not-repeated', 'authorize.denied', { main: uncoded }, { main: location('/x', 307) }],
  ['authorize.closed-list.no-code', 'authorize.closed.confirm.on', { main: uncoded }, {}],
  ['authorize.closed-list.no-code', 'authorize.denied', { main: 400 }, {}],
  ['authorize.repeated.second-ignored', 'authorize.repeated.redirect-uri', { main: 400 }, { main: evil }],
  [
    'authorize.repeated.second-ignored',
    'authorize.repeated.state',
    { main: 400 },
    { main: location(`https://a.example/?code=c&state=${fixtureState}-second`) },
  ],
  [
    'authorize.repeated.second-ignored',
    'authorize.repeated.state',
    { main: location(`https://a.example/?error=invalid_request&state=${fixtureState}-second`) },
    { main: location(`https://a.example/?code=c&state=${fixtureState}-second`) },
  ],
  // An error in the fragment is how RFC 6749 section 4.2.2.1 refuses another response type.
  [
    'authorize.code.in-query',
    'authorize.closed.response-type.token',
    { main: location('https://a.example/#error=unsupported_response_type&state=s') },
    { main: location('https://a.example/#access_token=t0ken&state=s') },
  ],
  [
    'authorize.closed-list.no-code',
    'authorize.closed.response-type.token',
    { main: location('https://a.example/#error=unsupported_response_type&state=s') },
    { main: location('https://a.example/#access_token=t0ken&state=s') },
  ],
  [
    'authorize.extra.ignored',
    'authorize.extra.pkce',
    {},
    { main: location('https://a.example/?error=invalid_request') },
  ],
  ['code.replay.refused', 'code.replay', { main: location('/errors?error=invalid_grant') }, {}],
  ['authorize.empty-state.accepted', 'authorize.empty.state', {}, { main: 400 }],
  ['authorize.omitted-uri.ambiguous-refused', 'authorize.omitted.several', { main: 400 }, {}],
  ['authorize.omitted-uri.registered-used', 'authorize.omitted.single', {}, { main: 400 }],
  ['authorize.extra.ignored', 'authorize.extra.pkce', {}, { main: 400 }],
  ['authorize.pkce.redeemable', 'authorize.extra.pkce', {}, { 'redeem-verified': 400 }],
  ['authorize.added-uri.accepted', 'authorize.added.by-update', {}, { main: 400 }],
  ['code.replay.refused', 'code.replay', { main: 400 }, {}],
  ['code.replay.refused', 'code.replay-after-failure', { main: 400 }, {}],
  ['code.replay.kills-access', 'code.replay', { main: 400, 'use-token': 401 }, { main: 400 }],
  ['code.replay.kills-refresh', 'code.replay', { main: 400, 'refresh-after': 400 }, { main: 400 }],
  ['code.client.bound', 'code.other-client.same-uri', { main: 400 }, {}],
  ['code.redirect.bound', 'code.redirect.missing', { main: 400 }, {}],
  ['code.redirect.bound', 'code.redirect.of-later', { main: 400 }, {}],
  ['code.invented.refused', 'code.invented.case-swapped', { main: 400 }, {}],
  ['code.kind.checked', 'code.other-kind.refresh-token', { main: 400 }, {}],
  ['code.deleted-client.refused', 'code.deleted-client', { main: 401 }, {}],
  ['code.race.single', 'race.redeem', oneSuccess, {}],
  [
    'bearer.later.accepted',
    'later.kept',
    { redeem: lasting, 'use-token': 403 },
    { redeem: lasting, 'use-token': 401 },
  ],
  [
    'bearer.later.accepted',
    'later.refreshed',
    { main: lasting },
    { main: lasting, 'use-refreshed-later': 401 },
  ],
  ['code.later.redeemable', 'later.code', {}, { main: 400 }],
  ['session.answer.documented', 'login.fresh.idp', {}, { 'login-3': 200 }],
  ['session.answer.documented', 'login.open.callback-any', { main: 400 }, { main: 204 }],
  [
    'session.refusal.documented',
    'code.invented.truncated',
    { main: { status: 400, json: envelope(400) } },
    { main: { status: 400, json: { error: 'invalid_grant' } } },
  ],
  [
    'session.refusal.documented',
    'code.invented.truncated',
    { main: 403 },
    { main: { status: 400, json: envelope(401) } },
  ],
  ['refresh.redeemed-token.works', 'later.kept', {}, { 'refresh-after': 401 }],
  ['code.earlier.redeemable', 'beside.earlier-code', {}, { main: 400 }],
  ['token.code.redeemed', 'beside.code-of-other', {}, { main: 400 }],
  ['token.others.usable', 'beside.token-of-other', { 'use-token': 403 }, { 'use-token': 401 }],
  ['token.others.refreshable', 'beside.token-of-other', {}, { 'refresh-after': 400 }],
  ['token.earlier.usable', 'beside.earlier-token', {}, { 'use-token': 401 }],
  ['token.secret.checked', 'token.secret.padded.code', { main: 401 }, {}],
  ['token.client.known', 'token.client.unknown', { main: 401 }, {}],
  ['token.current-secret.accepted', 'token.rotated.new', {}, { main: 401 }],
  ['token.grant-type.closed', 'token.grant-type.password', { main: 400 }, {}],
  ['token.extra.ignored', 'token.extra.unknown', {}, { main: 400 }],
  ['token.code.redeemed', 'token.redeem', {}, { main: 400 }],
  [
    'token.pair.distinct',
    'token.redeem',
    {},
    { main: { status: 200, json: { access_token: 'a', refresh_token: 'a' } } },
  ],
  ['token.scope.known', 'token.scope.narrower', { redeem: tokens('all read') }, { redeem: tokens('admin') }],
  [
    'token.scope.well-formed',
    'token.scope.omitted-several',
    { redeem: tokens('read write') },
    { redeem: tokens('read\nwrite') },
  ],
  [
    'token.scope.within-asked',
    'token.scope.narrower',
    { redeem: tokens('read') },
    { redeem: tokens('all read') },
  ],
  [
    'token.scope.within-default',
    'token.scope.wider',
    { redeem: tokens('read') },
    { redeem: tokens('read admin') },
  ],
  [
    'token.scope.default-applied',
    'token.scope.omitted-several',
    { redeem: tokens('read write') },
    { redeem: tokens('read') },
  ],
  [
    'token.client.indistinct',
    'token.enumeration',
    { main: 401, 'unknown-client': 401 },
    { main: 401, 'unknown-client': 404 },
  ],
  ['refresh.grant.works', 'refresh.valid', {}, { main: 400 }],
  ['refresh.redeemed-token.works', 'token.redeem', {}, { 'refresh-after': 400 }],
  ['refresh.returned-token.works', 'refresh.valid', {}, { 'refresh-again': 400 }],
  ['refresh.returned-token.works', 'refresh.chain', {}, { 'refresh-fourth': 400 }],
  ['refresh.access-token.accepted', 'refresh.valid', { 'use-refreshed': 403 }, { 'use-refreshed': 401 }],
  ['refresh.client.bound', 'refresh.other-client', { main: 400 }, {}],
  ['refresh.scope.within-grant', 'refresh.wider-scope', { main: 400 }, { main: tokens('all admin') }],
  ['refresh.scope.within-grant', 'refresh.wider-scope.upper-case', { main: 400 }, { main: tokens('ALL') }],
  ['refresh.scope.kept', 'refresh.valid', {}, { main: tokens('') }],
  ['refresh.scope.within-grant', 'refresh.valid', {}, { main: tokens('all admin') }],
  ['refresh.rotated.old-refused', 'refresh.rotated', { main: 400 }, {}],
  ['refresh.invented.refused', 'refresh.invented.truncated', { main: 400 }, {}],
  ['refresh.kind.checked', 'refresh.other-kind.code', { main: 400 }, {}],
  ['refresh.deleted-client.refused', 'refresh.deleted-client', { main: 401 }, {}],
  ['refresh.race.single', 'race.refresh', oneSuccess, {}],
  [
    'revoke.access-token.dead',
    'revoke.access-token.no-hint',
    { 'use-token': 401, 'use-token-again': 401 },
    { 'use-token-again': 401 },
  ],
  [
    'revoke.access-token.dead',
    'revoke.access-token.access-hint',
    { 'use-token': 401, 'use-token-again': 401 },
    { 'use-token': 403 },
  ],
  [
    'revoke.refresh-hint.search-extended',
    'revoke.access-token.refresh-hint',
    { 'use-token': 401, 'use-token-again': 401 },
    {},
  ],
  ['revoke.access-hint.search-extended', 'revoke.refresh-token.no-hint', { 'refresh-after': 400 }, {}],
  ['revoke.refresh-token.dead', 'revoke.refresh-token.refresh-hint', { 'refresh-after': 400 }, {}],
  [
    'revoke.refresh-token.kills-access',
    'revoke.refresh-token.refresh-hint',
    { 'refresh-after': 400, 'use-token': 401 },
    { 'refresh-after': 400 },
  ],
  ['revoke.known.succeeds', 'revoke.access-token.no-hint', {}, { main: 404 }],
  ['revoke.unknown.settled', 'revoke.unknown', { main: 404 }, { main: 400 }],
  ['revoke.unknown.settled', 'revoke.again', { main: 200 }, { main: 403 }],
  ['revoke.stranger.no-effect', 'revoke.near-miss.padded', {}, { 'use-token': 401 }],
  ['generate.client.manageable', 'generate.updated', {}, { main: 404 }],
  ['generate.client.manageable', 'generate.deleted', { read: 404, main: 404 }, { main: 404 }],
  ['bearer.refresh-token.refused', 'generate.life', { 'use-generated-refresh-token': 401 }, {}],
  ['revoke.refused.no-effect', 'revoke.anonymous.no-hint', { main: 401 }, { main: 401, 'use-token': 401 }],
  ['revoke.others.usable', 'revoke.others', {}, { 'use-other': 401 }],
  ['revoke.same-client.usable', 'revoke.same-client', { 'use-token': 403 }, { 'use-token': 401 }],
  ['revoke.others.refreshable', 'revoke.others', {}, { 'refresh-other': 400 }],
  [
    'bearer.expired.refused',
    'bearer.expired',
    { main: generated(2), 'use-expired': 401 },
    { main: generated(2) },
  ],
  ['bearer.scheme.case-insensitive', 'bearer.use', {}, { 'use-lower-case': 401 }],
  ['bearer.refresh-token.refused', 'bearer.use', { 'use-refresh-token': 401 }, {}],
  ['bearer.code.refused', 'bearer.unredeemed-code', { 'use-code': 401 }, {}],
  [
    'bearer.code.refused',
    'bearer.use',
    { 'use-code': 401, 'use-client-secret': 401, 'use-client-id': 401 },
    {},
  ],
  ['bearer.anonymous.refused', 'bearer.use', { 'use-nothing': 401 }, {}],
  ['bearer.query.refused', 'bearer.use', { 'use-nothing': 401, 'use-query': 401 }, { 'use-nothing': 401 }],
  [
    'bearer.altered.refused',
    'bearer.use',
    {
      'use-truncated': 401,
      'use-case-swapped': 401,
      'use-changed': 401,
      'use-changed-end': 401,
      'use-unsigned': 401,
      'use-invented': 401,
      'use-padded': 401,
    },
    {},
  ],
  [
    'bearer.invalid.unauthorized',
    'bearer.use',
    { 'use-truncated': 401, 'use-changed': 401, 'use-invented': 401 },
    { 'use-changed': 403 },
  ],
  [
    'bearer.challenge.present',
    'bearer.use',
    {
      'use-changed': {
        status: 401,
        headers: { 'www-authenticate': 'Basic realm="x", Bearer error="invalid_token"' },
      },
    },
    { 'use-changed': { status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } } },
  ],
  [
    'bearer.unauthorized.challenged',
    'bearer.use',
    {
      'use-nothing': { status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } },
      'use-changed': 403,
    },
    { 'use-nothing': 401 },
  ],
  ['bearer.deleted-client.refused', 'bearer.deleted-client', { 'use-token': 401 }, {}],
  ['bearer.redeemed.accepted', 'token.redeem', {}, { 'use-redeemed': 401 }],
  ['bearer.generated.accepted', 'generate.life', { 'use-generated': 403 }, { 'use-generated': 401 }],
  [
    'client.lifecycle.gone',
    'client.lifecycle',
    { 'read-back': 404, 'delete-again': 404 },
    { 'read-back': 404 },
  ],
  [
    'client.update.creates-nothing',
    'client.update-unknown.invented',
    { main: 404, 'read-back': 404 },
    { main: 404 },
  ],
  ['client.id.never-reused', 'client.registered-again', {}, { register: client('one'), main: client('one') }],
  [
    'client.unknown-member.dropped',
    'client.unknown-member',
    {},
    { 'read-back': { status: 200, json: { x_conformance: 1 } } },
  ],
  ['client.others.authorizable', 'client.others.delete', {}, { 'authorize-other': 400 }],
  ['client.others.usable', 'client.others.delete-with-tokens', { 'use-other': 403 }, { 'use-other': 401 }],
  ['client.race.deletion-final', 'race.delete', { 'read-back': 404 }, {}],
  [
    'bearer.scheme.required',
    'bearer.use',
    { 'use-other-scheme': 401, 'use-basic-scheme': 401, 'use-digest-scheme': 400 },
    {},
  ],
  ['revoke.race.final', 'race.revoke', { 'use-token': 401 }, {}],
  ['client.race.distinct', 'race.register', {}, { main: client('one'), 'race-1': client('one') }],
  [
    'list.registered.present',
    'list.listed.whole',
    {
      register: client('one'),
      'register-other': client('two'),
      main: page('two', 'one'),
      'list-before': page('one'),
    },
    {},
  ],
  [
    'list.registered.present',
    'list.listed.whole',
    {
      register: client('one'),
      'register-other': client('two'),
      'list-before': pageOfNoTotal('one'),
      main: pageOfNoTotal('one', 'two'),
    },
    { register: client('one'), 'list-before': pageOfNoTotal(), main: pageOfNoTotal() },
  ],
  ['list.filter.accepted', 'list.filtered.finds.above', {}, { main: 400 }],
  [
    'list.filter.finds',
    'list.filtered.finds.equal',
    { register: client('one'), main: page('one') },
    { register: client('one'), main: page() },
  ],
  [
    'list.filter.leaves-out',
    'list.filtered.leaves-out.equal',
    { register: client('one'), main: page('two') },
    { register: client('one'), main: page('one') },
  ],
  ['list.deleted.absent', 'list.deleted', {}, { register: client('one'), main: page('one') }],
  [
    'list.offset.moves',
    'list.pages',
    { 'list-first': page('a', 'b'), 'list-first-again': page('a', 'b'), main: page('b') },
    { 'list-first': page('a', 'b'), 'list-first-again': page('a', 'b'), main: page('a') },
  ],
  [
    'list.order.reversed',
    'list.order',
    {
      register: client('one'),
      'register-other': client('two'),
      main: page('one', 'two'),
      'list-descending': page('two', 'one'),
    },
    {
      register: client('one'),
      'register-other': client('two'),
      main: page('one', 'two'),
      'list-descending': page('one', 'x', 'two'),
    },
  ],
  ['generate.refresh.works', 'generate.life', {}, { 'refresh-generated': 400 }],
  ['generate.revocation.works', 'generate.life', { 'use-revoked': 401 }, {}],
  ['list.entities.unique', 'list.listed.whole', { main: page('one', 'two') }, { main: page('one', 'one') }],
  ['generate.client.readable', 'generate.life', {}, { 'read-back': 404 }],
  ['generate.client.deletable', 'generate.deleted', { 'read-back': 404 }, {}],
  [
    'generate.scope.within-asked',
    'generate.scope.asked',
    {},
    { main: { status: 200, json: { oauth_token: { access_token: 'a', scopes: ['all', 'admin'] } } } },
  ],
  ['login.state.fresh', 'login.fresh.idp', {}, { main: idp('&state=a'), 'login-again': idp('&state=a') }],
  ['login.state.fresh', 'login.fresh.idp', {}, { main: idp('') }],
  ['login.destination.closed', 'login.open.idp-any', {}, { main: location('//evil.invalid/stolen') }],
  [
    'login.request.complete',
    'login.fresh.idp',
    { main: idp('&scope=openid') },
    { main: location('https://idp.example/a?response_type=code&scope=openid') },
  ],
  [
    'login.request.complete',
    'login.fresh.adfs',
    { main: idp('') },
    { main: location('https://a/?client_id=') },
  ],
  [
    'login.callback.named',
    'login.fresh.idp',
    { main: idp(`&redirect_uri=${encodeURIComponent('https://pc.example/v3/oauth/idp_callback')}`) },
    { main: idp('') },
  ],
  [
    'login.location.elsewhere',
    'login.fresh.idp',
    { main: location('/console/login') },
    { main: location('?client_id=a') },
  ],
  [
    'bearer.expired.reason',
    'bearer.expired',
    {
      main: generated(2),
      'use-expired': {
        status: 401,
        json: { message_list: [{ reason: 'OTHER' }, { reason: 'BEARER_TOKEN_EXPIRED' }] },
      },
    },
    {
      main: generated(2),
      'use-expired': { status: 401, json: { message_list: [{ reason: 'AUTHENTICATION_REQUIRED' }] } },
    },
  ],
  [
    'login.response-type.code',
    'login.fresh.idp',
    { main: location('https://idp.example/a?response_type=code%20id_token&client_id=p') },
    { main: location('https://idp.example/a?response_type=id_token%20token&client_id=p') },
  ],
  [
    'login.forwarded-host.ignored',
    'login.forwarded.callback',
    { main: location('/console') },
    { main: location('//evil.invalid/console') },
  ],
  ['login.location.no-token', 'login.invented.code', {}, { main: location('/console?access_token=a') }],
  [
    'login.session.not-for-invented',
    'login.invented.code',
    { main: { status: 302, headers: { location: '/?error=x', 'set-cookie': 'SESSION=a' } } },
    { main: { status: 302, headers: { location: '/', 'set-cookie': 'SESSION=a; HttpOnly' } } },
  ],
  ['session.answer.whole', 'code.replay', { main: 400 }, { main: 500 }],
  ['session.answer.whole', 'client.lifecycle', {}, { update: null }],
  ['session.model.agrees', 'model.grants', { main: 500 }, { 'register-other': 400 }],
];

let sessions: Sessions;
beforeAll(async () => {
  sessions = await loadSessions();
});

function ruleNamed(id: string): AttemptRule {
  const found = sessionRules.find((rule) => rule.id === id);
  if (found?.on !== 'attempt') throw new TypeError(`no rule ${id}`);
  return found;
}

describe.each(examples)('%s on %s', (id, family, lawful, violating) => {
  it('finds nothing in lawful answers', () => {
    const attempt = attemptOf(sessions, caseOf(sessions, family), lawful);
    const rule = ruleNamed(id);
    expect(rule.appliesTo(attempt) ? rule.judge(attempt) : []).toEqual([]);
  });

  it('finds what violates it', () => {
    const attempt = attemptOf(sessions, caseOf(sessions, family), violating);
    const rule = ruleNamed(id);
    expect(rule.appliesTo(attempt)).toBe(true);
    expect(rule.judge(attempt)).not.toEqual([]);
  });
});

describe('session rules', () => {
  it('have ids of their own and claims that fit a line', () => {
    expect(new Set(sessionRules.map(({ id }) => id)).size).toBe(sessionRules.length);
    expect(sessionRules.filter(({ claim }) => claim.length >= 80)).toEqual([]);
  });

  it('bear any answer', () => {
    const odd = [
      null,
      200,
      302,
      401,
      404,
      429,
      500,
      { status: 200, json: null },
      { status: 200, json: [1] },
      location(''),
    ];
    for (const family of sessions.families) {
      const testCase = caseOf(sessions, family.name);
      for (const reply of odd) {
        const later = testCase.steps.filter(({ role }) => role !== 'setup');
        const replies = Object.fromEntries(later.map(({ name }) => [name, reply]));
        const attempt = attemptOf(sessions, testCase, replies);
        const answered = { ...attempt, response: attempt.exchange.response };
        for (const rule of sessionRules) {
          if (rule.on === 'attempt' && rule.appliesTo(attempt)) expect(rule.judge(attempt)).toBeDefined();
          if (rule.on === 'sample' && answered.response !== null)
            expect(rule.collect({ ...answered, response: answered.response })).toBeDefined();
        }
      }
    }
  });

  it('are each judged on some faithful session', () => {
    const judged = new Set(examples.map(([id]) => id));
    const untested = sessionRules
      .filter((rule) => rule.on === 'attempt' && !judged.has(rule.id))
      .map(({ id }) => id);
    expect(untested.sort()).toEqual(testedElsewhere);
  });
});

/** Rules with their own tests: those whose conformant answers need memory, and some on the content of all answers. */
const testedElsewhere = [
  'client.failed-update.changes-nothing',
  'client.id.new',
  'client.identifiers.assigned',
  'client.later.remembered',
  'client.lifecycle.remembered',
  'client.others.untouched',
  'client.race.whole',
  'client.update.replaces',
  'client.used.remembered',
  'generate.client.as-asked',
  'header.cors.not-reflected',
  'list.entity.equals-read',
  'list.order.kept',
  'robustness.hard-input.prompt',
  'token.rotated-secret.refused',
  'token.value.new',
];
