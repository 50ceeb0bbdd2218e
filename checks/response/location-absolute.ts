import type { AnswerRule } from '../rule.ts';
import { documentedSuccess } from '../read/documented-success.ts';
import { headerValues } from '../read/header-values.ts';
import { show } from '../read/show.ts';

const absolute = /^https?:\/\/[^/?#]/i;
/** What a value that nobody has set is written as. */
const unset = /^(?:null|undefined|none|nil|nan)$/;
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** An identity provider is another site. On a loopback host, plain http leaves nothing to listen to. */
export const locationAbsolute: AnswerRule = {
  on: 'answer',
  id: 'response.location.absolute',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '3.1' },
  claim: 'redirects to an absolute https URI',
  operations: ['oauth_adfs_login_get', 'oauth_idp_login_get'],
  appliesTo: (answered) =>
    documentedSuccess(answered) !== null && Boolean(headerValues(answered.response, 'location')[0]),
  judge: ({ response }) => {
    const location = headerValues(response, 'location')[0] ?? '';
    return isSafe(location)
      ? []
      : [{ at: 'header Location', expected: 'an absolute https URI', actual: show(location) }];
  },
};

function isSafe(location: string): boolean {
  if (!absolute.test(location) || !URL.canParse(location)) return false;
  const { protocol, hostname } = new URL(location);
  return (protocol === 'https:' && !unset.test(hostname)) || loopback.test(hostname);
}
