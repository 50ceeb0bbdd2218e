import { headerRule } from './header-rule.ts';
import { setCookies } from './set-cookies.ts';

/** Real builds have sent HttpOnly twice: a sign of two layers that both believe they own the cookie. */
export const cookieAttributesOnce = headerRule({
  id: 'header.cookie.attributes-once',
  level: 'SHOULD',
  source: { document: 'RFC 6265', section: '4.1.1' },
  claim: 'gives a cookie no attribute twice',
  header: 'set-cookie',
  problems: (_, response) =>
    setCookies(response)
      .filter(({ attributes }) => new Set(attributes).size < attributes.length)
      .map(({ name, attributes }) => `${name}: ${attributes.join(', ')}`),
});
