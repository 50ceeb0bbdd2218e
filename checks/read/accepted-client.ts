import type { Answered } from '../rule.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import { writtenClient } from './client-members.ts';
import { mainRequestBody } from './request-body.ts';

/**
 * What an accepted request wrote of a client, or null where there is nothing to hold the target to: a request that
 * was not accepted, or one that the contract neither makes valid nor leaves to the server.
 */
export function acceptedClient({ case: testCase, response }: Answered): JsonObject | null {
  if (response.status !== 200) return null;
  if (testCase.expectation !== 'accept' && testCase.expectation !== 'either') return null;
  return writtenClient(mainRequestBody(testCase));
}
