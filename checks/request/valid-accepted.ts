import type { Answered, AnswerRule } from '../rule.ts';
import { confirms } from '../read/authorization.ts';
import { isThrottled } from '../read/is-throttled.ts';
import { mainRequestBody } from '../read/request-body.ts';

/** The maximum length of a list in the builds of the description that have one. */
const longestPage = 500;

/** A 5xx violates `robustness.server-error.none`, another success `response.status.documented`. */
export const validAccepted: AnswerRule = {
  on: 'answer',
  id: 'request.valid.accepted',
  level: 'MUST',
  source: { document: 'contract', section: 'parameters' },
  claim: 'accepts a request that the contract makes valid',
  operations: 'all',
  appliesTo: (answered) =>
    answered.case.expectation === 'accept' && !isThrottled(answered.response) && !mayRefuse(answered),
  judge: ({ operation, response: { status } }) =>
    status < 400 || status >= 500
      ? []
      : [{ at: 'status', expected: operation.documentedSuccesses.join(' or '), actual: String(status) }],
};

/**
 * A login is lawfully refused where the target has no identity provider, and a callback for a code that no provider
 * gave; good credentials are no reason to. Without consent there is nothing to grant. Longer pages than a build of the
 * description has allowed may be refused or cut.
 */
function mayRefuse(answered: Answered): boolean {
  switch (answered.operation.id) {
    case 'oauth_adfs_login_get':
    case 'oauth_idp_login_get':
      return answered.response.status >= 400 && answered.response.status !== 401;
    case 'oauth_idp_callback_get':
      return answered.response.status >= 400;
    case 'oauth_authorize_post':
      return !confirms(answered, 'yes');
    case 'oauth_client_list_post':
      return Number(mainRequestBody(answered.case)?.['length']) > longestPage;
    default:
      return false;
  }
}
