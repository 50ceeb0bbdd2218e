import type { Answered, AnswerRule } from '../rule.ts';
import { formValues } from '../read/form-value.ts';
import { headerValues } from '../read/header-values.ts';
import { isFatal } from '../read/is-fatal.ts';
import { splitUri } from '../read/redirect.ts';
import { show } from '../read/show.ts';

/** Neither with a code nor with an error: the URI may be an attacker's. */
export const refusedNoRedirect: AnswerRule = {
  on: 'answer',
  id: 'authorize.refused.no-redirect',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '4.1.2.1' },
  claim: 'never redirects to the URI of a request that it cannot trust',
  operations: ['oauth_authorize_post'],
  appliesTo: (answered) => isFatal(answered) && answered.response.status < 500,
  judge: (answered) => {
    const { status } = answered.response;
    const location = headerValues(answered.response, 'location')[0] ?? '';
    return status >= 300 && status < 400 && leadsToSupplied(answered, location)
      ? [{ at: 'header Location', expected: 'no redirect to the supplied URI', actual: show(location) }]
      : [];
  },
};

/** To the same host counts, too: that an URI differs is no reason to send a user agent near it. */
function leadsToSupplied({ exchange }: Answered, location: string): boolean {
  return formValues(exchange, 'redirect_uri').some((supplied) => {
    if (supplied === '') return false;
    if (splitUri(location).base === splitUri(supplied).base) return true;
    return (
      URL.canParse(location) && URL.canParse(supplied) && authorityOf(location) === authorityOf(supplied)
    );
  });
}

function authorityOf(uri: string): string {
  const { protocol, host } = new URL(uri);
  // URIs without an authority are compared by their scheme: that is what their client has registered.
  return `${protocol}//${host}`;
}
