import type { Capture } from '../../generators/case.ts';
import type { HttpResponse } from '../../driver/exchange.ts';
import { resolvePointer } from '../../spec/json-pointer.ts';

/** The values that an answer gives for the slots that a step captures. Only non-empty texts count. */
export function captureSlots(
  captures: readonly Capture[],
  response: HttpResponse | null,
): ReadonlyMap<string, string> {
  const captured = new Map<string, string>();
  if (response === null || response.status >= 400) return captured;
  for (const capture of captures) {
    const value =
      capture.from === 'body'
        ? resolvePointer(response.json, capture.pointer)
        : locationParameter(response, capture.parameter);
    if (typeof value === 'string' && value !== '') captured.set(capture.slot, value);
  }
  return captured;
}

function locationParameter(response: HttpResponse, parameter: string): string | null {
  const location = response.headers.get('location')?.[0] ?? '';
  const query = /\?([^#]*)/.exec(location)?.[1] ?? '';
  return new URLSearchParams(query).get(parameter);
}
