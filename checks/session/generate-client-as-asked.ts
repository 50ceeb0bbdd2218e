import { sessionRule } from './session-rule.ts';
import { clientAnswer, storedOtherwise } from './stored-client.ts';

/** Where the client of a generated token can be read: whether it can is another rule's claim. */
export const generateClientAsAsked = sessionRule({
  id: 'generate.client.as-asked',
  level: 'MUST',
  source: { document: 'contract', section: 'OauthGenerateTokenRequest' },
  claim: 'makes a client with the name and description that were asked for',
  families: ['generate.life'],
  judgement: {
    appliesTo: (attempt) => clientAnswer(attempt, 'read-back') !== null,
    judge: (attempt) => storedOtherwise(attempt, 'read-back', 'main'),
  },
});
