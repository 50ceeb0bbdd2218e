import { clientDifferences } from '../read/client-members.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import type { Attempt } from '../rule.ts';
import { stepViolation } from './judgements.ts';
import { listedClients, positionOf } from './listed-clients.ts';
import { sessionRule } from './session-rule.ts';
import { clientAnswer } from './stored-client.ts';

const members = [
  'client_id',
  'client_secret',
  'client_name',
  'client_description',
  'redirect_uris',
  'default_scopes',
];

/** The members of the contract; what else a target shows in one place is its own. */
export const listEntityEqualsRead = sessionRule({
  id: 'list.entity.equals-read',
  level: 'MUST',
  source: { document: 'contract', section: 'OauthClientResponse' },
  claim: 'lists a client as it is read',
  families: ['list.listed', 'list.updated'],
  judgement: {
    appliesTo: (attempt) => listed(attempt) !== null && clientAnswer(attempt, 'read') !== null,
    judge: (attempt) => {
      const read = Object.entries(clientAnswer(attempt, 'read') ?? {}).filter(([name]) =>
        members.includes(name),
      );
      return clientDifferences(Object.fromEntries(read), listed(attempt) ?? {}).map(
        ({ at, expected, actual }) => stepViolation(stepOf(attempt), expected, actual, at),
      );
    },
  },
});

/** The list that was asked for next to the read. */
function stepOf({ exchanges }: Attempt): string {
  return exchanges.has('list-before') ? 'list-before' : 'main';
}

function listed(attempt: Attempt): JsonObject | null {
  const list = listedClients(attempt, stepOf(attempt));
  return list?.entities[positionOf(attempt, list, 'client.id')] ?? null;
}
