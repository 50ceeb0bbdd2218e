/** How large a value may become when a text is parsed. */
export interface JsonLimits {
  /** Levels of nested objects and arrays. */
  readonly depth: number;
  /** Counts objects, arrays, and whatever follows a comma: `[{},{},…` takes twenty times its length in memory. */
  readonly values: number;
}

/** Thrown for JSON beyond its limits. The message is a clause without subject. */
export class JsonLimitError extends Error {
  override readonly name = 'JsonLimitError';
  readonly code = 'JSON_LIMIT';
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/**
 * Scans JSON byte by byte, and stops input that is nested too deeply or has too many values before it is parsed. The
 * parser decides whether it is JSON at all.
 */
export class JsonScanner {
  depth = 0;
  #values = 0;
  #isInText = false;
  #isEscaped = false;
  readonly #limits: JsonLimits;

  constructor(limits: JsonLimits) {
    this.#limits = limits;
  }

  /**
   * Scans the next bytes. Throws a {@link JsonLimitError} when they exceed a limit. Calls `onMark` for each of `{}[],:`
   * outside strings, with its index. `depth` is then that of the object or array that it opens, separates or closes.
   */
  scan(bytes: Uint8Array, onMark?: (mark: number, index: number) => void): void {
    for (let index = 0; index < bytes.length; index += 1) {
      const byte = bytes[index] ?? 0;
      if (this.#isInText) this.#passText(byte);
      else if (byte === quote) this.#isInText = true;
      else if (byte === comma || byte === colon) {
        if (byte === comma) this.#count();
        onMark?.(byte, index);
      } else if (byte === openBracket || byte === openBrace) {
        this.#open();
        onMark?.(byte, index);
      } else if (byte === closeBracket || byte === closeBrace) {
        onMark?.(byte, index);
        this.depth -= 1;
      }
    }
  }

  #passText(byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === backslash) this.#isEscaped = true;
    else if (byte === quote) this.#isInText = false;
  }

  #count(): void {
    this.#values += 1;
    if (this.#values > this.#limits.values)
      throw new JsonLimitError(`holds more than ${this.#limits.values} values`);
  }

  #open(): void {
    this.depth += 1;
    this.#count();
    if (this.depth > this.#limits.depth)
      throw new JsonLimitError(`is nested deeper than ${this.#limits.depth} levels`);
  }
}
