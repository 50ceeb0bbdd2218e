import type { Operation } from '../../spec/operation.ts';
import { editBody } from '../broken/edit-request.ts';
import type { Edit } from '../broken/edit-request.ts';
import { sceneOf } from '../broken/scenes.ts';
import type { Family } from '../family.ts';
import { asProbe, capturingNothing } from '../session/session-case.ts';
import { mainRequestStep } from '../setup/setup-steps.ts';
import { validFamily } from './valid-family.ts';

/** A form of a request in which the case of some letters differs from that of its usual form. */
interface CaseForm {
  /** What follows `valid.case.` in the name of its family. */
  readonly name: string;
  readonly edit: Edit;
  /** The usual form, if it is not the request as it is. */
  readonly usual?: Edit;
}

/** RFC 9110 sections 11.1 and 5.1. */
const forms: readonly CaseForm[] = [
  {
    name: 'scheme.lower',
    edit: (request) => ({ ...request, credentials: { type: 'valid', scheme: 'basic' } }),
  },
  {
    name: 'scheme.upper',
    edit: (request) => ({ ...request, credentials: { type: 'valid', scheme: 'BASIC' } }),
  },
  { name: 'header-names.lower', edit: (request) => ({ ...request, headerCase: 'lower' }) },
  { name: 'header-names.upper', edit: (request) => ({ ...request, headerCase: 'upper' }) },
];

/** RFC 9110 section 8.3.1: type, subtype and the names of parameters. Section 8.3.2: the names of charsets. */
function mediaTypeForms(mediaType: string): readonly CaseForm[] {
  const usual = labelled(`${mediaType}; charset=utf-8`);
  return [
    { name: 'media-type.upper', edit: labelled(mediaType.toUpperCase()) },
    { name: 'media-type.parameter', edit: labelled(`${mediaType}; Charset=utf-8`), usual },
    { name: 'media-type.charset', edit: labelled(`${mediaType}; charset=UTF-8`), usual },
  ];
}

function labelled(mediaType: string): Edit {
  return editBody((body) => (body === null ? null : { ...body, mediaType }));
}

/**
 * The same request in two forms that differ in the case of letters to which the standards give no meaning. The second,
 * in the usual form, tells a target that refuses the first for its form from one that refuses both. None if no body fits
 * the schema.
 */
export function caseFamilies({ id, body }: Operation): readonly Family[] {
  if (body?.schema === false) return [];
  const ofBody = body === null ? [] : mediaTypeForms(body.mediaType);
  return [...forms, ...ofBody].map(({ name, edit, usual = (request) => request }) =>
    validFamily({
      operation: id,
      name: `case.${name}`,
      expectation: 'clean',
      enough: 1,
      steps: sceneOf(id).map(({ before, request }) => [
        ...before,
        mainRequestStep(id, edit(request)),
        capturingNothing(asProbe(mainRequestStep(id, usual(request)), 'control')),
      ]),
    }),
  );
}
