import fc from 'fast-check';
import { UnbuildableSchema } from './schema-types.ts';

/**
 * What fits less than once in so many values counts as unsatisfiable. No contract has such a schema, and a run must not
 * wait for it.
 */
const mostRejections = 1000;

/** Keeps the values that fit. Throws an `UnbuildableSchema` while values are drawn if hardly any does. */
export function keepFitting<Value>(
  values: fc.Arbitrary<Value>,
  fits: (value: Value) => boolean,
  pointer: string,
): fc.Arbitrary<Value> {
  return new Fitting(values, fits, pointer);
}

/** Like `filter`, which would look for ever. */
class Fitting<Value> extends fc.Arbitrary<Value> {
  readonly #values: fc.Arbitrary<Value>;
  readonly #fits: (value: Value) => boolean;
  readonly #pointer: string;

  constructor(values: fc.Arbitrary<Value>, fits: (value: Value) => boolean, pointer: string) {
    super();
    this.#values = values;
    this.#fits = fits;
    this.#pointer = pointer;
  }

  generate(random: fc.Random, bias: number | undefined): fc.Value<Value> {
    for (let rejections = 0; rejections <= mostRejections; rejections += 1) {
      const drawn = this.#values.generate(random, bias);
      if (this.#fits(drawn.value)) return drawn;
    }
    throw new UnbuildableSchema('unsatisfiable', this.#pointer, 'hardly any value fits all parts');
  }

  canShrinkWithoutContext(value: unknown): value is Value {
    return this.#values.canShrinkWithoutContext(value) && this.#fits(value);
  }

  shrink(value: Value, context: unknown): fc.Stream<fc.Value<Value>> {
    return this.#values.shrink(value, context).filter((simpler) => this.#fits(simpler.value));
  }
}
