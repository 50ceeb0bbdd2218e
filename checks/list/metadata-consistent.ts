import { isJsonObject, type JsonObject } from '../../spec/json-object.ts';
import { jsonObjectOf } from '../read/json-object-of.ts';
import { mainRequestBody } from '../read/request-body.ts';
import type { Answered, AnswerRule, Violation } from '../rule.ts';

/**
 * Real lists say how many there are in all, where the page begins, and either how long it is or how long it might have
 * been. The contract only has the members of the request, so that each may be missing.
 */
export const metadataConsistent: AnswerRule = {
  on: 'answer',
  id: 'list.metadata.consistent',
  level: 'SHOULD',
  source: { document: 'contract', section: 'oauth_client_list_metadata' },
  claim: 'says of a page what is true of it, where it says so',
  operations: ['oauth_client_list_post'],
  appliesTo: (answered) => pageOf(answered) !== null,
  judge: (answered) => {
    const page = pageOf(answered);
    if (page === null) return [];
    const { count, metadata, asked } = page;
    const offset = numberIn(asked, 'offset') ?? 0;
    return [
      ...outside(metadata, 'total_matches', count === 0 ? 0 : offset + count, Infinity),
      ...outside(metadata, 'length', count, Math.max(count, numberIn(asked, 'length') ?? Infinity)),
      // A page that a client did not ask to begin anywhere begins where it says.
      ...(count > 0 && 'offset' in asked ? outside(metadata, 'offset', offset, offset) : []),
    ];
  },
};

interface Page {
  readonly count: number;
  readonly metadata: JsonObject;
  readonly asked: JsonObject;
}

function pageOf({ case: testCase, response }: Answered): Page | null {
  if (response.status !== 200 || testCase.expectation === 'refuse') return null;
  const list = jsonObjectOf(response);
  const [entities, metadata] = [list?.['entities'], list?.['metadata']];
  const asked = mainRequestBody(testCase);
  return Array.isArray(entities) && isJsonObject(metadata) && asked !== null
    ? { count: entities.length, metadata, asked }
    : null;
}

function numberIn(object: JsonObject, name: string): number | null {
  const value = object[name];
  return typeof value === 'number' ? value : null;
}

/** What is no number violates the schema. */
function outside(metadata: JsonObject, name: string, least: number, most: number): readonly Violation[] {
  const value = numberIn(metadata, name);
  if (value === null || (value >= least && value <= most)) return [];
  const expected =
    least === most ? `${least}` : most === Infinity ? `at least ${least}` : `${least} to ${most}`;
  return [{ at: `/metadata/${name}`, expected, actual: `${value}` }];
}
