import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { compilePattern, isPattern } from './compile-pattern.ts';
import type { JsonSchema } from './json-schema.ts';

/** One way in which a value fails its schema. */
export interface SchemaError {
  /** Points to the place in the value; a missing member is reported at the object that lacks it. */
  readonly pointer: string;
  /** The keyword of JSON Schema that fails, such as `required` or `maxLength`. */
  readonly keyword: string;
  readonly message: string;
  /** Details of the failed keyword, such as `{ missingProperty: 'client_id' }`. */
  readonly params: Readonly<Record<string, unknown>>;
}

const noErrors: readonly SchemaError[] = [];
/** The most errors that are kept of a value. Beyond this number they repeat, and each of them takes memory. */
const mostErrors = 1000;
const compiled = new WeakMap<object, ValidateFunction>();
/** The second member would be the code for schemas compiled to files, which none is. */
const regExp = Object.assign(compilePattern, { code: '' });
const ajv = buildAjv();

/**
 * Compiles a JSON Schema (2020-12) to a function that lists the errors of a value, at most the first 1,000. Each schema
 * object is compiled once. Lengths count code points. `int32` and `int64` are checked by their range, but JSON.parse
 * rounds beyond 2^53, so 2^63 cannot be told from the largest int64 and passes. Unknown formats and keywords are
 * ignored. Throws on a schema that is not valid itself; those of a loaded contract are valid.
 */
export function compileSchema(schema: JsonSchema): (value: unknown) => readonly SchemaError[] {
  const validate = validatorOf(schema);
  return (value) => {
    if (validate(value)) return noErrors;
    const errors = schemaErrors(validate.errors);
    // Otherwise the errors would stay in memory until the next value.
    validate.errors = null;
    return errors;
  };
}

/** Lists what makes a schema itself unusable, according to the meta-schema of JSON Schema 2020-12. */
export function faultsOfSchema(schema: JsonSchema): readonly SchemaError[] {
  // Looked up by name, since a schema may declare a dialect of its own, which is not known here.
  const judge = ajv.getSchema('https://json-schema.org/draft/2020-12/schema');
  if (judge === undefined) throw new Error('ajv lacks the meta-schema of JSON Schema 2020-12');
  return judge(schema) === true ? noErrors : schemaErrors(judge.errors);
}

function schemaErrors(errors: readonly ErrorObject[] | null | undefined): readonly SchemaError[] {
  return (errors ?? []).slice(0, mostErrors).map(({ instancePath, keyword, message, params }) => ({
    pointer: instancePath,
    keyword,
    message: message ?? keyword,
    params: params as Readonly<Record<string, unknown>>,
  }));
}

function validatorOf(schema: JsonSchema): ValidateFunction {
  if (typeof schema === 'boolean') return ajv.compile(schema);
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const validate = ajv.compile(schema);
  compiled.set(schema, validate);
  return validate;
}

function buildAjv(): Ajv2020 {
  // A schema may repeat the $id of another one, so no schema is added to the instance.
  const instance = new Ajv2020({
    ...{ allErrors: true, strict: false, addUsedSchema: false, logger: false },
    code: { regExp },
  });
  addFormats.default(instance);
  instance.addFormat('regex', isPattern);
  instance.addFormat('int64', { type: 'number', validate: isInt64 });
  return instance;
}

function isInt64(value: number): boolean {
  return Number.isInteger(value) && value >= -(2 ** 63) && value <= 2 ** 63;
}
