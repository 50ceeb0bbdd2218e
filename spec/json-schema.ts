/** A JSON Schema (2020-12) with every `$ref` resolved, as plain JSON. */
export type JsonSchema = boolean | { readonly [keyword: string]: unknown };

/** Any JSON value. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [member: string]: JsonValue };
