import { tokenScopeWellFormed } from '../../../checks/token/scopes.ts';
import type { PlainAttempt } from '../answered.ts';
import { describeRule } from '../describe-rule.ts';
import { generated, refusal, token } from '../samples.ts';

/** A token response with this scope. */
const told = (scope: unknown, more: Partial<PlainAttempt> = {}): PlainAttempt => ({
  operation: 'oauth_token_post',
  answer: { status: 200, body: { ...token, scope } },
  ...more,
});

/** The same to a case that asks for these scopes. */
const asked = (scope: unknown, ...defaults: readonly string[]): PlainAttempt =>
  told(scope, { steps: { register: { json: { default_scopes: defaults } } } });
const askedByForm = (scope: unknown, text: string): PlainAttempt =>
  told(scope, { steps: { authorize: { form: [['scope', text]] } } });

describeRule(tokenScopeWellFormed, {
  passes: {
    'one token': told('all'),
    'several with a blank between them': told('all vm:read urn:x:scope/1'),
    'all marks that a token may have': told("!#$%&'()*+,-./:;<=>?@[]^_`{|}~"),
    'nothing that was granted': told(''),
    'scope tokens where blanks and tabs were asked for': askedByForm('all read', 'all \tread'),
  },
  violates: {
    'two blanks': [told('all  read'), '/scope'],
    'a blank before': [told(' all'), '/scope'],
    'a blank after': [told('all '), '/scope'],
    'a blank alone': [told(' '), '/scope'],
    'a line end after': [told('all\n'), '/scope'],
    'a tab between': [told('all\tread'), '/scope'],
    'the text of an array': [told('["all"]'), '/scope'],
    'a backslash': [told('a\\b'), '/scope'],
    'a letter beyond ASCII': [told('l\u00E9gal'), '/scope'],
    'blanks that were asked for': [askedByForm('all  read', 'all  read'), '/scope'],
    'another text than the one that is well-formed': [asked('all, "read"', 'all', 'read'), '/scope'],
    'the scope of a step beside the main one': [
      told('all', { steps: { redeem: { answer: { status: 200, body: { ...token, scope: ' all' } } } } }),
      '/scope',
    ],
  },
  passesOver: {
    'an array, which violates the schema': told(['all']),
    'no scope, which violates the schema': told(undefined),
    'an error': told('', { answer: refusal(400, { scope: ' ' }) }),
    'scopes that are no scope tokens themselves': asked('l\u00E9gal', 'l\u00E9gal'),
    'an empty scope among the defaults': asked(' all', '', 'all'),
    'an asked scope that is none': askedByForm('"', '"'),
    'a generated token, whose scopes are an array': {
      operation: 'oauth_generate_token_post',
      answer: {
        status: 200,
        body: { ...generated, oauth_token: { ...generated.oauth_token, scope: ' all' } },
      },
    },
  },
});
