import { headerRule } from './header-rule.ts';
import { sessionCookies } from './set-cookies.ts';

/** Or the session goes over the wire in the clear with the first http link. */
export const cookieSecure = headerRule({
  id: 'header.cookie.secure',
  level: 'SHOULD',
  source: { document: 'RFC 6265', section: '8.3' },
  claim: 'sets session cookies with Secure',
  header: 'set-cookie',
  problems: (_, response) =>
    sessionCookies(response)
      .filter(({ attributes }) => !attributes.includes('secure'))
      .map(({ name }) => `${name} without it`),
});
