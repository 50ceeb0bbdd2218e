import { locationReference } from '../../../checks/response/location.ts';
import type { PlainAttempt } from '../answered.ts';
import { describeRule } from '../describe-rule.ts';

const callback = 'https://app.example/cb';

const sent = (location: string | readonly string[], redirectUri = callback): PlainAttempt => ({
  operation: 'oauth_authorize_post',
  form: [['redirect_uri', redirectUri]],
  answer: { status: 302, headers: { location } },
});

describeRule(locationReference, {
  passes: {
    'a code and a state': sent(`${callback}?code=x&state=a%20b%22`),
    'a plus sign for a blank': sent(`${callback}?code=x&state=a+b`),
    'every character that needs no escape': sent(`${callback}?s=-._~!$&'()*+,;=:@/?#[]`),
    'a path': sent('/console/login.html'),
    'no text': sent(''),
  },
  violates: {
    'a blank': [sent(`${callback}?state=a b`), 'header Location'],
    quotes: [sent(`${callback}?state="a"`), 'header Location'],
    'a backslash': [sent(`${callback}?state=a\\b`), 'header Location'],
    braces: [sent(`${callback}?state={a}`), 'header Location'],
    'a percent sign alone': [sent(`${callback}?state=%zz`), 'header Location'],
    'more than ASCII': [sent(`${callback}?state=é`), 'header Location'],
  },
  passesOver: {
    'a redirect URI that is none itself': sent(`${callback}/{a}?code=x`, `${callback}/{a}`),
    'two Locations, which another rule forbids': sent([callback, `${callback} `]),
  },
});
