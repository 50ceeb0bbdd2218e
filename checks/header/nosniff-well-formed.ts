import { headerRule } from './header-rule.ts';

/** The only value there is. Absent it is no violation: nothing asks an API for it. */
export const nosniffWellFormed = headerRule({
  id: 'header.nosniff.well-formed',
  level: 'SHOULD',
  source: { document: 'project', section: 'security headers' },
  claim: 'sends X-Content-Type-Options as one nosniff',
  header: 'x-content-type-options',
  problems: (lines) => (/^nosniff$/i.test(lines.join().trim()) ? [] : [lines.join(', ')]),
});
