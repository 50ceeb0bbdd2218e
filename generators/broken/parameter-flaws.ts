import fc from 'fast-check';
import type { Operation, Parameter } from '../../spec/operation.ts';
import type { RequestTemplate } from '../case.ts';
import { requiredParameters } from '../parameters/required-parameters.ts';
import { fitsParameter } from '../request/judge-members.ts';
import type { Edit } from './edit-request.ts';
import { enoughOfList, inputFlaw } from './flaw.ts';
import type { Flaw } from './flaw.ts';
import { inTurn } from '../text/in-turn.ts';

/** Leaves out a required header or cookie, or gives it a value that its schema does not allow. */
export function parameterFlaws(operation: Operation): readonly Flaw[] {
  return requiredParameters(operation).flatMap((parameter) => {
    const { in: place, name } = parameter;
    if (place !== 'header' && place !== 'cookie') return [];
    const at = `${place}:${name}`;
    const others = otherTexts.filter((text) => !fitsParameter(parameter, text));
    const edits = others.map((text) => editParameter(place, name, text));
    return [
      inputFlaw(`${place}.missing`, at, fc.constant(editParameter(place, name, null))),
      ...(edits.length === 0
        ? []
        : [inputFlaw(`${place}.outside-schema`, at, inTurn(...edits), enoughOfList(edits))]),
    ];
  });
}

/** Each of them is outside of some schema: of its list, pattern, length, type or range. */
const otherTexts = ['other', '-', '0', '-1', '1.5', 'true', '99999999999999999999', 'a'.repeat(2_000)];

/** Replaces the value of a header or cookie; null removes it. */
function editParameter(place: 'header' | 'cookie', name: string, text: string | null): Edit {
  return place === 'header'
    ? withHeader(name, () => text)
    : withHeader('Cookie', (old) => withCookie(old, name, text));
}

function withCookie(cookies: string, name: string, text: string | null): string | null {
  const others = cookies.split('; ').filter((pair) => pair !== '' && !pair.startsWith(`${name}=`));
  const all = text === null ? others : [...others, `${name}=${text}`];
  return all.length === 0 ? null : all.join('; ');
}

function withHeader(name: Parameter['name'], change: (old: string) => string | null): Edit {
  return (request): RequestTemplate => {
    const isIt = ([other]: readonly [string, string]): boolean => other.toLowerCase() === name.toLowerCase();
    const value = change(request.headers.find(isIt)?.[1] ?? '');
    const others = request.headers.filter((header) => !isIt(header));
    return { ...request, headers: value === null ? others : [...others, [name, value]] };
  };
}
