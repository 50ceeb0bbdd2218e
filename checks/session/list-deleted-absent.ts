import { stepViolation } from './judgements.ts';
import { listedClients, positionOf } from './listed-clients.ts';
import { sessionRule } from './session-rule.ts';
import { succeeded } from './settled-answer.ts';

/** On whichever page it would have been: the one that was asked for is judged. */
export const listDeletedAbsent = sessionRule({
  id: 'list.deleted.absent',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_client_list_post' },
  claim: 'lists no deleted client',
  families: ['list.deleted'],
  when: (attempt) => succeeded(attempt, 'delete'),
  judgement: {
    appliesTo: (attempt) => listedClients(attempt, 'main') !== null,
    judge: (attempt) => {
      const list = listedClients(attempt, 'main');
      return list === null || positionOf(attempt, list, 'client.id') === -1
        ? []
        : [stepViolation('main', 'absent', 'the deleted client', '/entities')];
    },
  },
});
