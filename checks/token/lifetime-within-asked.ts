import type { AnswerRule, Answered } from '../rule.ts';
import { mainRequestBody } from '../read/request-body.ts';
import { show } from '../read/show.ts';
import { tokenOf } from '../read/token-of.ts';

/** Shorter is the target's choice; longer, and the caller trusts a token to be dead that is not. */
export const lifetimeWithinAsked: AnswerRule = {
  on: 'answer',
  id: 'generate.lifetime.within-asked',
  level: 'SHOULD',
  source: { document: 'contract', section: 'oauth_generate_token_post' },
  claim: 'generates no token with a longer lifetime than was asked for',
  operations: ['oauth_generate_token_post'],
  appliesTo: (answered) => lifetimes(answered) !== null,
  judge: (answered) => {
    const { asked, given } = lifetimes(answered) ?? { asked: 0, given: 0 };
    return given <= asked
      ? []
      : [{ at: '/oauth_token/expires_in', expected: `at most ${asked}`, actual: show(given) }];
  },
};

/** Seconds: a target may have a least lifetime, and that this is more than was asked for deceives nobody for long. */
const leastLifetime = 60;

/** Null where no lifetime was asked for that a target can give. */
function lifetimes(answered: Answered): { readonly asked: number; readonly given: number } | null {
  const asked = mainRequestBody(answered.case)?.['expires_in'];
  const given = tokenOf(answered)?.value['expires_in'];
  return typeof asked === 'number' && asked >= leastLifetime && typeof given === 'number'
    ? { asked, given }
    : null;
}
