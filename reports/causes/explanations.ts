/** A rule's id, or the beginning of several, such as `bearer.`; `.` is that of all. */
export type RulePattern = string;

/** What follows if certain rules are violated. */
export interface Explanation {
  /** The rules that are all violated where it holds. The first one is the cause. */
  readonly when: readonly [string, ...string[]];
  /** If several rules together have a cause that none of them names: its id and what is wrong, in plain words. */
  readonly known?: { readonly id: string; readonly statement: string };
  /** Whether it holds only where nearly all cases violate each of these rules, on one operation at least. Default: no. */
  readonly isInMost?: true;
  /** It does not hold where one of these is violated, too. Default: none. */
  readonly unless?: readonly string[];
  /** The rules whose violations follow from it, if they touch one of its operations. */
  readonly explains?: readonly RulePattern[];
  /** The rules whose violations follow from it if nearly all of their cases violate it, too. */
  readonly explainsInCase?: readonly RulePattern[];
  /** Whether they follow on any operation, whatever they touch. Default: no. */
  readonly isEverywhere?: true;
  /** Whether they follow now and then: what nearly all cases of another operation violate does not. Default: no. */
  readonly isByChance?: true;
}

/** What is looked at through the gateway: whether a token still works. */
const usesOfTokens: readonly RulePattern[] = [
  'bearer.',
  'revoke.access-token.dead',
  'revoke.refresh-token.kills-access',
  'revoke.refresh-hint.search-extended',
  'revoke.race.final',
  'code.replay.kills-access',
  'generate.revocation.works',
];

/** What needs a client that is kept as it was written. */
const clientsKept: readonly RulePattern[] = [
  'client.registration.',
  'client.read.equal',
  'client.update.',
  'client.deletion.echoed',
  'client.lifecycle.remembered',
  'client.later.remembered',
  'client.odd-text.kept',
  'client.used.remembered',
  'client.failed-update.changes-nothing',
  'client.race.whole',
  'client.unknown-member.dropped',
  'list.entity.equals-read',
  'list.registered.present',
  'list.filter.',
  'generate.client.as-asked',
  'session.model.agrees',
];

/** What needs a client that reads as it is. */
const clientsRead: readonly RulePattern[] = [
  ...clientsKept,
  'auth.refused.no-effect',
  'client.others.untouched',
];

/** What needs a client that can be found again at all. */
const clientsFound: readonly RulePattern[] = [
  ...clientsKept,
  'client.',
  'authorize.',
  'auth.refused.no-effect',
  'code.',
  'token.',
  'refresh.',
  'revoke.',
  'generate.',
  'list.',
  'request.valid.accepted',
  'request.case.ignored',
  'session.',
];

/** What needs a code that can be redeemed. */
const codesRedeemed: readonly RulePattern[] = [
  'request.valid.accepted',
  'request.case.ignored',
  'authorize.pkce.redeemable',
  'code.earlier.redeemable',
  'code.later.redeemable',
  'token.',
  'refresh.',
  'bearer.',
  'session.model.agrees',
];

/** What needs a refresh token that works. */
const refreshesWork: readonly RulePattern[] = [
  'refresh.',
  'generate.refresh.works',
  'token.others.refreshable',
  'revoke.others.refreshable',
  'request.valid.accepted',
  'session.model.agrees',
];

/** The values that an error in the documented form has to have. */
const valuesOfErrors: readonly RulePattern[] = [
  'error.state.error',
  'error.code.equals-status',
  'error.kind.',
  'error.api-version.known',
  'error.reason.known',
];

/** What is asked of an error that has the documented form. */
const membersOfErrors: readonly RulePattern[] = [
  ...valuesOfErrors,
  'error.message-list.filled',
  'error.members.typed',
  'error.details.map',
  'session.refusal.documented',
  'bearer.expired.reason',
];

/** What is asked of an answer that comes, and is no failure of the server. */
const answersCome: readonly RulePattern[] = [
  'request.valid.accepted',
  'request.case.ignored',
  'request.invalid.refused',
  'method.',
  'session.',
  'client.unknown.not-found',
  'token.grant.bad-request',
  'token.client.unauthorized',
  'auth.credentials.required',
  'bearer.invalid.unauthorized',
  'revoke.unknown.',
  'response.',
  'error.',
];

/** What breaks off in a sequence where an answer is missing or a failure of the server. */
const sessionsBreak: readonly RulePattern[] = ['session.answer.whole', 'session.model.agrees'];

/** What is asked of the answer of an authorization that was granted. */
const grantedAnswers: readonly RulePattern[] = [
  'authorize.location.',
  'authorize.state.',
  'authorize.query.kept',
  'authorize.code.',
  'authorize.denial.told',
  'authorize.empty-state.accepted',
  'authorize.omitted-uri.registered-used',
  'authorize.added-uri.accepted',
  'authorize.extra.ignored',
  'authorize.pkce.redeemable',
  'response.location.reference',
];

