import { scopeBeyond } from '../make/scope-difference.ts';
import { accepts, refuses, sessionRule, unauthorized } from '../make/session-rule.ts';
import { clientAnswer, storedOtherwise } from '../make/stored-client.ts';
import { mainRequestBody } from '../read/request.ts';
import { show } from '../read/show.ts';
import { sentTexts, succeeded, takesBearer } from '../read/steps.ts';
import { tokenAnswer, tokenOf } from '../read/tokens.ts';
import type { Answered, AnswerRule, Attempt, Rule } from '../rule.ts';

/**
 * The target may choose a shorter lifetime. With a longer one, the caller believes a token to be dead while it still
 * works.
 */
export const lifetimeWithinAsked: AnswerRule = {
  on: 'answer',
  id: 'generate.lifetime.within-asked',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'contract', section: 'oauth_generate_token_post' },
  claim: 'generates no token with a longer lifetime than was asked for',
  operations: ['oauth_generate_token_post'],
  appliesTo: (answered) => lifetimes(answered) !== null,
  judge: (answered) => {
    const { asked, given } = lifetimes(answered) ?? { asked: 0, given: 0 };
    return given <= asked
      ? []
      : [{ at: '/oauth_token/expires_in', expected: `at most ${asked}`, actual: show(given) }];
  },
};

/** Seconds. A target may have a minimum lifetime, and exceeding a shorter request misleads nobody for long. */
const leastLifetime = 60;

/** Null if the answer states no lifetime, or the request asked for none or for one too short to require. */
function lifetimes(answered: Answered): { readonly asked: number; readonly given: number } | null {
  const asked = mainRequestBody(answered.case)?.['expires_in'];
  const given = tokenOf(answered)?.value['expires_in'];
  return typeof asked === 'number' && asked >= leastLifetime && typeof given === 'number'
    ? { asked, given }
    : null;
}

/** Judged only if the client of a generated token can be read. Another rule claims that it can. */
export const generateClientAsAsked = sessionRule({
  id: 'generate.client.as-asked',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'OauthGenerateTokenRequest' },
  claim: 'makes a client with the name and description that were asked for',
  families: ['generate.life'],
  judgement: {
    appliesTo: (attempt) => clientAnswer(attempt, 'read-back') !== null,
    judge: (attempt) => storedOtherwise(attempt, 'read-back', 'main'),
  },
});

export const generateClientDeletable = sessionRule({
  id: 'generate.client.deletable',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_client_client_id_delete' },
  claim: 'makes a client that is not found after its deletion',
  families: ['generate.deleted'],
  when: (attempt) => succeeded(attempt, 'main'),
  judgement: refuses('read-back'),
});

/**
 * A target may hide the clients of generated tokens. If it shows them, it must also allow them to be updated and
 * deleted.
 */
export const generateClientManageable = sessionRule({
  id: 'generate.client.manageable',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_client_client_id_put' },
  claim: 'makes a client that is updated and deleted like any that can be read',
  families: ['generate.updated', 'generate.deleted'],
  when: (attempt) => succeeded(attempt, 'read'),
  judgement: accepts('main'),
});

export const generateClientReadable = sessionRule({
  id: 'generate.client.readable',
  level: 'MAY',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_generate_token_post' },
  claim: 'makes a client that can be read',
  families: ['generate.life'],
  when: (attempt) => succeeded(attempt, 'main'),
  judgement: accepts('read-back'),
});

export const generateRefreshWorks = sessionRule({
  id: 'generate.refresh.works',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'RFC 6749', section: '6' },
  claim: 'gives a refresh token that works for its client',
  families: ['generate.life'],
  judgement: accepts('refresh-generated', 'refresh-generated-again'),
});

export const generateRevocationWorks = sessionRule({
  id: 'generate.revocation.works',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: ['bearer'],
  source: { document: 'RFC 7009', section: '2.1' },
  claim: 'gives tokens that can be revoked',
  families: ['generate.life'],
  when: (attempt) => takesBearer(attempt, 'use-refreshed') && succeeded(attempt, 'revoke-refreshed'),
  judgement: unauthorized('use-revoked'),
});

/**
 * The client of such a token has no default scopes to fall back on. A request for no scopes may mean whatever the
 * target gives to everyone.
 */
export const generateScopeWithinAsked = sessionRule({
  id: 'generate.scope.within-asked',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'RFC 6749', section: '3.3' },
  claim: 'generates no token of more scope than was asked for',
  families: ['generate.scope.'],
  when: (attempt) => asked(attempt).length > 0,
  judgement: {
    appliesTo: (attempt) => tokenAnswer(attempt, 'main') !== null,
    judge: (attempt) => scopeBeyond('main', tokenAnswer(attempt, 'main') ?? {}, asked(attempt)),
  },
});

function asked(attempt: Attempt): readonly string[] {
  return sentTexts(attempt, 'main', 'scopes');
}

export const generateRules: readonly Rule[] = [
  lifetimeWithinAsked,
  generateClientAsAsked,
  generateClientDeletable,
  generateClientManageable,
  generateClientReadable,
  generateRefreshWorks,
  generateRevocationWorks,
  generateScopeWithinAsked,
];
