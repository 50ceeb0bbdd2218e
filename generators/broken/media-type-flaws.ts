import fc from 'fast-check';
import type { RequestBody } from '../../spec/operation.ts';
import type { BreakageKind } from '../breakage-kind.ts';
import type { BodyTemplate, Expectation } from '../case.ts';
import { formMediaType, jsonMediaType } from '../request/build-request.ts';
import { multipartMediaType } from '../request/render-parts.ts';
import type { Edit } from './edit-request.ts';
import { editBody } from './edit-request.ts';
import type { Flaw } from './flaw.ts';
import { enoughOfList, enoughOfOne } from './flaw.ts';
import { inTurn } from '../text/in-turn.ts';

/**
 * Sends a valid body under another media type than the contract's. Reading rule 2: refused on the form operations, left
 * open on the JSON operations, whose media type the published description does not declare.
 */
export function mediaTypeFlaws({ mediaType }: RequestBody): readonly Flaw[] {
  return mediaType === jsonMediaType ? jsonUnderOther() : formUnderOther();
}

const unrelated = [
  'text/plain',
  'application/xml',
  'application/octet-stream',
  'text/html',
  '*/*',
  'nonsense',
];

function jsonUnderOther(): readonly Flaw[] {
  const others = [...unrelated, formMediaType, 'text/json', 'application/jsonp'];
  return [labelled('media-type.other', others, 'clean'), labelled('media-type.absent', [null], 'clean')];
}

function formUnderOther(): readonly Flaw[] {
  const others = [...unrelated, jsonMediaType, 'text/x-www-form-urlencoded', 'application/x-www-form'];
  return [
    labelled('media-type.other', others, 'refuse'),
    // RFC 9110 section 8.3 lets a recipient examine the content to find its type.
    labelled('media-type.absent', [null], 'either'),
    written('media-type.json', { syntax: 'json', mediaType: jsonMediaType }),
    written('media-type.multipart', { syntax: 'multipart', mediaType: multipartMediaType }),
  ];
}

function labelled(
  kind: BreakageKind,
  mediaTypes: readonly (string | null)[],
  expectation: Expectation,
): Flaw {
  const edits = inTurn(...mediaTypes).map((mediaType) =>
    editBody((body) => (body === null ? null : { ...body, mediaType })),
  );
  return mediaTypeFlaw(kind, expectation, edits, enoughOfList(mediaTypes));
}

/** Writes the same parameters in the other media type: a target that takes that type would succeed. */
function written(
  kind: BreakageKind,
  form: { readonly syntax: 'json' | 'multipart'; readonly mediaType: string },
): Flaw {
  const edit = editBody((body): BodyTemplate | null => (body?.type === 'form' ? { ...body, ...form } : body));
  return mediaTypeFlaw(kind, 'refuse', fc.constant(edit), enoughOfOne);
}

function mediaTypeFlaw(
  kind: BreakageKind,
  expectation: Expectation,
  edits: fc.Arbitrary<Edit>,
  enough: number,
): Flaw {
  return {
    breakage: { kind, at: 'header:Content-Type' },
    aspect: 'media-type',
    expectation,
    enough,
    edits,
  };
}
