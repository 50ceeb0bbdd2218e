import { describe, expect, it } from '@jest/globals';
import { catalogue } from '../../../checks/catalogue.ts';
import type { RuleRecord } from '../../../checks/verdict.ts';
import type { Cause } from '../../../reports/causes/cause.ts';
import { findAllCauses, findCauses } from '../../../reports/causes/find-causes.ts';
import {
  everyVerdict,
  failingRule,
  redacted,
  reportOf,
  sampleExchange,
  sampleFinding,
  sampleOperation,
  sampleReport,
  sampleRule,
} from '../sample-report.ts';

/** The causes of records, each on the operation that it names. */
function causesOf(...records: readonly RuleRecord[]): readonly Cause[] {
  const operations = [...new Set(records.map(({ operation }) => operation))];
  return findAllCauses(
    sampleReport({
      records: operations.map((operation) =>
        sampleOperation({ operation, rules: records.filter((record) => record.operation === operation) }),
      ),
    }),
  );
}

const idsOf = (causes: readonly Cause[]): readonly string[] => causes.map(({ id }) => id);

/** A violation whose evidence has steps of these operations. */
function violated(
  operation: RuleRecord['operation'],
  rule: string,
  {
    at = 'status',
    expected = '401',
    actual = '200',
    steps = [],
    ...change
  }: Partial<RuleRecord> & {
    readonly at?: string;
    readonly expected?: string;
    readonly actual?: string;
    readonly steps?: readonly string[];
  } = {},
): RuleRecord {
  const exchanges = [operation, ...steps].map((one) => sampleExchange({ operation: one }));
  const findings = [sampleFinding({ at, expected: redacted(expected), actual: redacted(actual), exchanges })];
  return failingRule({ operation, rule, findings, ...change });
}

const broken = (operation: RuleRecord['operation'], rule: string, reason: string): RuleRecord =>
  sampleRule({ operation, rule, reason, verdict: 'broken', judged: 0 });

