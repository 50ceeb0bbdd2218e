import { headerValues } from '../read/header-values.ts';
import { headerRule } from './header-rule.ts';

/** What a user consents to is not to be laid over by another page. The contract says nothing of it. */
export const authorizeFramingDenied = headerRule({
  id: 'header.framing.denied',
  level: 'SHOULD',
  source: { document: 'BCP 240', section: '4.16' },
  claim: 'sends X-Frame-Options or frame-ancestors with an authorization',
  operations: ['oauth_authorize_post'],
  header: 'x-frame-options',
  owed: true,
  problems: (lines, response) =>
    lines.length > 0 ||
    headerValues(response, 'content-security-policy').some((policy) => /frame-ancestors/i.test(policy))
      ? []
      : ['neither'],
});
