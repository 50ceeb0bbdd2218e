import type { AnswerRule } from '../rule.ts';
import { tokenOperations } from '../read/operation-groups.ts';
import { show } from '../read/show.ts';
import { tokenOf } from '../read/token-of.ts';

/** The value is case-insensitive; another type of JSON is left to the rule on the schema. */
export const typeBearer: AnswerRule = {
  on: 'answer',
  id: 'token.type.bearer',
  level: 'MUST',
  source: { document: 'contract', section: 'OauthToken' },
  claim: 'issues Bearer tokens',
  operations: tokenOperations,
  appliesTo: (answered) => typeof tokenOf(answered)?.value['token_type'] === 'string',
  judge: (answered) => {
    const token = tokenOf(answered);
    const type = token?.value['token_type'];
    return typeof type === 'string' && type.toLowerCase() === 'bearer'
      ? []
      : [{ at: `${token?.at ?? ''}/token_type`, expected: '"bearer"', actual: show(type) }];
  },
};
