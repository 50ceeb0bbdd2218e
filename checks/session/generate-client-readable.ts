import { accepts } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { succeeded } from './settled-answer.ts';

/** Makes a client that can be read. */
export const generateClientReadable = sessionRule({
  id: 'generate.client.readable',
  level: 'MAY',
  source: { document: 'contract', section: 'oauth_generate_token_post' },
  claim: 'makes a client that can be read',
  families: ['generate.life'],
  when: (attempt) => succeeded(attempt, 'main'),
  judgement: accepts('read-back'),
});