/**
 * What follows from what, the most basic first: of two rules that explain each other, the one that is named here first is
 * the cause. A rule that is not named here explains what its own cases violate in the same place.
 */
export const explanations: readonly Explanation[] = [
  {
    when: [
      'client.registration.stored',
      'client.unknown.not-found',
      'client.lifecycle.gone',
      'client.deletion.final',
    ],
    known: {
      id: 'state.not-kept',
      statement: 'nothing is kept: answers do not depend on what was done before',
    },
    isInMost: true,
    explains: [...clientsFound, 'response.secret.not-repeated', 'login.state.', 'bearer.'],
    isEverywhere: true,
  },
  { when: ['robustness.answer.single'], explains: ['.'], isEverywhere: true, isByChance: true },
  {
    when: ['token.others.usable'],
    explains: [...usesOfTokens, 'token.', 'refresh.', 'revoke.', 'client.others.usable'],
    isEverywhere: true,
    isByChance: true,
  },
  {
    when: ['client.others.authorizable'],
    explains: ['authorize.', 'code.', 'request.valid.accepted'],
    isEverywhere: true,
  },
  { when: ['robustness.server-error.none'], explains: sessionsBreak, explainsInCase: answersCome },
  {
    when: ['run.operation.finished'],
    explains: ['robustness.connection.kept', 'robustness.answer.whole', 'session.answer.whole'],
  },
  // After the end nothing is set up, and nothing is found either: what is violated was answered before.
  { when: ['run.operation.finished'], isEverywhere: true },
  {
    when: ['robustness.answer.in-time'],
    explains: [...sessionsBreak, 'robustness.answer.prompt'],
    explainsInCase: answersCome,
  },
  {
    when: ['robustness.connection.kept'],
    explains: [...sessionsBreak, 'robustness.answer.whole'],
    explainsInCase: answersCome,
  },
  { when: ['robustness.answer.whole'], explains: sessionsBreak, explainsInCase: answersCome },
  {
    when: ['bearer.invalid.unauthorized'],
    unless: ['bearer.altered.refused'],
    explains: [...usesOfTokens, 'auth.credentials.required'],
    isEverywhere: true,
  },
  {
    when: ['token.client.unauthorized'],
    explainsInCase: ['auth.credentials.required'],
    explains: ['token.malformed-secret.unauthorized'],
  },
  { when: ['auth.credentials.required'], explains: [...usesOfTokens, 'auth.', 'revoke.refused.no-effect'] },
  { when: ['bearer.anonymous.refused'], explains: usesOfTokens, isEverywhere: true },
  { when: ['bearer.altered.refused'], explains: usesOfTokens, isEverywhere: true },
  {
    when: ['revoke.known.succeeds'],
    explains: ['revoke.', 'request.valid.accepted', 'generate.revocation.works'],
  },
  {
    when: ['revoke.access-token.dead'],
    explains: ['revoke.', 'generate.revocation.works', 'request.case.ignored'],
  },
  { when: ['request.case.ignored'], explains: ['request.valid.accepted'] },
  {
    when: ['method.undocumented.refused'],
    explains: ['method.undocumented.not-allowed', 'method.not-allowed.allow', 'method.allow.exact'],
  },
  {
    when: ['method.not-allowed.allow', 'method.head.supported'],
    unless: ['method.undocumented.refused', 'method.undocumented.not-allowed'],
    known: {
      id: 'methods.not-known',
      statement: 'a 405 does not tell the methods that are allowed, and HEAD is refused where GET is known',
    },
    explains: ['method.head.supported', 'method.allow.exact'],
    isEverywhere: true,
  },
  { when: ['method.undocumented.not-allowed'], explains: ['method.not-allowed.allow', 'method.allow.exact'] },
  {
    when: ['token.type.bearer', 'error.state.error', 'error.code.equals-status'],
    known: {
      id: 'answers.made-up',
      statement:
        'answers hold other values than they must: the type of tokens, the state and the code of errors',
    },
    explains: [...valuesOfErrors, 'token.type.bearer', 'token.expires-in.'],
    isEverywhere: true,
  },
  {
    when: ['error.envelope.documented'],
    explains: [
      ...membersOfErrors,
      'error.content-type.json',
      'error.envelope.gateway',
      'authorize.refusal.envelope',
    ],
    isEverywhere: true,
  },
  { when: ['error.content-type.json'], explains: membersOfErrors },
  { when: ['response.location.present'], explains: [...grantedAnswers, 'login.'] },
  {
    when: ['response.json.utf-8'],
    explains: ['response.schema.valid', 'response.json.unique-members', ...clientsKept, ...membersOfErrors],
  },
  { when: ['response.json.unique-members'], explains: ['token.answer.unique-members'] },
  { when: ['response.content-type.json'], explains: ['response.schema.valid', 'session.answer.documented'] },
  {
    when: ['response.status.documented'],
    explains: [
      'response.schema.valid',
      'response.content-type.json',
      'response.location.present',
      'session.answer.documented',
      'authorize.redirect.not-repeated',
    ],
  },
  {
    when: ['response.schema.valid'],
    explainsInCase: clientsKept,
    explains: [
      'session.answer.documented',
      'token.expires-in.',
      'token.scope.',
      'refresh.grant.works',
      'list.metadata.consistent',
      'client.secret.',
    ],
  },
  // Where nearly no client reads in the documented form, or as it was answered, it is the reading that is wrong.
  {
    when: ['response.schema.valid'],
    isInMost: true,
    explains: clientsRead,
  },
  {
    when: ['client.read.equal', 'client.registration.stored'],
    unless: ['client.registration.echoed', 'client.update.echoed'],
    isInMost: true,
    explains: clientsRead,
  },
  { when: ['client.others.untouched'], explains: ['auth.refused.no-effect', 'client.others.usable'] },
  { when: ['client.id.never-reused'], explains: [...clientsFound, 'bearer.'] },
  {
    when: ['client.id.unique'],
    explains: [...clientsFound, 'robustness.server-error.none', 'bearer.'],
  },
  { when: ['client.race.distinct'], explains: clientsFound },
  { when: ['client.id.new'], explains: clientsFound },
  { when: ['client.registration.stored'], explains: clientsKept, isEverywhere: true },
  { when: ['client.registration.echoed'], explains: clientsKept },
  { when: ['client.later.remembered'], explains: clientsFound, isEverywhere: true },
  { when: ['client.update.keeps-id'], explains: clientsFound },
  { when: ['client.update.stored'], explains: clientsKept },
  { when: ['client.update.echoed'], explains: clientsKept },
  { when: ['client.update.replaces'], explains: ['client.update.', 'client.race.whole'] },
  { when: ['client.deletion.echoed'], explains: ['client.read.equal'] },
  { when: ['client.read.equal'], explains: clientsKept },
  { when: ['client.lifecycle.remembered'], explains: ['session.', 'client.'] },
  {
    when: ['client.unknown.not-found'],
    explains: ['client.', 'request.invalid.refused', 'session.', 'generate.client.deletable'],
  },
  {
    when: ['client.deletion.final'],
    explains: [
      'client.',
      'generate.client.deletable',
      'list.deleted.absent',
      'authorize.client.known',
      'code.deleted-client.refused',
      'refresh.deleted-client.refused',
      'bearer.deleted-client.refused',
    ],
  },
  {
    when: ['authorize.redirect.exact'],
    explains: [
      'authorize.code.',
      'authorize.refused.no-redirect',
      'authorize.refusal.envelope',
      'authorize.omitted-uri.',
      'authorize.state.',
      'authorize.client.known',
      'request.invalid.refused',
    ],
  },
  {
    when: ['authorize.refused.no-redirect'],
    explains: [
      'authorize.refusal.envelope',
      'authorize.client.known',
      'authorize.state.',
      'request.invalid.refused',
    ],
  },
  { when: ['authorize.refusal.envelope'], explains: ['authorize.state.', 'request.invalid.refused'] },
  { when: ['authorize.error.single'], explains: ['authorize.denial.told'] },
  {
    when: ['authorize.extra.ignored'],
    explains: ['request.valid.accepted', 'token.extra.ignored'],
    isEverywhere: true,
  },
  { when: ['token.extra.ignored'], explains: ['request.valid.accepted'] },
  { when: ['authorize.denial.no-code'], explains: ['authorize.denial.', 'authorize.closed-list.no-code'] },
  { when: ['authorize.closed-list.no-code'], explains: ['request.invalid.refused'] },
  { when: ['authorize.code.present'], explains: grantedAnswers },
  { when: ['authorize.location.exact'], explains: grantedAnswers },
  { when: ['authorize.state.returned'], explains: ['authorize.state.', 'authorize.empty-state.accepted'] },
  { when: ['authorize.state.echoed'], explains: ['authorize.state.', 'authorize.empty-state.accepted'] },
  {
    when: ['code.value.unique'],
    explains: ['authorize.pkce.redeemable', 'code.', 'token.', 'refresh.', 'request.valid.accepted'],
    isEverywhere: true,
  },
  { when: ['token.code.redeemed'], explains: codesRedeemed },
  { when: ['code.invented.refused'], explains: ['code.', 'token.', 'request.invalid.refused'] },
  { when: ['code.replay.refused'], explains: ['code.'] },
  { when: ['token.client.known'], explains: ['token.', 'request.invalid.refused'] },
  { when: ['client.secret.unique'], explains: ['token.secret.checked', 'client.secret.'] },
  {
    when: ['token.secret.checked'],
    explains: [
      'token.client.',
      'token.rotated-secret.refused',
      'token.malformed-secret.unauthorized',
      'request.invalid.refused',
      'refresh.client.bound',
    ],
  },
  {
    when: ['token.access.unique'],
    explains: ['client.others.', 'token.', 'bearer.', 'revoke.', 'code.', 'refresh.', 'generate.'],
    isEverywhere: true,
  },
  {
    when: ['token.refresh.unique'],
    explains: ['token.', 'revoke.', 'code.', 'refresh.', 'generate.'],
    isEverywhere: true,
  },
  {
    when: ['token.pair.distinct'],
    explains: ['refresh.', 'token.', 'bearer.refresh-token.refused'],
    isEverywhere: true,
  },
  { when: ['token.scope.known'], explains: ['token.scope.', 'refresh.scope.within-grant'] },
  { when: ['token.grant-type.closed'], explains: ['request.invalid.refused'] },
  { when: ['refresh.redeemed-token.works'], explains: refreshesWork },
  { when: ['refresh.grant.works'], explains: refreshesWork },
  { when: ['refresh.returned-token.works'], explains: refreshesWork },
  { when: ['refresh.invented.refused'], explains: ['refresh.', 'token.', 'revoke.refresh-token.dead'] },
  { when: ['refresh.kind.checked'], explains: ['refresh.'] },
  {
    when: ['bearer.fresh.accepted'],
    explains: [...usesOfTokens, 'token.', 'refresh.access-token.accepted', 'client.others.usable'],
    isEverywhere: true,
  },
  {
    when: ['bearer.redeemed.accepted'],
    explains: [...usesOfTokens, 'token.', 'refresh.access-token.accepted', 'revoke.', 'client.others.usable'],
  },
  { when: ['bearer.later.accepted'], explains: ['bearer.', 'token.', 'client.others.usable'] },
  { when: ['revoke.refresh-token.dead'], explains: ['revoke.', 'generate.revocation.works'] },
  { when: ['revoke.others.usable'], explains: ['revoke.others.refreshable', 'revoke.same-client.usable'] },
  { when: ['list.entities.unique'], explains: ['list.'] },
  { when: ['list.offset.moves'], explains: ['list.', 'request.invalid.refused'] },
  { when: ['list.registered.present'], explains: ['list.'] },
  { when: ['list.order.reversed'], explains: ['list.order.', 'request.invalid.refused'] },
  { when: ['list.filter.honoured'], explains: ['list.filter.'] },
  { when: ['login.state.fresh'], explains: ['login.state.'] },
  {
    when: ['header.hsts.well-formed', 'header.nosniff.well-formed'],
    known: { id: 'headers.not-hardened', statement: 'security headers are missing or malformed' },
    explains: ['header.hsts.', 'header.nosniff.', 'header.frame-options.', 'header.framing.'],
  },
  {
    when: ['token.answer.no-store', 'client.answer.no-store'],
    known: { id: 'secrets.cacheable', statement: 'answers with tokens or client secrets may be cached' },
    explains: ['client.answer.no-store'],
    isEverywhere: true,
  },
  { when: ['token.answer.no-store'], explains: ['token.answer.pragma-no-cache'], isEverywhere: true },
  { when: ['token.expires-in.digits'], explains: ['token.expires-in.positive'], isEverywhere: true },
  { when: ['token.scope.default-applied'], explains: ['refresh.scope.within-grant'] },
  {
    when: ['code.deleted-client.refused'],
    explains: ['refresh.deleted-client.refused', 'bearer.deleted-client.refused'],
  },
  { when: ['client.others.usable'], explains: ['token.', 'refresh.', 'bearer.', 'revoke.'] },
  { when: ['client.id.visible'], explains: ['generate.', 'bearer.deleted-client.refused'] },
  { when: ['client.secret.unguessable'], explains: ['client.secret.unique'] },
  { when: ['code.value.unguessable'], explains: ['code.value.unique'] },
  { when: ['token.access.unguessable'], explains: ['token.access.unique', 'token.refresh.'] },
  { when: ['token.refresh.unguessable'], explains: ['token.refresh.unique'] },
  { when: ['code.kind.checked'], explains: ['request.invalid.refused'] },
  { when: ['authorize.added-uri.accepted'], explains: ['authorize.omitted-uri.registered-used'] },
  { when: ['request.invalid.refused'], explains: ['request.media-type.refused', 'session.model.agrees'] },
];
