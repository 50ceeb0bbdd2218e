import * as fc from 'fast-check';

/** All values in any order. Shrinks to each of them alone, so that a case can be reduced to the one that matters. */
export function inAnyOrder<Value>(values: readonly Value[]): fc.Arbitrary<readonly Value[]> {
  return new InAnyOrder(values);
}

class InAnyOrder<Value> extends fc.Arbitrary<readonly Value[]> {
  readonly #all: fc.Arbitrary<Value[]>;

  constructor(values: readonly Value[]) {
    super();
    this.#all = fc.shuffledSubarray([...values], { minLength: values.length });
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<readonly Value[]> {
    return new fc.Value(this.#all.generate(random, bias).value, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is readonly Value[] {
    return Array.isArray(value);
  }

  override shrink(value: readonly Value[]): fc.Stream<fc.Value<readonly Value[]>> {
    const single = value.length > 1 ? value.map((one) => new fc.Value([one], undefined)) : [];
    return fc.stream(single.values());
  }
}
