import { headerRule } from './header-rule.ts';

/** User agents read the first and ignore the rest, so that two say less than one. */
export const hstsSingle = headerRule({
  id: 'header.hsts.single',
  level: 'SHOULD',
  source: { document: 'RFC 6797', section: '7.1' },
  claim: 'sends Strict-Transport-Security once',
  header: 'strict-transport-security',
  problems: (lines) => (lines.length > 1 ? [`${lines.length} times`] : []),
});
