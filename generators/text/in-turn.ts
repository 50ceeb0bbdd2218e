import * as fc from 'fast-check';

/** Which case of its family a draw makes. */
interface Turn {
  readonly number: number;
  /** With which of its values a list begins. */
  readonly begin: number;
}

/** The turn that is being drawn; null outside of a draw, where alternatives are chosen at random. */
let turn: Turn | null = null;

/**
 * The cases of a draw, each with its number from that of the first on. An arbitrary cannot know by itself how many values were
 * drawn before. A draw makes no pause, so that it never meets another.
 */
export function numbered<Value>(values: fc.Arbitrary<Value>, first: Turn): fc.Arbitrary<Value> {
  return new Numbered(values, first);
}

class Numbered<Value> extends fc.Arbitrary<Value> {
  readonly #inner: fc.Arbitrary<Value>;
  #next: Turn;

  constructor(inner: fc.Arbitrary<Value>, first: Turn) {
    super();
    this.#inner = inner;
    this.#next = first;
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<Value> {
    turn = this.#next;
    this.#next = { ...turn, number: turn.number + 1 };
    try {
      return this.#inner.generate(random, bias);
    } finally {
      turn = null;
    }
  }

  override canShrinkWithoutContext(value: unknown): value is Value {
    return this.#inner.canShrinkWithoutContext(value);
  }

  override shrink(value: Value, context: unknown): fc.Stream<fc.Value<Value>> {
    return this.#inner.shrink(value, context);
  }
}

/**
 * Each of a closed list in turn: as many cases as there are values meet all of them, where values at random would leave
 * out one in three. Shrinks like `fc.constantFrom`.
 */
export function inTurn<Value>(...values: readonly Value[]): fc.Arbitrary<Value> {
  return eachInTurn(...values.map((value) => fc.constant(value)));
}

/** The same for values of several kinds. */
export function eachInTurn<Value>(...kinds: readonly fc.Arbitrary<Value>[]): fc.Arbitrary<Value> {
  return new InTurn(kinds);
}

/** Shifted by one in each round, so that two lists of one length do not always give the same pairs. */
function placeOf({ number, begin }: Turn, count: number): number {
  return (begin + number + Math.floor(number / count)) % count;
}

interface Chosen {
  readonly kind: number;
  readonly context: unknown;
}

class InTurn<Value> extends fc.Arbitrary<Value> {
  readonly #kinds: readonly fc.Arbitrary<Value>[];

  constructor(kinds: readonly fc.Arbitrary<Value>[]) {
    super();
    if (kinds.length === 0) throw new TypeError('there is nothing to choose from');
    this.#kinds = kinds;
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<Value> {
    const count = this.#kinds.length;
    const kind = turn === null ? random.nextInt(0, count - 1) : placeOf(turn, count);
    const { value_, context } = this.#kind(kind).generate(random, bias);
    return new fc.Value(value_, { kind, context } satisfies Chosen);
  }

  override canShrinkWithoutContext(value: unknown): value is Value {
    return this.#kinds.some((kind) => kind.canShrinkWithoutContext(value));
  }

  override shrink(value: Value, context: unknown): fc.Stream<fc.Value<Value>> {
    if (!isChosen(context)) return fc.Stream.nil();
    const { kind } = context;
    const earlier = kind === 0 ? [] : fc.sample(this.#kind(0), { seed: 0, numRuns: 1 });
    return fc.stream(earlier.map((one) => new fc.Value(one, { kind: 0, context: undefined })).values()).join(
      this.#kind(kind)
        .shrink(value, context.context)
        .map((one) => new fc.Value(one.value_, { kind, context: one.context })),
    );
  }

  #kind(index: number): fc.Arbitrary<Value> {
    const kind = this.#kinds[index];
    if (kind === undefined) throw new TypeError(`there is no kind ${index}`);
    return kind;
  }
}

function isChosen(context: unknown): context is Chosen {
  return typeof context === 'object' && context !== null && 'kind' in context;
}
