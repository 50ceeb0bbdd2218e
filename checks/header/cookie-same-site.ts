import { headerRule } from './header-rule.ts';
import { sessionCookies } from './set-cookies.ts';

/** The attribute came after that document; what it is for is described there. */
export const cookieSameSite = headerRule({
  id: 'header.cookie.same-site',
  level: 'SHOULD',
  source: { document: 'project', section: 'cookies' },
  claim: 'sets session cookies with SameSite',
  header: 'set-cookie',
  problems: (_, response) =>
    sessionCookies(response)
      .filter(({ attributes }) => !attributes.includes('samesite'))
      .map(({ name }) => `${name} without it`),
});
