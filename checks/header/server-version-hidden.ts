import { headerRule } from './header-rule.ts';

/** A product name is fine; a version tells which holes are open. */
export const serverVersionHidden = headerRule({
  id: 'header.server.version-hidden',
  level: 'MAY',
  source: { document: 'RFC 9110', section: '10.2.4' },
  claim: 'names no version of its software',
  header: 'server',
  problems: (lines) => lines.filter((line) => /\/\d/.test(line)),
});
