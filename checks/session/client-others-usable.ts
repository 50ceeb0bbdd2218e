import { authenticates } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { succeeded, takesBearer } from './settled-answer.ts';

/** Keeps its tokens when another client is deleted. */
export const clientOthersUsable = sessionRule({
  id: 'client.others.usable',
  level: 'MUST',
  source: { document: 'RFC 7592', section: '2.3' },
  claim: 'keeps its tokens when another client is deleted',
  families: ['client.others.delete-'],
  when: (attempt) => takesBearer(attempt, 'use-other-before') && succeeded(attempt, 'main'),
  judgement: authenticates('use-other'),
});
