import type { StepName } from '../../generators/step-name.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import { arrayOrEmpty, isJsonObject } from '../../spec/json-object.ts';
import { clientAnswer } from '../make/stored-client.ts';
import type { Attempt } from '../rule.ts';

/** The page of clients that a step returned. */
export interface ListedClients {
  readonly entities: readonly JsonObject[];
  /** The total number of clients, if the target states it. */
  readonly total: number | null;
}

/** The clients that a step listed, or null if its answer was not a list. */
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

/** The documented page length if none is requested. No known build caps its pages below it. */
const defaultLength = 20;

/**
 * Whether a page is the whole list, given that the maximum length was requested. It is if the total that the target
 * states says so, or if the page is shorter than any known cap. A longer page of the same list, if there is one, shows
 * that this page was not capped.
 */
export function isWholeList({ entities, total }: ListedClients, longest = 0): boolean {
  return total === null ? entities.length < Math.max(defaultLength, longest) : total <= entities.length;
}

/** The index of the slot's client in a list; -1 if it is not listed. */
export function positionOf({ slots }: Attempt, { entities }: ListedClients, slot: string): number {
  const id = slots.get(slot);
  return id === undefined ? -1 : entities.findIndex((entity) => entity['client_id'] === id);
}

/** Which of the two clients of a case is listed first: negative for `client`, 0 if either is not listed. */
export function orderOf(attempt: Attempt, step: StepName): number {
  const list = listedClients(attempt, step);
  if (list === null) return 0;
  const [one, other] = [positionOf(attempt, list, 'client.id'), positionOf(attempt, list, 'other.id')];
  return one === -1 || other === -1 ? 0 : Math.sign(one - other);
}
