import { ofMain, stepViolation } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** 307 and 308 make the user agent send the form again, with the user's credentials, to the client. */
export const authorizeRedirectNotRepeated = sessionRule({
  id: 'authorize.redirect.not-repeated',
  level: 'MUST',
  source: { document: 'BCP 240', section: '4.12' },
  claim: 'redirects in no way that repeats the request',
  families: ['authorize.', 'login.'],
  judgement: ofMain(({ exchange }) => {
    const status = exchange.response?.status ?? 0;
    return status === 307 || status === 308 ? [stepViolation('main', '302', `${status}`)] : [];
  }),
});
