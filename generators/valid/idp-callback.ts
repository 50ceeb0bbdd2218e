import fc from 'fast-check';
import type { Family } from '../family.ts';
import { buildRequest } from '../request/build-request.ts';
import type { Pair } from '../request/build-request.ts';
import { mainRequestStep } from '../setup/setup-steps.ts';
import { oddText, ordinaryText } from '../text/text.ts';
import { inventedToken } from '../text/characters.ts';
import { validFamily } from './valid-family.ts';

const operation = 'oauth_idp_callback_get';

/** Well-formed callbacks. Their codes are invented, so a target redirects to its portal or refuses them. */
export function idpCallbackFamilies(): readonly Family[] {
  const steps = (query: readonly Pair[]) => [mainRequestStep(operation, buildRequest(operation, { query }))];
  return [
    validFamily({
      operation,
      name: 'code',
      aspect: 'grant',
      expectation: 'either',
      steps: fc.tuple(inventedToken, fc.option(ordinaryText({ min: 1 }))).map(([code, state]) =>
        steps(
          state === null
            ? [['code', code]]
            : [
                ['code', code],
                ['state', state],
              ],
        ),
      ),
    }),
    validFamily({
      operation,
      name: 'code-of-any-text',
      aspect: 'grant',
      expectation: 'either',
      steps: ordinaryText({ min: 1 }).map((code) => steps([['code', code]])),
    }),
    validFamily({
      operation,
      name: 'odd-text:/code',
      aspect: 'grant',
      expectation: 'clean',
      enough: 60,
      steps: oddText().map((code) => steps([['code', code]])),
    }),
  ];
}
