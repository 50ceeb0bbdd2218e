import { mainStep } from '../../generators/case.ts';
import { accepts, ofMain, sessionRule, stepViolation } from '../make/session-rule.ts';
import { headerValues } from '../read/headers.ts';
import { addedValues, parseRedirect } from '../read/redirect.ts';
import { show } from '../read/show.ts';
import {
  goesTo,
  grantedParameters,
  redirectAnswer,
  sentFormValues,
  sentTexts,
  succeeded,
} from '../read/steps.ts';
import { refusesByRedirect } from '../read/told.ts';
import type { Attempt, Rule, Violation } from '../rule.ts';

/** Nobody vouches for the redirect URI of a client that does not exist, even if the client existed before. */
export const authorizeClientKnown = sessionRule({
  id: 'authorize.client.known',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'RFC 6749', section: '4.1.2.1' },
  claim: 'redirects nowhere for a client that it does not know',
  families: ['authorize.client.'],
  when: (attempt) => !attempt.exchanges.has('delete') || succeeded(attempt, 'delete'),
  judgement: ofMain(judgeUnknownClient),
});

function judgeUnknownClient(attempt: Attempt): readonly Violation[] {
  const redirect = redirectAnswer(attempt);
  if (redirect === null) return [];
  const [sent = ''] = sentFormValues(mainStep(attempt.case), 'redirect_uri');
  return grantedParameters(redirect).length > 0 || goesTo(redirect, sent)
    ? [stepViolation('main', 'no redirect', redirect.location, 'header location')]
    : [];
}

/** Parameters without a value count as omitted. The contract does not say so, so this is only a SHOULD. */
export const authorizeEmptyStateAccepted = sessionRule({
  id: 'authorize.empty-state.accepted',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'too strict',
  needs: [],
  source: { document: 'RFC 6749', section: '3.1' },
  claim: 'takes an empty state for none',
  families: ['authorize.empty.state'],
  judgement: accepts('main'),
});

const secrets = ['code', 'state', 'access_token', 'id_token', 'refresh_token'] as const;

/** Fragments stay in the user agent, where scripts can read them. */
export const authorizeCodeInQuery = sessionRule({
  id: 'authorize.code.in-query',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: '4.1.2' },
  claim: 'puts nothing of its answer into the fragment',
  families: ['authorize.'],
  judgement: {
    // For another response type, an error belongs there (section 4.2.2.1).
    appliesTo: (attempt) => redirectAnswer(attempt) !== null && !refusesByRedirect(attempt.exchange),
    judge: (attempt) => {
      const fragment = redirectAnswer(attempt)?.fragment;
      return secrets
        .filter((name) => fragment?.has(name) === true)
        .map((name) => stepViolation('main', 'no fragment', name, 'header location'));
    },
  },
});

export const authorizeExtraIgnored = sessionRule({
  id: 'authorize.extra.ignored',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too strict',
  needs: [],
  source: { document: 'RFC 6749', section: '3.1' },
  claim: 'ignores parameters that it does not know',
  families: ['authorize.extra.'],
  judgement: accepts('main'),
});

/** The state in these sessions contains line breaks followed by a header. */
export const authorizeHeaderUnsplit = sessionRule({
  id: 'authorize.header.unsplit',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: '10.14' },
  claim: 'lets no line break of a parameter into its header section',
  families: ['authorize.line-break.'],
  judgement: {
    appliesTo: ({ exchange: { response, failure } }) => response !== null || failure?.kind === 'malformed',
    judge: judgeHeaders,
  },
});

function judgeHeaders({ exchange: { response, failure } }: Attempt): readonly Violation[] {
  if (response === null) return [stepViolation('main', 'a whole answer', failure?.message ?? 'none')];
  const isSplit = response.headers.has('x-conformance-split');
  const isRaw = headerValues(response, 'location').some((value) => /[\r\n]/.test(value));
  return isSplit || isRaw
    ? [stepViolation('main', 'no header of ours', 'X-Conformance-Split', 'header location')]
    : [];
}

/**
 * A target that supports PKCE finds a matching verifier. A target that does not must ignore both unknown parameters.
 */
export const authorizePkceRedeemable = sessionRule({
  id: 'authorize.pkce.redeemable',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too strict',
  needs: [],
  source: { document: 'RFC 6749', section: '3.2' },
  claim: 'redeems a code asked for with PKCE when the right verifier comes',
  families: ['authorize.extra.pkce'],
  judgement: accepts('redeem-verified'),
});

