import { errorCharacters, errorParametersSingle } from '../../../checks/authorize/errors.ts';
import type { PlainAttempt } from '../answered.ts';
import { describeRule } from '../describe-rule.ts';

const callback = 'https://app.example/cb';

const told = (location: string): PlainAttempt => ({
  operation: 'oauth_authorize_post',
  form: [
    ['client_id', 'c'],
    ['response_type', 'code'],
    ['confirm', 'no'],
    ['redirect_uri', callback],
  ],
  expectation: 'either',
  answer: { status: 302, headers: { location } },
});

describeRule(errorCharacters, {
  passes: {
    'the address of a page': told(`${callback}?error=access_denied&error_uri=https%3A%2F%2Fa.example%2F`),
    'a code and a description': told(`${callback}?error=access_denied&error_description=The+user%27s+no.`),
  },
  violates: {
    'two lines': [told(`${callback}?error=access_denied&error_description=a%0Ab`), 'header Location'],
    quotes: [told(`${callback}?error=%22denied%22`), 'header Location'],
    'a blank in the address of a page': [
      told(`${callback}?error=x&error_uri=https%3A%2F%2Fa.example%2Fno%20way`),
      'header Location',
    ],
    'two lines in the fragment': [told(`${callback}#error=x&error_description=a%0Ab`), 'header Location'],
    'more than ASCII': [told(`${callback}?error=x&error_description=%C3%A9`), 'header Location'],
  },
  passesOver: { 'no error': told(callback), 'a code': told(`${callback}?code=x`) },
});

describeRule(errorParametersSingle, {
  passes: {
    'each once': told(`${callback}?error=x&error_description=y&error_uri=https%3A%2F%2Fa.example%2F`),
  },
  violates: {
    'two errors': [told(`${callback}?error=x&error=y`), 'header Location'],
    'two descriptions in the fragment': [
      told(`${callback}#error=x&error_description=a&error_description=b`),
      'header Location',
    ],
  },
  passesOver: { 'no error': told(callback), 'a code': told(`${callback}?code=x`) },
});