describe('causes', () => {
  it('are none where nothing is wrong', () => {
    expect(causesOf(sampleRule())).toEqual([]);
  });

  it('leave notes out where what is wrong is asked for', () => {
    const report = reportOf(...everyVerdict());
    expect(findAllCauses(report).map(({ verdict }) => verdict)).toContain('note');
    expect(findCauses(report).map(({ verdict }) => verdict)).not.toContain('note');
  });

  it('take one rule over many operations for one', () => {
    const [cause, ...others] = causesOf(
      violated('oauth_client_post', 'auth.credentials.required'),
      violated('oauth_client_list_post', 'auth.credentials.required'),
      violated('oauth_token_post', 'auth.credentials.required'),
    );
    expect(others).toEqual([]);
    expect(cause?.statement).toBe('credentials are not checked on 3 of 12 operations');
    expect(cause?.operations).toEqual(['oauth_client_post', 'oauth_client_list_post', 'oauth_token_post']);
    expect(cause?.records).toHaveLength(3);
  });

  it('name the operation where it is one', () => {
    const [cause] = causesOf(violated('oauth_token_post', 'token.secret.checked'));
    expect(cause?.statement).toBe('client secrets are not checked (oauth_token_post)');
  });

  it('take what follows from another rule for its consequence, if it touches the same operation', () => {
    const unchecked = violated('oauth_revoke_token_post', 'auth.credentials.required');
    const steps = ['oauth_revoke_token_post'];
    expect(idsOf(causesOf(violated('session', 'revoke.refused.no-effect', { steps }), unchecked))).toEqual([
      'auth.credentials.required',
    ]);
    expect(idsOf(causesOf(violated('session', 'revoke.refused.no-effect'), unchecked))).toHaveLength(2);
  });

  it('take rules that the same cases violate in the same place for one', () => {
    const together = { 'response.secret.not-repeated': 10, 'header.secret.absent': 10 };
    const one = violated('oauth_token_post', 'response.secret.not-repeated', { together });
    const other = violated('oauth_token_post', 'header.secret.absent', { together });
    expect(causesOf(one, other)).toHaveLength(1);
    const elsewhere = violated('oauth_token_post', 'header.secret.absent', {
      together,
      at: 'header Location',
    });
    expect(causesOf(one, elsewhere)).toHaveLength(2);
  });

  it('keep two faults apart, although every answer with the rarer one has the other', () => {
    const everywhere = { 'response.date.present': 400, 'token.type.bearer': 12 };
    const seldom = { 'response.date.present': 12, 'token.type.bearer': 12 };
    expect(
      causesOf(
        violated('oauth_token_post', 'response.date.present', { together: everywhere }),
        violated('oauth_token_post', 'token.type.bearer', { together: seldom }),
      ),
    ).toHaveLength(2);
  });

  it('count a server error as the cause of what else is wrong with the same answers, and of no more', () => {
    const errors = { 'robustness.server-error.none': 9, 'request.valid.accepted': 9 };
    const crash = violated('oauth_client_post', 'robustness.server-error.none', { together: errors });
    const refused = violated('oauth_client_post', 'request.valid.accepted', { together: errors });
    expect(idsOf(causesOf(crash, refused))).toEqual(['robustness.server-error.none']);
    const more = { 'robustness.server-error.none': 9, 'request.valid.accepted': 80 };
    const often = violated('oauth_client_post', 'request.valid.accepted', { together: more });
    expect(idsOf(causesOf(crash, often))).toHaveLength(2);
  });

  it('put what could not be set up under what keeps it from being set up', () => {
    const reason = 'no case could be set up: authorize answered 302, without code';
    const without = violated('oauth_authorize_post', 'response.location.present');
    const causes = causesOf(
      without,
      broken('session', 'token.code.redeemed', reason),
      broken('oauth_token_post', 'token.type.bearer', reason),
    );
    expect(idsOf(causes)).toEqual(['response.location.present']);
    expect(causes[0]?.records).toHaveLength(3);
  });

  it('put what could not be sent under the end of the target, and nothing that was answered before it', () => {
    const causes = causesOf(
      violated('oauth_client_post', 'auth.credentials.required'),
      violated('oauth_idp_login_get', 'robustness.connection.kept'),
      violated('session', 'run.operation.finished', {
        at: 'connection',
        steps: ['oauth_client_client_id_get'],
      }),
      broken(
        'oauth_token_post',
        'run.operation.finished',
        'the target stopped answering: connection refused',
      ),
      broken('oauth_token_post', 'token.type.bearer', 'no case could be set up: register was not answered'),
    );
    const told = Object.fromEntries(causes.map(({ id, records }) => [id, records.length]));
    expect(told).toEqual({
      'run.operation.finished': 3,
      'auth.credentials.required': 1,
      'robustness.connection.kept': 1,
    });
  });

  it.each([
    ['an answer below 500', 'authorize answered 200, without code', 'response.status.documented'],
    ['a server error', 'authorize answered 500, without code', 'robustness.server-error.none'],
    ['a hang', 'authorize hang, without code', 'robustness.answer.in-time'],
    ['a target that has ended', 'authorize refused, without code', 'run.operation.finished'],
  ])('put what %s has kept from being set up under what explains that answer', (_what, reason, id) => {
    const causes = causesOf(
      violated('oauth_authorize_post', 'robustness.server-error.none'),
      violated('oauth_authorize_post', 'robustness.answer.in-time'),
      violated('oauth_authorize_post', 'response.status.documented', { actual: '200' }),
      violated('oauth_authorize_post', 'run.operation.finished', { at: 'connection' }),
      broken('oauth_token_post', 'token.type.bearer', `no case could be set up: ${reason}`),
    );
    const [blocking, ...others] = causes.filter(({ records }) =>
      records.some(({ verdict }) => verdict === 'broken'),
    );
    expect([blocking?.id, others]).toEqual([id, []]);
  });

  it('put successes of sequences under what is wrong with successes, and not under a server error', () => {
    const causes = causesOf(
      violated('oauth_authorize_post', 'robustness.server-error.none', { at: 'a' }),
      violated('oauth_authorize_post', 'response.status.documented', { at: 'b' }),
      violated('session', 'session.answer.documented', { at: 'c', steps: ['oauth_authorize_post'] }),
      violated('session', 'session.answer.whole', { at: 'd', steps: ['oauth_authorize_post'] }),
    );
    expect(
      Object.fromEntries(causes.map(({ id, records }) => [id, records.map(({ rule }) => rule)])),
    ).toEqual({
      'robustness.server-error.none': ['robustness.server-error.none', 'session.answer.whole'],
      'response.status.documented': ['response.status.documented', 'session.answer.documented'],
    });
  });

  it.each([
    [
      'secrets.cacheable',
      ['token.answer.no-store', 'client.answer.no-store', 'token.answer.pragma-no-cache'],
    ],
    ['methods.not-known', ['method.not-allowed.allow', 'method.head.supported']],
    [
      'answers.made-up',
      ['token.type.bearer', 'error.state.error', 'error.code.equals-status', 'token.expires-in.positive'],
    ],
  ])('are one where several rules together show what none of them names: %s', (id, rules) => {
    const all = rules.map((rule, index) =>
      violated(index === 0 ? 'oauth_token_post' : 'oauth_client_post', rule, { at: `at ${index}` }),
    );
    const causes = causesOf(...all);
    expect(idsOf(causes)).toEqual([id]);
    expect(causes[0]?.statement).toContain('(oauth_client_post, oauth_token_post)');
    const [first, second] = rules;
    expect(idsOf(causesOf(...all.filter(({ rule }) => rule !== second)))).toContain(first);
  });

  it('tell the reason itself where nothing else explains what is broken, once for all rules', () => {
    const reason = 'no case could be set up: redeem answered 400, without access_token';
    const [cause, ...others] = causesOf(
      violated('oauth_adfs_login_get', 'login.answer.not-cacheable', { verdict: 'warn', level: 'SHOULD' }),
      broken('session', 'refresh.grant.works', reason),
      broken('session', 'refresh.client.bound', reason),
    );
    expect(cause).toMatchObject({ verdict: 'broken', finding: null, hint: '' });
    expect(cause?.statement).toContain(reason);
    expect(cause?.records).toHaveLength(2);
    expect(others).toHaveLength(1);
  });

  const forgetful = (ofAll: Partial<RuleRecord>): readonly RuleRecord[] => [
    violated('oauth_client_post', 'client.registration.stored', { at: '/client_name', ...ofAll }),
    violated('oauth_client_client_id_get', 'client.unknown.not-found', ofAll),
    violated('session', 'client.lifecycle.gone', ofAll),
    violated('session', 'client.deletion.final', ofAll),
  ];

  it('say that nothing is kept where neither what was written nor what was deleted makes a difference', () => {
    const [cause, ...others] = causesOf(
      ...forgetful({ judged: 10, violated: 10 }),
      violated('session', 'code.invented.refused'),
      violated('session', 'revoke.access-token.dead'),
    );
    expect(cause?.id).toBe('state.not-kept');
    expect(others).toEqual([]);
  });

  it('do not say so where some cases alone show it', () => {
    expect(idsOf(causesOf(...forgetful({ judged: 10, violated: 8 })))).not.toContain('state.not-kept');
  });

  it('explain by answers that come twice what is violated now and then, and not what always is', () => {
    const twice = violated('oauth_client_client_id_get', 'robustness.answer.single');
    const other = (count: number): RuleRecord =>
      violated('oauth_client_list_post', 'response.json.utf-8', { judged: 10, violated: count });
    expect(idsOf(causesOf(twice, other(5)))).toEqual(['robustness.answer.single']);
    expect(idsOf(causesOf(twice, other(10)))).toContain('response.json.utf-8');
  });

  it('explain by ids that come again what touches where they are given, and nothing else', () => {
    const again = violated('oauth_generate_token_post', 'client.id.unique');
    const elsewhere = violated('session', 'authorize.redirect.exact', { steps: ['oauth_authorize_post'] });
    const there = violated('session', 'authorize.redirect.exact', { steps: ['oauth_generate_token_post'] });
    expect(idsOf(causesOf(again, there))).toEqual(['client.id.unique']);
    expect(idsOf(causesOf(again, elsewhere))).toContain('authorize.redirect.exact');
  });

  it('explain by ids of deleted clients that are given again what touches where they are given', () => {
    const again = violated('oauth_client_post', 'client.id.never-reused');
    const unique = violated('oauth_client_post', 'client.id.unique');
    const gone = violated('session', 'bearer.deleted-client.refused', { steps: ['oauth_client_post'] });
    const elsewhere = violated('session', 'bearer.deleted-client.refused', { steps: ['oauth_token_post'] });
    expect(idsOf(causesOf(again, unique, gone))).toEqual(['client.id.never-reused']);
    expect(idsOf(causesOf(again, elsewhere))).toContain('bearer.deleted-client.refused');
  });

  it('explain by a wrong schema the wrong values of the same answers, and of no others', () => {
    const schema = 'response.schema.valid';
    const stored = 'client.registration.stored';
    const causes = (count: number): readonly string[] => {
      const together = { [schema]: count, [stored]: count };
      const own = { [schema]: 10, [stored]: count };
      return idsOf(
        causesOf(
          violated('oauth_client_post', schema, { at: '/client_name', together: own }),
          violated('oauth_client_post', stored, {
            at: '/default_scopes',
            together: { ...together, [stored]: 10 },
          }),
        ),
      );
    };
    expect(causes(10)).toEqual([schema]);
    expect(causes(2)).toHaveLength(2);
  });

  it('do not say so where a client is stored wrongly, and the deletion of an unknown one succeeds', () => {
    const causes = causesOf(
      violated('oauth_client_post', 'client.registration.stored', { at: '/client_name' }),
      violated('oauth_client_client_id_delete', 'client.unknown.not-found'),
      violated('oauth_client_client_id_delete', 'client.lifecycle.gone'),
    );
    expect(causes.map(({ id }) => id).toSorted()).toEqual([
      'client.registration.stored',
      'client.unknown.not-found',
    ]);
  });

  it('say that tokens are mixed up, or scopes made up, rather than what follows', () => {
    const pair = causesOf(
      violated('session', 'token.pair.distinct'),
      violated('session', 'refresh.redeemed-token.works'),
      violated('session', 'bearer.refresh-token.refused'),
    );
    const scope = causesOf(
      violated('session', 'token.scope.known'),
      violated('session', 'refresh.scope.within-grant'),
    );
    expect([pair, scope].map((causes) => causes.map(({ id }) => id))).toEqual([
      ['token.pair.distinct'],
      ['token.scope.known'],
    ]);
  });

  it('do not say that credentials are not checked where they are refused with another status', () => {
    const [cause] = causesOf(violated('oauth_token_post', 'auth.credentials.required', { actual: '403' }));
    expect(cause?.statement).toMatch(/^bad or missing credentials are refused with another status than 401/);
  });

  it('do not say that a bad token is refused otherwise where a good one is refused', () => {
    const rule = 'bearer.redeemed.accepted';
    const [cause] = causesOf(violated('session', rule, { expected: 'any but 401', actual: '401' }));
    expect(cause?.statement).not.toContain('another status');
  });

  it.each([
    ['what is read', ['client.read.equal', 'client.registration.stored', 'auth.refused.no-effect']],
    ['the offset of a list', ['list.offset.moves', 'list.metadata.consistent', 'list.offset.honoured']],
    ['a revocation that is refused', ['revoke.known.succeeds', 'revoke.access-token.dead']],
    ['clients that change others', ['client.others.untouched', 'auth.refused.no-effect']],
    ['the secrets of clients', ['client.secret.unique', 'token.secret.checked']],
    ['a denial that is told twice', ['authorize.error.single', 'authorize.denial.told']],
    ['a URI that should not be redirected to', ['authorize.redirect.exact', 'authorize.code.in-query']],
  ])('are one and the most basic for %s', (_what, rules) => {
    const all = rules.map((rule, at) =>
      violated('session', rule, { at: `at ${at}`, judged: 10, violated: 10 }),
    );
    for (const order of [all, all.toReversed()]) expect(idsOf(causesOf(...order))).toEqual(rules.slice(0, 1));
  });

  it('explain each record that fails, warns, is broken or is noted, and each once', () => {
    const causes = causesOf(...everyVerdict());
    const explained = causes.flatMap(({ records }) => records);
    expect(new Set(explained).size).toBe(explained.length);
    expect(explained.map(({ verdict }) => verdict).sort()).toEqual([
      'broken',
      'fail',
      'note',
      'unexpected pass',
      'warn',
    ]);
  });

  it('come worst first, and of equals the widest', () => {
    const causes = causesOf(
      violated('oauth_client_post', 'response.date.present', {
        verdict: 'warn',
        level: 'SHOULD',
        at: 'header Date',
      }),
      violated('oauth_token_post', 'token.type.bearer', { at: '/token_type' }),
      violated('oauth_client_post', 'method.undocumented.refused'),
      violated('oauth_token_post', 'method.undocumented.refused'),
    );
    expect(idsOf(causes)).toEqual([
      'method.undocumented.refused',
      'token.type.bearer',
      'response.date.present',
    ]);
  });

  it('have the fingerprint of the cause alone, whatever the operations and the seed', () => {
    const [one] = causesOf(violated('oauth_client_post', 'response.date.present'));
    const [other] = causesOf(violated('oauth_token_post', 'response.date.present', { at: 'header Date' }));
    expect(one?.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(other?.fingerprint).toBe(one?.fingerprint);
  });

  it('show the evidence with the fewest steps that was seen again', () => {
    const long = violated('oauth_client_post', 'response.date.present', { steps: ['oauth_client_post'] });
    const short = violated('oauth_token_post', 'response.date.present');
    expect(causesOf(long, short)[0]?.lead.operation).toBe('oauth_token_post');
  });
});

describe('statements of rules', () => {
  it('say of each rule of the catalogue what is wrong, in one clause of its own', () => {
    const told = catalogue.map(({ id }) => causesOf(violated('session', id))[0]?.statement ?? '');
    expect(new Set(told).size).toBe(catalogue.length);
    for (const [index, statement] of told.entries()) {
      expect(statement).not.toBe(catalogue[index]?.claim);
      expect(statement).toMatch(/^[^.\n]{10,120}$/);
    }
  });
});
