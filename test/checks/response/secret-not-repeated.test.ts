import { secretNotRepeated } from '../../../checks/response/rules.ts';
import type { PlainAttempt } from '../answered.ts';
import { describeRule } from '../describe-rule.ts';
import { token } from '../samples.ts';

const secret = 'S-9f2k-LmQp-77xy';
const redeemed = (body: object, status = 200): PlainAttempt => ({
  operation: 'oauth_token_post',
  form: [
    ['client_id', 'c'],
    ['client_secret', secret],
    ['refresh_token', token.refresh_token],
  ],
  answer: { status, body },
});
const revoked = (message: string): PlainAttempt => ({
  operation: 'oauth_revoke_token_post',
  query: `token=${token.access_token}`,
  answer: { status: 200, body: { message_list: [{ message, reason: 'OK' }] } },
});
const called = (location: string): PlainAttempt => ({
  operation: 'oauth_idp_callback_get',
  query: 'code=c0de-0123456789',
  answer: { status: 302, headers: { location } },
});

describeRule(secretNotRepeated, {
  passes: {
    'a token that was not replaced': redeemed(token),
    'a revocation that says nothing': revoked('Done.'),
    'a way to the console': called('/console'),
  },
  violates: {
    'the secret of the client': [redeemed({ ...token, client_secret: secret }), ''],
    'the token that was revoked': [revoked(`revoked ${token.access_token}`), ''],
    'the code of the provider': [called('/console?code=c0de-0123456789'), 'header location'],
  },
  passesOver: { 'an error, which another rule judges': redeemed({ secret }, 400) },
});
