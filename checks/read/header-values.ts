import type { HttpResponse } from '../../driver/exchange.ts';

const none: readonly string[] = [];

/** All field lines of a header, in order; `name` is lower case. */
export function headerValues(response: HttpResponse, name: string): readonly string[] {
  return response.headers.get(name) ?? none;
}
