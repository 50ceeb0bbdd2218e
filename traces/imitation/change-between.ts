import { Buffer } from 'node:buffer';
import type { HttpResponse } from '../../driver/exchange.ts';
import { isJsonObject } from '../../spec/json-object.ts';
import type { AnswerChange, BodyChange } from '../../targets/reference/imitation/imitation.ts';

/** Headers whose value is that of the moment: the reference makes its own. */
const own: readonly string[] = [
  'location',
  'content-length',
  'date',
  'connection',
  'keep-alive',
  'transfer-encoding',
];

/** Members that hold one of few words, which builds have their own of. */
const constants: readonly string[] = ['kind', 'state', 'api_version', 'token_type'];

/** A longer one would make a mock of a single answer. */
const longestRecorded = 64 * 1024;

/** How to make of the answer of the reference that of a build; null where they are alike or cannot be made so. */
export function changeBetween(reference: HttpResponse, build: HttpResponse): AnswerChange | null {
  if (build.body.length > longestRecorded) return null;
  const body = bodyChange(reference, build);
  const names = [...build.headers.keys()];
  const set = Object.fromEntries(
    names.flatMap((name) => {
      const value = build.headers.get(name)?.[0];
      const isSame = value === reference.headers.get(name)?.[0];
      return value === undefined || isSame || own.includes(name) ? [] : [[name, value]];
    }),
  );
  const isAlike =
    reference.status === build.status &&
    Object.keys(set).every((name) => name === 'set-cookie' && reference.headers.has(name)) &&
    [...reference.headers.keys()].every((name) => build.headers.has(name) || own.includes(name)) &&
    isNone(body);
  return isAlike ? null : { status: build.status, headers: names, set, body };
}

function isNone(body: BodyChange): boolean {
  return body.type === 'own' && body.drop.length === 0 && body.set.length === 0 && !body.isPretty;
}

function bodyChange(reference: HttpResponse, build: HttpResponse): BodyChange {
  const isBothObjects = isJsonObject(reference.json) && isJsonObject(build.json);
  const isEmpty = reference.body.length === 0 && build.body.length === 0;
  if (isEmpty) return { type: 'own', drop: [], set: [], isPretty: false };
  // An error is whatever it is; of a success the values have to be the mock's own.
  if (!isBothObjects || reference.status >= 400 !== build.status >= 400)
    return { type: 'recorded', base64: Buffer.from(build.body).toString('base64') };
  const found = { drop: [] as string[][], set: [] as [string[], unknown][] };
  compareObjects(reference.json, build.json, [], found);
  return { type: 'own', ...found, isPretty: /^\s*\{\s*\n/.test(build.text ?? '') };
}

type Found = { readonly drop: string[][]; readonly set: [string[], unknown][] };

function compareObjects(
  reference: Readonly<Record<string, unknown>>,
  build: Readonly<Record<string, unknown>>,
  path: readonly string[],
  found: Found,
): void {
  for (const name of Object.keys(reference))
    if (!Object.hasOwn(build, name)) found.drop.push([...path, name]);
  for (const [name, value] of Object.entries(build)) {
    const at = [...path, name];
    const known = reference[name];
    if (name === 'message_list' || !Object.hasOwn(reference, name)) {
      if (JSON.stringify(known) !== JSON.stringify(value)) found.set.push([at, value]);
    } else if (isJsonObject(known) && isJsonObject(value)) compareObjects(known, value, at, found);
    else if (constants.includes(name) && known !== value) found.set.push([at, value]);
    else if (path.length === 0 && name === 'code' && typeof value === 'number' && known !== value)
      found.set.push([at, value]);
  }
}
