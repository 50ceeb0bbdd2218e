import { Buffer } from 'node:buffer';
import type { JsonSchema } from '../../spec/json-schema.ts';
import type { OperationId } from '../../spec/operation-ids.ts';
import { readSchemaMap, readTexts } from '../schema/read-keyword.ts';
import type { WireRequest } from '../../driver/exchange.ts';
import { formMediaType, grantParameters } from './build-request.ts';
import { decodePairs, readMediaType } from './decode-parts.ts';
import type { Oddity } from './finding.ts';
import { findOddText } from './finding.ts';
import { judgeMembers } from './judge-members.ts';
import type { TextMember } from './judge-members.ts';

/** Reads a form as a server would, and finds every reason why it is not plainly valid. */
export function decodeFormBody(
  operation: OperationId,
  schema: JsonSchema,
  headers: WireRequest['headers'],
  bytes: Uint8Array,
): readonly Oddity[] {
  const mediaType = readMediaType(headers);
  const at = 'header:content-type';
  if (mediaType === null) return [{ label: 'unclear', at, reason: 'no media type' }];
  if (mediaType.essence !== formMediaType) {
    return [{ label: 'invalid', at, reason: 'another media type than that of a form' }];
  }
  if (mediaType.charset !== 'utf-8') return [{ label: 'unclear', at, reason: 'another charset' }];
  const text = Buffer.from(bytes).toString('latin1');
  // A form has only ASCII characters (WHATWG URL section 5.2). Servers read others in several ways.
  const { values, repeated, flaw } = decodePairs(text);
  if (flaw !== null || /[^\x21-\x7E]/.test(text)) {
    return [{ label: 'unclear', at: '', reason: flaw ?? 'bytes that a form does not have' }];
  }
  const members = readFormMembers(schema, operation, values);
  return [
    ...repeated.map((name) => findRepeated(name, members)),
    ...[...values].flatMap(([name, value]) => findOddText(`${name}${value}`, `form:${name}`)),
    ...judgeMembers(members, values, 'form'),
  ];
}

/** A repeated parameter must be refused (RFC 6749 section 3.2) if the operation has it. */
function findRepeated(name: string, members: readonly TextMember[]): Oddity {
  const isKnown = members.some((member) => member.name === name);
  return { label: isKnown ? 'invalid' : 'neither', at: `form:${name}`, reason: 'a repeated parameter' };
}

function readFormMembers(
  schema: JsonSchema,
  operation: OperationId,
  values: ReadonlyMap<string, string>,
): readonly TextMember[] {
  if (typeof schema === 'boolean') return [];
  const grantType = operation === 'oauth_token_post' ? (values.get('grant_type') ?? '') : '';
  const needed = Object.hasOwn(grantParameters, grantType) ? (grantParameters[grantType] ?? []) : [];
  const required = new Set([...readTexts(schema, 'required'), ...needed]);
  return [...readSchemaMap(schema, 'properties')].map(([name, member]) => ({
    name,
    required: required.has(name),
    schema: member,
  }));
}
