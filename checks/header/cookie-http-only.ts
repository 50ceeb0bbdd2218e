import { headerRule } from './header-rule.ts';
import { sessionCookies } from './set-cookies.ts';

/** Or any script of the page reads the session. */
export const cookieHttpOnly = headerRule({
  id: 'header.cookie.http-only',
  level: 'SHOULD',
  source: { document: 'RFC 6265', section: '4.1.2.6' },
  claim: 'sets session cookies with HttpOnly',
  header: 'set-cookie',
  problems: (_, response) =>
    sessionCookies(response)
      .filter(({ attributes }) => !attributes.includes('httponly'))
      .map(({ name }) => `${name} without it`),
});
