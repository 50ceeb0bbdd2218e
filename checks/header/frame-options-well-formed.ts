import { rememberLast } from '../../spec/remember-last.ts';
import { headerRule } from './header-rule.ts';

/** Two different values have been seen in one answer: user agents then differ in what they make of it. */
export const frameOptionsWellFormed = headerRule({
  id: 'header.frame-options.well-formed',
  level: 'SHOULD',
  source: { document: 'RFC 7034', section: '2.1' },
  claim: 'sends X-Frame-Options as one value that there is',
  header: 'x-frame-options',
  problems: (lines) => {
    const line = lines.join(', ');
    return isWellFormed(line) ? [] : [line];
  },
});

const isWellFormed = rememberLast((line) => {
  const values = new Set(line.split(',').map((value) => value.trim().toUpperCase()));
  return values.size === 1 && /^(?:DENY|SAMEORIGIN|ALLOW-FROM \S+)$/.test([...values].join());
});
