import type { SchemaError } from '../../spec/compile-schema.ts';
import { compileSchema } from '../../spec/compile-schema.ts';
import type { JsonSchema } from '../../spec/json-schema.ts';
import type { Oddity } from './finding.ts';
import { judgeDomain } from './judge-domain.ts';

/** A query or form parameter, which is sent as text. */
export interface TextMember {
  readonly name: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/**
 * Judges parameters that were sent as text. One without a value counts as left out (RFC 6749 section 3.1), though a
 * server may treat an optional one differently.
 */
export function judgeMembers(
  members: readonly TextMember[],
  values: ReadonlyMap<string, string>,
  kind: 'query' | 'form' | 'header' | 'cookie',
): readonly Oddity[] {
  return members.flatMap(({ name, required, schema }): readonly Oddity[] => {
    const value = values.get(name) ?? '';
    const at = `${kind}:${name}`;
    if (value === '') {
      if (required) return [{ label: 'invalid', at, reason: 'a required parameter is missing' }];
      return values.has(name) ? [{ label: 'neither', at, reason: 'a parameter without a value' }] : [];
    }
    const error = errorOf(value, schema);
    return error === undefined
      ? judgeDomain(name, value, at)
      : [{ label: 'invalid', at, reason: error.message }];
  });
}

/** Whether a text is a value of a header or cookie parameter. */
export function fitsParameter({ schema }: Pick<TextMember, 'schema'>, text: string): boolean {
  return errorOf(text, schema) === undefined;
}

function errorOf(text: string, schema: JsonSchema): SchemaError | undefined {
  const [error] = compileSchema(schema)(readText(text, schema));
  return error;
}

/** Keeps text as it is, unless its schema requires a number or a boolean. */
function readText(text: string, schema: JsonSchema): unknown {
  const type = typeof schema === 'object' ? schema['type'] : undefined;
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
