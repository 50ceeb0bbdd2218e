import type { AnswerRule, Answered } from '../rule.ts';
import { formValues } from '../read/form-value.ts';
import { headerValues } from '../read/header-values.ts';
import { holdsSecret } from '../read/holds-secret.ts';

/** Shorter ones occur in answers by chance. */
const shortestSecret = 8;

/** Errors have a rule of their own. Who answers needs no secret back, and logs and histories keep it. */
export const secretNotRepeated: AnswerRule = {
  on: 'answer',
  id: 'response.secret.not-repeated',
  level: 'SHOULD',
  source: { document: 'project', section: 'secrets' },
  claim: 'repeats no secret, code or token of the request in a success',
  operations: ['oauth_token_post', 'oauth_revoke_token_post', 'oauth_idp_callback_get'],
  appliesTo: (answered) => answered.response.status < 400 && sentSecrets(answered).length > 0,
  judge: (answered) =>
    sentSecrets(answered).flatMap((secret) => {
      const place = placeOf(answered, secret);
      return place === null ? [] : [{ at: place, expected: 'no secret', actual: 'a secret of the request' }];
    }),
};

/** A refresh token may come back: the target need not replace it. */
function sentSecrets({ operation, exchange }: Answered): readonly string[] {
  const [, query = ''] = exchange.request.path.split('?', 2);
  const sent =
    operation.id === 'oauth_token_post'
      ? ['client_secret', 'code'].flatMap((name) => formValues(exchange, name))
      : ['token', 'code'].flatMap((name) => new URLSearchParams(query).getAll(name));
  return sent.filter(({ length }) => length >= shortestSecret);
}

function placeOf({ response }: Answered, secret: string): string | null {
  if (holdsSecret(response.text ?? '', secret)) return '';
  const locations = headerValues(response, 'location');
  return locations.some((location) => holdsSecret(location, secret)) ? 'header location' : null;
}
