/** Writes a JSON pointer (RFC 6901) from its segments. Without segments it is the pointer to the whole document. */
export function formatPointer(segments: readonly (string | number)[]): string {
  return segments
    .map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** Splits a JSON pointer into its segments. Throws a RangeError if the text is not a pointer. */
export function parsePointer(pointer: string): string[] {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) {
    throw new RangeError(`"${pointer}" is not a JSON pointer`);
  }
  const segments = pointer.slice(1).split('/');
  if (!pointer.includes('~')) return segments;
  return segments.map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/**
 * The value that a JSON pointer names, or undefined where there is none; JSON itself has no undefined.
 * Inherited members such as `constructor` are not found, and array indexes are plain decimals (RFC 6901 section 4).
 */
export function resolvePointer(value: unknown, pointer: string): unknown {
  let current: unknown = value;
  for (const segment of parsePointer(pointer)) current = memberOf(current, segment);
  return current;
}

function memberOf(value: unknown, name: string): unknown {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return /^(0|[1-9]\d*)$/.test(name) ? items[Number(name)] : undefined;
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
