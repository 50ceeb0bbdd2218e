/** Why no value can be made for a schema. */
export type UnbuildableReason = 'unsupported-keyword' | 'unsupported-pattern' | 'unsatisfiable';

/** A schema for which no generator can be built, and where in it the reason stands. */
export class UnbuildableSchema extends Error {
  readonly code: UnbuildableReason;
  /** JSON pointer into the schema. */
  readonly pointer: string;

  constructor(code: UnbuildableReason, pointer: string, detail: string) {
    super(`schema at ${pointer === '' ? '/' : pointer}: ${detail}`);
    this.name = 'UnbuildableSchema';
    this.code = code;
    this.pointer = pointer;
  }
}
