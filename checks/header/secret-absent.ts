import type { HttpResponse } from '../../driver/exchange.ts';
import { privateSecrets } from '../read/private-secrets.ts';
import { holdsSecret } from '../read/holds-secret.ts';
import type { Answered, AnswerRule } from '../rule.ts';

/** What servers and gateways send with any answer, and a cookie, which is meant to hold a secret. */
const ordinary =
  /^(?:set-cookie|date|server|vary|allow|connection|keep-alive|content-.*|transfer-encoding|cache-control|pragma|expires|strict-transport-security|www-authenticate|x-(?:content-type-options|frame-options|xss-protection|dns-prefetch-control|permitted-.*|webkit-csp|envoy-.*|ntnx-.*))$/;

/** Headers end up in logs of every proxy, and a Location in the history of a browser. Errors have a rule of their own. */
export const secretAbsent: AnswerRule = {
  on: 'answer',
  id: 'header.secret.absent',
  level: 'MUST',
  source: { document: 'project', section: 'secrets' },
  claim: 'puts no password, client secret or token into a header',
  operations: 'all',
  appliesTo: ({ response }) => response.status < 400 && tellingLines(response).length > 0,
  judge: (answered) =>
    tellingLines(answered.response)
      .filter(([name, line]) => isTold(answered, name, line))
      .map(([name]) => ({ at: `header ${name}`, expected: 'no secret', actual: 'a secret' })),
};

function tellingLines({ headers }: HttpResponse): readonly (readonly [name: string, line: string])[] {
  return [...headers].flatMap(([name, lines]) =>
    ordinary.test(name) ? [] : lines.map((line) => [name, line] as const),
  );
}

/** A redirect hands over a code, and nothing else. */
function isTold(answered: Answered, name: string, line: string): boolean {
  const text = name === 'location' ? line.replace(/([?&]code=)[^&#]*/g, '$1') : line;
  return (
    answered.secrets.some((secret) => holdsSecret(text, secret)) &&
    privateSecrets(answered).some((secret) => holdsSecret(text, secret))
  );
}
