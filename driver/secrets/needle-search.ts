import { BeginningFilter } from './beginning-filter.ts';
import { NeedleAutomaton, type Needle } from './needle-automaton.ts';

/** A part of a text, from the first index to before the second. */
export type Span = readonly [start: number, end: number];

/** A longer prefix would not filter better. */
const longestBeginning = 8;

/**
 * Finds many needles and their prefixes in a text, in time proportional to its length. Most needles do not occur in it:
 * a filter tells which may begin in it, and the automaton is built from those.
 */
export class NeedleSearch {
  readonly #filter: BeginningFilter;
  /** Needles by their first characters, as many as the filter hashes. */
  readonly #needles = new Map<string, Needle[]>();

  constructor(needles: readonly Needle[]) {
    this.#filter = new BeginningFilter(
      needles.map(({ text }) => text),
      needles.reduce((least, { shortest }) => Math.min(least, shortest), longestBeginning),
    );
    for (const needle of needles) {
      const beginning = needle.text.slice(0, this.#filter.length);
      const known = this.#needles.get(beginning);
      if (known === undefined) this.#needles.set(beginning, [needle]);
      else known.push(needle);
    }
  }

  /** The longest matches in order; overlapping ones are merged. */
  spansIn(text: string): Span[] {
    const { places, needles } = this.#candidates(text);
    if (places.length === 0) return [];
    const automaton = new NeedleAutomaton(needles);
    const spans: [number, number][] = [];
    let read = { next: 0, end: 0 };
    for (const place of places)
      if (place >= read.next)
        read = readFrom(text, place, { automaton, spans, seen: this.#filter.length, end: read.end });
    return spans;
  }

  /** Where needles begin, and which needles. */
  #candidates(text: string): { readonly places: readonly number[]; readonly needles: readonly Needle[] } {
    const { length } = this.#filter;
    const places: number[] = [];
    const begun = new Set<string>();
    for (let at = this.#filter.next(text, 0); at >= 0; at = this.#filter.next(text, at + 1)) {
      const beginning = text.slice(at, at + length);
      if (!this.#needles.has(beginning)) continue;
      places.push(at);
      begun.add(beginning);
    }
    return { places, needles: [...begun].flatMap((beginning) => this.#needles.get(beginning) ?? []) };
  }
}

/**
 * Reads a text from where a needle begins, as long as that needle continues or another one has begun after it. Returns
 * the place where the search continues, since a prefix begun there is too short to be recognized, and the place up to
 * which matches are recorded.
 */
function readFrom(
  text: string,
  start: number,
  to: {
    readonly automaton: NeedleAutomaton;
    readonly spans: [number, number][];
    /** The length of the prefix by which a needle is recognized. */
    readonly seen: number;
    /** The place up to which matches are recorded already. */
    readonly end: number;
  },
): { readonly next: number; readonly end: number } {
  const { automaton, spans, seen, end } = to;
  let state = 0;
  let at = start;
  let depth = 0;
  do {
    state = automaton.step(state, text.charCodeAt(at));
    at += 1;
    depth = automaton.depth(state);
    const length = automaton.find(state);
    if (length > 0 && at > end) add(spans, at - length, at);
  } while (at < text.length && (depth === at - start || depth >= seen));
  return { next: Math.max(start + 1, at - depth), end: Math.max(end, at) };
}

/** Ends only grow, so overlapping spans are at the end of the list. */
function add(spans: [number, number][], start: number, end: number): void {
  let first = start;
  for (let last = spans.at(-1); last !== undefined && last[1] > first; last = spans.at(-1)) {
    first = Math.min(first, last[0]);
    spans.pop();
  }
  spans.push([first, end]);
}
