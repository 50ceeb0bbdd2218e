import fc from 'fast-check';
import { keepFitting } from './keep-fitting.ts';
import { readNumber, readText } from './read-keyword.ts';
import type { SchemaObject } from './read-keyword.ts';
import { UnbuildableSchema } from './schema-types.ts';

/** The least and greatest value of a number schema, both inclusive. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

const int32: Range = { min: -(2 ** 31), max: 2 ** 31 - 1 };
// A JavaScript number holds no greater integers exactly; larger ones are sent as text.
const int64: Range = { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };

/** The range of an integer schema by its limits and format; without these, the safe integers. */
export function readIntegerRange(schema: SchemaObject): Range {
  const format = readText(schema, 'format') === 'int32' ? int32 : int64;
  const above = readNumber(schema, 'exclusiveMinimum');
  const below = readNumber(schema, 'exclusiveMaximum');
  return {
    min: Math.max(
      format.min,
      Math.ceil(readNumber(schema, 'minimum') ?? -Infinity),
      above === undefined ? -Infinity : Math.floor(above) + 1,
    ),
    max: Math.min(
      format.max,
      Math.floor(readNumber(schema, 'maximum') ?? Infinity),
      below === undefined ? Infinity : Math.ceil(below) - 1,
    ),
  };
}

/** An integer within the range of its schema, often near its ends. */
export function buildInteger(schema: SchemaObject, pointer: string): fc.Arbitrary<number> {
  const { min, max } = readIntegerRange(schema);
  return buildMultiples({ min, max }, readNumber(schema, 'multipleOf') ?? 1, pointer);
}

/** A finite number within the limits of its schema. */
export function buildNumber(schema: SchemaObject, pointer: string): fc.Arbitrary<number> {
  const above = readNumber(schema, 'exclusiveMinimum') ?? -Infinity;
  const below = readNumber(schema, 'exclusiveMaximum') ?? Infinity;
  const min = Math.max(readNumber(schema, 'minimum') ?? -Infinity, above);
  const max = Math.min(readNumber(schema, 'maximum') ?? Infinity, below);
  const step = readNumber(schema, 'multipleOf');
  const numbers =
    step === undefined ? buildDoubles({ min, max }, pointer) : buildMultiples({ min, max }, step, pointer);
  return keepFitting(numbers, (value) => value > above && value < below, pointer);
}

function buildDoubles({ min, max }: Range, pointer: string): fc.Arbitrary<number> {
  if (min > max) throw unsatisfiable(min, max, pointer);
  return fc
    .double({ min, max, noNaN: true, noDefaultInfinity: true })
    .map((value) => (Object.is(value, -0) ? 0 : value));
}

function buildMultiples({ min, max }: Range, step: number, pointer: string): fc.Arbitrary<number> {
  const least = Math.max(Math.ceil(min / step), Number.MIN_SAFE_INTEGER);
  const most = Math.min(Math.floor(max / step), Number.MAX_SAFE_INTEGER);
  if (least > most) throw unsatisfiable(min, max, pointer);
  // Fifteen digits, so that 3 × 0.1 becomes 0.3.
  return fc
    .integer({ min: least, max: most })
    .map((count) => (Number.isInteger(step) ? count * step : Number((count * step).toPrecision(15))));
}

function unsatisfiable(min: number, max: number, pointer: string): UnbuildableSchema {
  return new UnbuildableSchema('unsatisfiable', pointer, `no value between ${min} and ${max}`);
}