/** The query of the registered URI belongs to the client: no part of it may be dropped or replaced. */
export const authorizeQueryKept = sessionRule({
  id: 'authorize.query.kept',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: '3.1.2' },
  claim: 'keeps the query of the redirect URI and adds the code to it',
  families: ['authorize.query.'],
  judgement: {
    appliesTo: (attempt) => {
      const redirect = redirectAnswer(attempt);
      return redirect !== null && grantedParameters(redirect).length > 0;
    },
    judge: judgeQuery,
  },
});

function judgeQuery(attempt: Attempt): readonly Violation[] {
  const location = redirectAnswer(attempt)?.location ?? '';
  const [uri = ''] = sentTexts(attempt, 'register', 'redirect_uris');
  const redirect = parseRedirect(location, uri);
  const problems = redirect.lost.map((pair) => `without ${pair}`);
  if (addedValues(redirect, 'code').length !== 1) problems.push('without one code');
  return problems.map((problem) => stepViolation('main', `the query of ${uri}`, problem, 'header location'));
}

/** Another rule claims that the whole request is refused. This one is about the harm if it is not. */
export const authorizeRepeatedSecondIgnored = sessionRule({
  id: 'authorize.repeated.second-ignored',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'RFC 6749', section: '3.1' },
  claim: 'does not act on the second value of a parameter',
  families: ['authorize.repeated.'],
  judgement: ofMain(judgeRepeated),
});

function judgeRepeated(attempt: Attempt): readonly Violation[] {
  const redirect = redirectAnswer(attempt);
  if (redirect === null) return [];
  const main = mainStep(attempt.case);
  // With an error, either state may come back: the refusal itself is what was due (section 4.1.2.1).
  const isGranted = grantedParameters(redirect).length > 0;
  const [, uri] = sentFormValues(main, 'redirect_uri');
  const [, state] = sentFormValues(main, 'state');
  const [, responseType] = sentFormValues(main, 'response_type');
  const acted = [
    uri !== undefined && goesTo(redirect, uri) ? 'the second redirect_uri' : null,
    state !== undefined && isGranted && redirect.query.getAll('state').includes(state)
      ? 'the second state'
      : null,
    responseType !== undefined && redirect.location.includes('access_token=')
      ? 'the second response_type'
      : null,
  ];
  return acted
    .filter((what) => what !== null)
    .map((what) => stepViolation('main', 'a refusal', what, 'header location'));
}

/** Compared after form decoding (appendix B). An empty state counts as not sent, and may come back empty. */
export const authorizeStateReturned = sessionRule({
  id: 'authorize.state.returned',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: '4.1.2' },
  claim: 'returns the state exactly as it was sent, and none where none was',
  families: ['authorize.state.', 'authorize.empty.', 'authorize.extra.', 'authorize.omitted.'],
  judgement: { appliesTo: (attempt) => grantedStates(attempt) !== null, judge: judgeState },
});

/** The states in a redirect that carries a code; null for any other answer. */
function grantedStates(attempt: Attempt): readonly string[] | null {
  const redirect = redirectAnswer(attempt);
  return redirect === null || !grantedParameters(redirect).includes('code')
    ? null
    : redirect.query.getAll('state');
}

function judgeState(attempt: Attempt): readonly Violation[] {
  const returned = grantedStates(attempt);
  const [sent] = sentFormValues(mainStep(attempt.case), 'state');
  if (returned === null) return [];
  const [only, ...others] = returned;
  const isFaithful = sent === undefined || sent === '' ? (only ?? '') === '' : only === sent;
  // A state that was sent empty may come back empty. A state that was not sent must not come back.
  const isInvented = sent === undefined && only !== undefined;
  return isFaithful && !isInvented && others.length === 0
    ? []
    : [
        stepViolation(
          'main',
          `state ${show(sent)}`,
          returned.map(show).join(', ') || 'absent',
          'header location',
        ),
      ];
}

export const authorizeParameterRules: readonly Rule[] = [
  authorizeClientKnown,
  authorizeCodeInQuery,
  authorizeEmptyStateAccepted,
  authorizeExtraIgnored,
  authorizeHeaderUnsplit,
  authorizePkceRedeemable,
  authorizeQueryKept,
  authorizeRepeatedSecondIgnored,
  authorizeStateReturned,
];
