import { Buffer } from 'node:buffer';
import { jsonText } from '../../checks/read/json.ts';
import type { HttpResponse } from '../../driver/exchange.ts';
import { isJsonObject } from '../../spec/json-object.ts';
import type { AnswerChange, BodyChange } from '../../targets/reference/imitation/imitation.ts';

/** Headers whose value depends on the moment, so that the reference creates its own. */
const own: readonly string[] = [
  'location',
  'content-length',
  'date',
  'connection',
  'keep-alive',
  'transfer-encoding',
];

/** Members that hold one of a few words, which differ between builds. */
const constants: readonly string[] = ['kind', 'state', 'api_version', 'token_type'];

/** A longer body would make a single answer the whole mock. */
const longestRecorded = 64 * 1024;

/** How an answer of a build differs from that of the reference to the same request. */
export interface Departure {
  readonly change: AnswerChange;
  /** Members of the body that both have, by their path as text. */
  readonly kept: ReadonlySet<string>;
  /** Whether there is nothing to change. */
  readonly isAlike: boolean;
}

/** How to turn the answer of the reference into that of a build; null if that is too much to keep. */
export function changeBetween(reference: HttpResponse, build: HttpResponse): Departure | null {
  if (build.body.length > longestRecorded) return null;
  const { body, kept } = bodyChange(reference, build);
  const names = [...build.headers.keys()].sort();
  const set = Object.fromEntries(
    names.flatMap((name) => {
      const value = build.headers.get(name)?.[0];
      const isSame = value === reference.headers.get(name)?.[0] || isFresh(name, reference);
      return value === undefined || isSame || own.includes(name) ? [] : [[name, value]];
    }),
  );
  const isAlike =
    reference.status === build.status &&
    Object.keys(set).length === 0 &&
    [...reference.headers.keys()].every((name) => build.headers.has(name) || own.includes(name)) &&
    body.type === 'own' &&
    body.drop.length + body.set.length === 0 &&
    !body.isPretty;
  return { change: { status: build.status, headers: names, set, body }, kept, isAlike };
}

/** A path of members as text. */
export function pathText(path: readonly string[]): string {
  return path.join('\n');
}

/** A cookie is different each time, so that of the reference is used. */
function isFresh(name: string, reference: HttpResponse): boolean {
  return name === 'set-cookie' && reference.headers.has(name);
}

function bodyChange(
  reference: HttpResponse,
  build: HttpResponse,
): { readonly body: BodyChange; readonly kept: ReadonlySet<string> } {
  const found: Found = { drop: [], set: [], kept: new Set() };
  const isPretty = /^\s*\{\s*\n/.test(build.text ?? '') && !/^\s*\{\s*\n/.test(reference.text ?? '');
  const isEmpty = reference.body.length === 0 && build.body.length === 0;
  const isBothObjects = isJsonObject(reference.json) && isJsonObject(build.json);
  // If both succeed or both fail, the reference keeps its own values. Otherwise the whole body is taken as recorded.
  if (isBothObjects && reference.status >= 400 === build.status >= 400)
    compareObjects(reference.json, build.json, [], found);
  else if (!isEmpty)
    return {
      body: { type: 'recorded', base64: Buffer.from(build.body).toString('base64') },
      kept: found.kept,
    };
  return { body: { type: 'own', drop: found.drop, set: found.set, isPretty }, kept: found.kept };
}

interface Found {
  readonly drop: string[][];
  readonly set: [string[], unknown][];
  readonly kept: Set<string>;
}

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
    if (Object.hasOwn(reference, name)) found.kept.add(pathText(at));
    if (name === 'message_list' || !Object.hasOwn(reference, name)) {
      if (jsonText(known) !== jsonText(value)) found.set.push([at, value]);
    } else if (isJsonObject(known) && isJsonObject(value)) compareObjects(known, value, at, found);
    else if (constants.includes(name) && known !== value) found.set.push([at, value]);
    else if (path.length === 0 && name === 'code' && typeof value === 'number' && known !== value)
      found.set.push([at, value]);
  }
}
