import { secretAbsent } from '../../../checks/header/rules.ts';
import type { PlainAttempt } from '../answered.ts';
import { describeRule } from '../describe-rule.ts';

const secret = 'S-9f2k-LmQp-77xy';
const answered = (headers: Readonly<Record<string, string>>, status = 302): PlainAttempt => ({
  operation: 'oauth_authorize_post',
  form: [['client_id', 'c']],
  answer: { status, headers },
  slots: { 'client.secret': secret, code: 'c0de-0123456789' },
  secrets: [secret, 'c0de-0123456789'],
});

describeRule(secretAbsent, {
  passes: {
    'a code where it belongs': answered({ location: 'https://app.example/cb?code=c0de-0123456789&state=s' }),
    'a header of its own': answered({ 'x-request-id': '4711' }, 200),
  },
  violates: {
    'a secret in a redirect': [
      answered({ location: `https://app.example/cb?code=a&client_secret=${secret}` }),
      'header location',
    ],
    'a secret for debugging': [answered({ 'x-debug': `secret=${secret}` }, 200), 'header x-debug'],
  },
  passesOver: {
    'a cookie': answered({ 'set-cookie': `session=${secret}` }),
    'an error, which another rule judges': answered({ 'x-debug': secret }, 400),
    'no header of its own': answered({ server: 'envoy' }),
  },
});
