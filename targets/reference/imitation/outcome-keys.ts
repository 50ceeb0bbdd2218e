import { isJsonObject } from '../../../spec/json-object.ts';
import type { Route } from '../route.ts';

/** What distinguishes an answer from others. */
export interface RecordedOutcome extends Pick<Route, 'resource' | 'operation'> {
  readonly method: string;
  readonly status: number;
  /** The body as JSON, or null. */
  readonly body: unknown;
}

/** The names of an outcome, the most precise one first. */
export function outcomeKeys({
  resource,
  operation,
  method,
  status,
  body,
}: RecordedOutcome): readonly string[] {
  const place = operation ?? (resource === null ? 'no path' : 'no method');
  const list: unknown = isJsonObject(body) ? body['message_list'] : undefined;
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  const { reason, message } = isJsonObject(first) ? first : {};
  const base = `${place} ${status} ${typeof reason === 'string' ? reason : '-'}`;
  // A message may quote parts of the request, and its numbers.
  const said = typeof message === 'string' ? message.replaceAll(/"[^"]*"|\d+/g, '…').slice(0, 120) : '-';
  return [`${base} ${method} ${said}`, `${base} ${method}`, base];
}
