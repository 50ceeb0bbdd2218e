import { headerRule } from './header-rule.ts';

/**
 * A state that a cache gives to the next user ties two logins together. A redirect with 302 is stored only where the
 * answer says so (RFC 9110 section 15.1), so that nothing is owed.
 */
export const loginNotCacheable = headerRule({
  id: 'login.answer.not-cacheable',
  level: 'SHOULD',
  source: { document: 'RFC 9111', section: '3' },
  claim: 'lets no cache store the way to the identity provider',
  operations: ['oauth_adfs_login_get', 'oauth_idp_login_get'],
  header: 'cache-control',
  problems: (lines) => {
    const directives = lines.join(',').toLowerCase();
    return /\b(?:no-store|no-cache|private)\b/.test(directives) ||
      !/\b(?:s-maxage|max-age)\s*=\s*"?0*[1-9]|\bpublic\b/.test(directives)
      ? []
      : [directives];
  },
});
