import { completeAnswer } from '../envelope.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Variant } from './variant.ts';

const operations = ['oauth_revoke_token_post'] as const;

/** Revoking an unknown token succeeds, as RFC 7009 section 2.2 has it. */
export const variant: Variant = {
  id: 'unknown-revocation-200',
  description: 'Revoking an unknown token succeeds, as RFC 7009 section 2.2 has it.',
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) => (answer.status === 404 ? completeAnswer() : answer));
  },
};
