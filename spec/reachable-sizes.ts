/**
 * How large a text, list or object can be that is sent or seen. Requests are made in memory and answers are read to
 * 2 MiB, in which a list of so many items has 20 bytes for each.
 */
const largest: Readonly<Record<string, number>> = {
  Length: 2 * 1024 * 1024,
  Items: 100_000,
  Properties: 100_000,
};

/** Whether a keyword of a schema is an upper bound that nothing reaches, so that it says nothing. */
export function isUnreachableMaximum(name: string, value: unknown): boolean {
  return exceeds('max', name, value);
}

/** The lower bounds of a schema that nothing reaches, by keyword. */
export function unreachableMinima(schema: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(schema).filter((name) => exceeds('min', name, schema[name]));
}

function exceeds(kind: 'min' | 'max', name: string, value: unknown): boolean {
  const what = name.startsWith(kind) ? name.slice(kind.length) : '';
  return typeof value === 'number' && Object.hasOwn(largest, what) && value > (largest[what] ?? Infinity);
}
