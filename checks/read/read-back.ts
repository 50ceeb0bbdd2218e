import type { HttpResponse } from '../../driver/exchange.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import type { Attempt, Violation } from '../rule.ts';
import { clientDifferences } from './client-members.ts';
import { jsonObjectOf } from './json-object-of.ts';

/**
 * The answer of a probe, where it tells something of the client: 200, or that there is none (404, 410). A probe that
 * was not sent, not answered or answered otherwise says nothing of what the main request did.
 */
export function tellingProbe({ exchanges }: Attempt, name: string): HttpResponse | null {
  const response = exchanges.get(name)?.response ?? null;
  if (response === null) return null;
  return response.status === 200 || isGone(response) ? response : null;
}

/** Tells whether an answer says that there is no such client. */
export function isGone({ status }: HttpResponse): boolean {
  return status === 404 || status === 410;
}

/** Where the client that a probe read differs from `expected`. */
export function storedDifferences(expected: JsonObject, probe: HttpResponse): readonly Violation[] {
  if (isGone(probe))
    return [{ at: 'status', expected: '200 on reading it back', actual: String(probe.status) }];
  const stored = jsonObjectOf(probe);
  if (stored === null)
    return [{ at: '', expected: 'the client on reading it back', actual: 'no JSON object' }];
  return clientDifferences(expected, stored);
}
