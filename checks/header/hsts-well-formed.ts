import { rememberLast } from '../../spec/remember-last.ts';
import { headerRule } from './header-rule.ts';

// Directives are separated by semicolons, and max-age is required. Both are for texts without blanks around them.
const directive = /^(?:[!#$%&'*+\-.^_`|~\w]+(?:\s*=\s*(?:[!#$%&'*+\-.^_`|~\w]+|"[^"]*"))?)?$/;
const maxAge = /^max-age\s*=\s*(?:\d+|"\d+")$/i;

/** Real builds have sent `max-age=8640000:includeSubdomains`, which user agents ignore as a whole. */
export const hstsWellFormed = headerRule({
  id: 'header.hsts.well-formed',
  level: 'SHOULD',
  source: { document: 'RFC 6797', section: '6.1' },
  claim: 'sends Strict-Transport-Security in its own syntax',
  header: 'strict-transport-security',
  problems: (lines) => lines.filter((line) => !isWellFormed(line)),
});

const isWellFormed = rememberLast((line) => {
  const directives = line.split(';').map((text) => text.trim());
  return (
    directives.every((text) => directive.test(text)) &&
    directives.filter((text) => maxAge.test(text)).length === 1
  );
});
