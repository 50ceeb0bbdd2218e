import { sampleRule } from '../make/sample-rule.ts';
import { accepts, refuses, sessionRule, stepViolation, unauthorized } from '../make/session-rule.ts';
import { guessableValue, invisibleValue, repeatedValue } from '../make/value-problems.ts';
import { succeeded, takesBearer, wasRefused } from '../read/steps.ts';
import { racedSuccesses } from '../read/races.ts';
import type { Rule } from '../rule.ts';

export const codeClientBound = sessionRule({
  id: 'code.client.bound',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'RFC 6749', section: '4.1.3' },
  claim: 'redeems a code for no client but its own',
  families: ['code.other-client.'],
  judgement: refuses('main'),
});

export const codeDeletedClientRefused = sessionRule({
  id: 'code.deleted-client.refused',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_client_client_id_delete' },
  claim: 'redeems no code of a deleted client',
  families: ['code.deleted-client'],
  when: (attempt) => succeeded(attempt, 'delete'),
  judgement: refuses('main'),
});

/** Two windows of one user, or two users, are two authorizations. No standard says so, so this is a warning. */
export const codeEarlierRedeemable = sessionRule({
  id: 'code.earlier.redeemable',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_token_post' },
  claim: 'redeems a code although its client was given another one since',
  families: ['beside.earlier-code'],
  judgement: accepts('main'),
});

export const codeInventedRefused = sessionRule({
  id: 'code.invented.refused',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'RFC 6749', section: '4.1.3' },
  claim: 'redeems no code that it has not issued',
  families: ['code.invented.'],
  judgement: refuses('main'),
});

export const codeKindChecked = sessionRule({
  id: 'code.kind.checked',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'RFC 6749', section: '4.1.3' },
  claim: 'takes no token for a code',
  families: ['code.other-kind.'],
  judgement: refuses('main'),
});

/**
 * The standard sets a maximum of ten minutes and no minimum, but a code must live long enough to travel between
 * machines.
 */
export const codeLaterRedeemable = sessionRule({
  id: 'code.later.redeemable',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'RFC 6749', section: '4.1.2' },
  claim: 'redeems a code that is some seconds old',
  families: ['later.code'],
  judgement: accepts('main'),
});

/** Looking up a code and marking it as used must be one atomic operation. */
export const codeRaceSingle = sessionRule({
  id: 'code.race.single',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'RFC 6749', section: '4.1.2' },
  claim: 'redeems a code once, however many ask for it at the same moment',
  families: ['race.redeem'],
  judgement: {
    appliesTo: (attempt) => racedSuccesses(attempt, 'code').length > 0,
    looks: (attempt) => racedSuccesses(attempt, 'code').length,
    judge: (attempt) =>
      racedSuccesses(attempt, 'code').flatMap((steps) => {
        const [, second] = steps;
        return second === undefined
          ? []
          : [stepViolation(second, 'one success', `${steps.length} successes`)];
      }),
  },
});

export const codeRedirectBound = sessionRule({
  id: 'code.redirect.bound',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'RFC 6749', section: '4.1.3' },
  claim: 'redeems a code with its own redirect URI only',
  families: ['code.redirect.'],
  judgement: refuses('main'),
});

export const codeReplayKillsAccess = sessionRule({
  id: 'code.replay.kills-access',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: ['bearer'],
  source: { document: 'RFC 6749', section: '4.1.2' },
  claim: 'revokes the access token of a code that is redeemed again',
  families: ['code.replay'],
  when: (attempt) => takesBearer(attempt, 'use-token-before') && wasRefused(attempt, 'main'),
  judgement: unauthorized('use-token'),
});

export const codeReplayKillsRefresh = sessionRule({
  id: 'code.replay.kills-refresh',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'RFC 6749', section: '4.1.2' },
  claim: 'revokes the refresh token of a code that is redeemed again',
  families: ['code.replay'],
  when: (attempt) => wasRefused(attempt, 'main'),
  judgement: refuses('refresh-after'),
});

export const codeReplayRefused = sessionRule({
  id: 'code.replay.refused',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'RFC 6749', section: '4.1.2' },
  claim: 'redeems a code once',
  families: ['code.replay'],
  judgement: refuses('main'),
});

/** The standard requires 128 bits. An estimate from a sample needs some slack, and a UUID has 122. */
export const codeValueUnguessable = sampleRule({
  id: 'code.value.unguessable',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: '10.10' },
  claim: 'makes every code of at least 96 bits of chance',
  kind: 'code',
  perOperation: true,
  problem: guessableValue,
});

/** Two authorizations that share a code cannot be told apart. */
export const codeValueUnique = sampleRule({
  id: 'code.value.unique',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'static answer',
  needs: [],
  source: { document: 'RFC 6749', section: '10.10' },
  claim: 'gives no code twice',
  kind: 'code',
  problem: repeatedValue,
  isOfNew: true,
});

/** VSCHAR: characters outside it do not survive headers and forms. */
export const codeValueVisible = sampleRule({
  id: 'code.value.visible',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: 'appendix A.11' },
  claim: 'makes every code of visible ASCII and blanks',
  kind: 'code',
  problem: invisibleValue,
});

export const codeRules: readonly Rule[] = [
  codeClientBound,
  codeDeletedClientRefused,
  codeEarlierRedeemable,
  codeInventedRefused,
  codeKindChecked,
  codeLaterRedeemable,
  codeRaceSingle,
  codeRedirectBound,
  codeReplayKillsAccess,
  codeReplayKillsRefresh,
  codeReplayRefused,
  codeValueUnguessable,
  codeValueUnique,
  codeValueVisible,
];
