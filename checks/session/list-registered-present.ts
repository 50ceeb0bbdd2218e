import type { Attempt } from '../rule.ts';
import { stepViolation } from './judgements.ts';
import { isWholeList, listedClients, positionOf } from './listed-clients.ts';
import type { ListedClients } from './listed-clients.ts';
import { sessionRule } from './session-rule.ts';

/** A target may cap its pages, and does not say at what: judged on pages that are known to be the whole list. */
export const listRegisteredPresent = sessionRule({
  id: 'list.registered.present',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_client_list_post' },
  claim: 'lists every registered client',
  families: ['list.listed'],
  judgement: {
    appliesTo: (attempt) => wholeLists(attempt).length > 0,
    judge: (attempt) =>
      wholeLists(attempt).flatMap(({ step, list }) =>
        (step === 'main' ? ['client.id', 'other.id'] : ['client.id'])
          .filter((slot) => positionOf(attempt, list, slot) === -1)
          .map((slot) => stepViolation(step, `the client ${slot}`, 'absent', '/entities')),
      ),
  },
});

interface NamedList {
  readonly step: string;
  readonly list: ListedClients;
}

function wholeLists(attempt: Attempt): readonly NamedList[] {
  const lists = ['list-before', 'main'].flatMap((step): readonly NamedList[] => {
    const list = listedClients(attempt, step);
    return list === null ? [] : [{ step, list }];
  });
  const longest = Math.max(...lists.map(({ list }) => list.entities.length));
  return lists.filter(({ list }) => isWholeList(list, longest));
}
