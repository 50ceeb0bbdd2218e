import type { Capture } from '../../generators/case.ts';
import type { HttpResponse } from '../../driver/exchange.ts';

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
        ? valueAt(response.json, capture.pointer)
        : locationParameter(response, capture.parameter);
    if (typeof value === 'string' && value !== '') captured.set(capture.slot, value);
  }
  return captured;
}

function valueAt(json: unknown, pointer: string): unknown {
  let value = json;
  for (const token of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[token];
  }
  return value;
}

function locationParameter(response: HttpResponse, parameter: string): string | null {
  const location = response.headers.get('location')?.[0] ?? '';
  const query = /\?([^#]*)/.exec(location)?.[1] ?? '';
  return new URLSearchParams(query).get(parameter);
}
