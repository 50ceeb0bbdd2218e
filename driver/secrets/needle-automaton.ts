/** A text to search for, and how many of its first characters already count as a match. */
export interface Needle {
  readonly text: string;
  /** From 1 to the length of the text. */
  readonly shortest: number;
}

const { imul } = Math;

/**
 * The automaton of Aho and Corasick. It reads a text character by character, and tells which needle, or prefix of one,
 * ends at each. The time does not depend on how many needles there are or how they overlap. No library reports
 * prefixes, which are the states of the automaton.
 *
 * A node is a prefix of needles. Nodes are numbered in the order of creation and 0 is the empty prefix, so that the
 * first child of a node is the next number. Other children are in one hash table, at most one for each needle.
 */
export class NeedleAutomaton {
  readonly #parents: Int32Array;
  readonly #characters: Uint16Array;
  readonly #depths: Int32Array;
  /** The longest other node that is a suffix of a node. */
  readonly #fallbacks: Int32Array;
  /** The length of the match that ends here; 0 for none. */
  readonly #finds: Int32Array;
  readonly #table: Int32Array;
  #count = 1;

  constructor(needles: readonly Needle[]) {
    const most = needles.reduce((sum, { text }) => sum + text.length, 1);
    this.#parents = new Int32Array(most);
    this.#characters = new Uint16Array(most);
    this.#depths = new Int32Array(most);
    this.#fallbacks = new Int32Array(most);
    this.#finds = new Int32Array(most);
    // At most a quarter full: most lookups find nothing, and end at once.
    this.#table = new Int32Array(2 ** Math.ceil(Math.log2(needles.length * 4 + 1)));
    for (const needle of needles) this.#insert(needle);
    this.#link();
  }

  /** The state after one more character; 0 is the initial state. */
  step(from: number, character: number): number {
    let node = from;
    for (;;) {
      const next = this.#child(node, character);
      if (next !== 0 || node === 0) return next;
      node = this.#fallbacks[node] ?? 0;
    }
  }

  /** How many of the last characters are a prefix of a needle. */
  depth(state: number): number {
    return this.#depths[state] ?? 0;
  }

  /** How many of the last characters are a match; 0 for none. */
  find(state: number): number {
    return this.#finds[state] ?? 0;
  }

  #insert({ text, shortest }: Needle): void {
    let node = 0;
    for (let at = 0; at < text.length; at += 1) {
      node = this.#child(node, text.charCodeAt(at)) || this.#open(node, text.charCodeAt(at));
      if (at + 1 >= shortest) this.#finds[node] = at + 1;
    }
  }

  #open(parent: number, character: number): number {
    const node = this.#count;
    this.#count += 1;
    this.#parents[node] = parent;
    this.#characters[node] = character;
    this.#depths[node] = (this.#depths[parent] ?? 0) + 1;
    if (node === parent + 1) return node;
    let slot = this.#slotOf(parent, character);
    while (this.#table[slot] !== 0) slot = (slot + 1) & (this.#table.length - 1);
    this.#table[slot] = node;
    return node;
  }

  /** Shorter nodes first, since each is linked by way of its parent. */
  #link(): void {
    for (const node of byDepth(this.#depths.subarray(0, this.#count))) {
      const parent = this.#parents[node] ?? 0;
      const from = this.#fallbacks[parent] ?? 0;
      if (parent !== 0) this.#fallbacks[node] = this.step(from, this.#characters[node] ?? 0);
      if (this.#finds[node] === 0) this.#finds[node] = this.#finds[this.#fallbacks[node] ?? 0] ?? 0;
    }
  }

  /** 0 for none. */
  #child(parent: number, character: number): number {
    if (this.#isChild(parent + 1, parent, character)) return parent + 1;
    let slot = this.#slotOf(parent, character);
    for (;;) {
      const node = this.#table[slot] ?? 0;
      if (node === 0 || this.#isChild(node, parent, character)) return node;
      slot = (slot + 1) & (this.#table.length - 1);
    }
  }

  #isChild(node: number, parent: number, character: number): boolean {
    return node < this.#count && this.#parents[node] === parent && this.#characters[node] === character;
  }

  #slotOf(parent: number, character: number): number {
    const mixed = imul(parent, 0x9e3779b1) ^ imul(character, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & (this.#table.length - 1);
  }
}

/** All nodes but the empty one, ordered by depth. */
function byDepth(depths: Int32Array): Int32Array {
  let deepest = 0;
  for (const depth of depths) deepest = Math.max(deepest, depth);
  const starts = new Int32Array(deepest + 2);
  for (let node = 1; node < depths.length; node += 1) {
    const next = (depths[node] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let depth = 1; depth < starts.length; depth += 1)
    starts[depth] = (starts[depth] ?? 0) + (starts[depth - 1] ?? 0);
  const ordered = new Int32Array(depths.length - 1);
  for (let node = 1; node < depths.length; node += 1) {
    const depth = depths[node] ?? 0;
    const place = starts[depth] ?? 0;
    ordered[place] = node;
    starts[depth] = place + 1;
  }
  return ordered;
}
