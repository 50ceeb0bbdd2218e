import fc from 'fast-check';
import { editBody, editJson } from './edit-request.ts';
import type { Edit } from './edit-request.ts';
import { inputFlaw } from './flaw.ts';
import type { Flaw } from './flaw.ts';
import { enoughOfType, jsonTypes, wrongValue } from './wrong-value.ts';

/** Sends something else than the JSON object that the contract asks for: another value, or nothing. */
export function bodyShapeFlaws(): readonly Flaw[] {
  const others = jsonTypes.filter((type) => type !== 'object');
  return [
    ...others.map((type) => {
      const edits = wrongValue(type).map((value) => editJson(() => value));
      return inputFlaw(`body.not-object.${type}`, '', edits, enoughOfType(type));
    }),
    inputFlaw('body.in-array', '', fc.constant(editJson((body) => [body]))),
    inputFlaw('body.in-string', '', fc.constant(editJson((body) => JSON.stringify(body)))),
    inputFlaw('body.empty', '', fc.constant(withoutText)),
    inputFlaw('body.absent', '', fc.constant(editBody(() => null)), 2),
  ];
}

/** Still says that it is JSON. */
const withoutText: Edit = editBody((body) => ({
  type: 'text',
  text: '',
  mediaType: body?.mediaType ?? null,
}));
