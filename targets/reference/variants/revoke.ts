import { completeAnswer } from '../envelope.ts';
import { onAnswer, onSuccess } from '../wrap/change-answer.ts';
import { onCall } from '../wrap/change-call.ts';
import { revokeOperation } from '../wrap/concern.ts';
import type { Variant } from './variant.ts';

/** Lawful ways to revoke. */
export const revokeVariants: readonly Variant[] = [
  {
    id: 'revocation-answers-empty-object',
    description: 'A revocation answers the empty object, which the model allows.',
    install: (behaviour) => {
      onSuccess(behaviour, revokeOperation, () => ({}));
    },
  },
  {
    id: 'revocation-ends-grant',
    description: 'Revoking an access token ends its refresh token too (RFC 7009 section 2.1 allows it).',
    install: (behaviour) => {
      behaviour.revokeToken = (token, store) => {
        store.revokeGrant(token.grant);
      };
    },
  },
  {
    id: 'unknown-hints-ignored',
    description: 'An unknown hint is ignored, as RFC 7009 section 2.2 has it and the contract does not.',
    install: (behaviour) => {
      onCall(behaviour, revokeOperation, (call) => ({
        ...call,
        query: call.query.replace(/&?token_type_hint=(?!access_token|refresh_token)[^&]*/, ''),
      }));
    },
  },
  {
    id: 'unknown-revocation-200',
    description: 'Revoking an unknown token succeeds, as RFC 7009 section 2.2 has it.',
    install: (behaviour) => {
      onAnswer(behaviour, revokeOperation, (answer) => (answer.status === 404 ? completeAnswer() : answer));
    },
  },
];
