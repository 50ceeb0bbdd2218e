import { JsonLimitError, JsonScanner } from '../spec/json-scanner.ts';
import { TraceError } from './har.ts';

/** A member of `log` in a trace, or an item of its `pages` or `entries`, of which there are thousands. */
export interface TracePiece {
  readonly name: string;
  readonly value: unknown;
}

/** Limit for one piece. An entry has at most two bodies of 2 MiB, in base64 or with each byte escaped. */
const mostBytes = 32 * 1024 * 1024;
/** HAR nests some eight levels deep. Values are not limited: there are many, but they are handled one by one. */
const limits = { depth: 64, values: Infinity };

const lists: readonly string[] = ['pages', 'entries'];
const [comma, colon, openBracket] = [0x2c, 0x3a, 0x5b];

/** What ends at a mark. */
type Ending = 'root name' | 'member name' | 'member' | 'item' | 'nothing';

/** Splits a trace into its pieces as its bytes arrive, so that it is never in memory as a whole. */
export class TraceSplitter {
  readonly #see: (piece: TracePiece) => void;
  readonly #scanner = new JsonScanner(limits);
  readonly #missing = new Set(lists);
  #pending: Buffer[] = [];
  #length = 0;
  #root = '';
  #name = '';

  constructor(see: (piece: TracePiece) => void) {
    this.#see = see;
  }

  /** Takes the next bytes. Throws a {@link TraceError} for invalid JSON, or for more than any trace has. */
  add(bytes: Buffer): void {
    let start = 0;
    try {
      this.#scanner.scan(bytes, (mark, index) => {
        const ending = this.#endingAt(mark, this.#scanner.depth);
        if (ending === null) return;
        this.#keep(bytes.subarray(start, index));
        start = index + 1;
        this.#end(ending, mark);
      });
    } catch (error) {
      throw error instanceof JsonLimitError ? new TraceError(`it ${error.message}`) : error;
    }
    this.#keep(bytes.subarray(start));
  }

  /** Throws a {@link TraceError} if the trace does not end here. */
  end(): void {
    if (this.#scanner.depth !== 0 || this.#take() !== '') throw broken();
  }

  /** A list that every trace must have, and that has not appeared so far. */
  get missing(): string | undefined {
    return [...this.#missing][0];
  }

  /** The document is at depth 1, `log` at 2, and a list in it at 3. */
  #endingAt(mark: number, depth: number): Ending | null {
    if (depth > 3) return null;
    if (depth === 1) return mark === colon ? 'root name' : 'nothing';
    if (this.#root !== 'log') return null;
    if (depth === 2) return mark === colon ? 'member name' : this.#name === '' ? 'nothing' : 'member';
    if (!lists.includes(this.#name)) return null;
    return mark === openBracket ? 'nothing' : 'item';
  }

  #end(ending: Ending, mark: number): void {
    const text = this.#take();
    if (ending === 'root name') this.#root = String(parse(text));
    else if (ending === 'member name') this.#name = String(parse(text));
    else if (ending === 'item') {
      // An empty list ends without an item.
      if (text !== '' || mark === comma) this.#see({ name: this.#name, value: parse(text) });
    } else if (ending === 'member') {
      this.#missing.delete(this.#name);
      if (!lists.includes(this.#name)) this.#see({ name: this.#name, value: parse(text) });
      // The items of a list were reported already. Any remaining text is a value in place of the list.
      else if (text !== '') throw new TraceError(`at log/${this.#name}: expected a list`);
      this.#name = '';
    }
  }

  #keep(bytes: Buffer): void {
    this.#length += bytes.length;
    if (this.#length > mostBytes) throw new TraceError('a part of it is too long to be one exchange');
    if (bytes.length > 0) this.#pending.push(bytes);
  }

  #take(): string {
    const text = Buffer.concat(this.#pending, this.#length).toString('utf8').trim();
    this.#pending = [];
    this.#length = 0;
    return text;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw broken();
  }
}

function broken(): TraceError {
  return new TraceError('it is not JSON, or it breaks off');
}
