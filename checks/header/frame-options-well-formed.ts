import { headerRule } from './header-rule.ts';

/** Two different values have been seen in one answer: user agents then differ in what they make of it. */
export const frameOptionsWellFormed = headerRule({
  id: 'header.frame-options.well-formed',
  level: 'SHOULD',
  source: { document: 'RFC 7034', section: '2.1' },
  claim: 'sends X-Frame-Options as one value that there is',
  header: 'x-frame-options',
  problems: (lines) => {
    const values = new Set(
      lines.flatMap((line) => line.split(',')).map((value) => value.trim().toUpperCase()),
    );
    const isOne = values.size === 1 && /^(?:DENY|SAMEORIGIN|ALLOW-FROM \S+)$/.test([...values].join());
    return isOne ? [] : [lines.join(', ')];
  },
});
