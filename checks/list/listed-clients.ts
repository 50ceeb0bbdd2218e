import type { StepName } from '../../generators/step-name.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import { arrayOrEmpty, isJsonObject } from '../../spec/json-object.ts';
import { clientAnswer } from '../make/stored-client.ts';
import type { Attempt } from '../rule.ts';

/** A page of clients as a step was answered with it. */
export interface ListedClients {
  readonly entities: readonly JsonObject[];
  /** How many there are in all, where the target says so. */
  readonly total: number | null;
}

/** The clients that a step listed, or null where it was answered otherwise. */
export function listedClients(attempt: Attempt, step: StepName): ListedClients | null {
  const list = clientAnswer(attempt, step);
  if (list === null || !Array.isArray(list['entities'])) return null;
  const metadata = list['metadata'];
  const total = isJsonObject(metadata) ? metadata['total_matches'] : null;
  return {
    entities: arrayOrEmpty(list['entities']).filter(isJsonObject),
    total: typeof total === 'number' ? total : null,
  };
}

/** The documented length of a page where none is asked for. No build is known to cap its pages below it. */
const defaultLength = 20;

/**
 * Whether a page, asked for at the greatest length, is the whole list: by the total that the target tells, or as a page
 * that is shorter than any cap. A longer one of the same list, if there is one, shows that this one is not capped.
 */
export function isWholeList({ entities, total }: ListedClients, longest = 0): boolean {
  return total === null ? entities.length < Math.max(defaultLength, longest) : total <= entities.length;
}

/** Where the client of a slot stands in a list; -1 where it does not. */
export function positionOf({ slots }: Attempt, { entities }: ListedClients, slot: string): number {
  const id = slots.get(slot);
  return id === undefined ? -1 : entities.findIndex((entity) => entity['client_id'] === id);
}

/** Which of the two clients of a case a list has first: below 0 for `client`, 0 where either is not listed. */
export function orderOf(attempt: Attempt, step: StepName): number {
  const list = listedClients(attempt, step);
  if (list === null) return 0;
  const [one, other] = [positionOf(attempt, list, 'client.id'), positionOf(attempt, list, 'other.id')];
  return one === -1 || other === -1 ? 0 : Math.sign(one - other);
}
