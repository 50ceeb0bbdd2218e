import type { Capture, Piece, RequestTemplate } from '../../generators/case.ts';
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

/** The first slot of a request that has no value yet, or null where it can be rendered. */
export function missingSlot(template: RequestTemplate, slots: ReadonlyMap<string, string>): string | null {
  for (const piece of piecesOf(template)) {
    if (typeof piece === 'object' && 'slot' in piece && !slots.has(piece.slot)) return piece.slot;
  }
  return null;
}

function* piecesOf(template: RequestTemplate): Generator<Piece> {
  yield* template.path;
  for (const pair of template.query) yield* pair;
  if (template.body?.type === 'form') for (const pair of template.body.pairs) yield* pair;
  if (template.credentials.type === 'bearer') yield template.credentials.token;
}
