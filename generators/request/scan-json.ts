import { isOddText } from '../text/characters.ts';

/** What a JSON text says beyond its value: what `JSON.parse` drops. All places are JSON pointers. */
export interface JsonFacts {
  readonly duplicates: readonly string[];
  readonly oddTexts: readonly string[];
  /** Numbers as they are written, such as `1.0` or `9223372036854775808`. */
  readonly numbers: readonly (readonly [at: string, written: string])[];
}

interface Container {
  /** Null for a list. */
  readonly names: Set<string> | null;
  /** The member name or index that the next value stands under. */
  key: string;
  expectsName: boolean;
}

// The quote that ends a text is always there in JSON; asked for, it would make other texts slow to scan.
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"?|-?\d[\d.eE+-]*|[{}[\],]|true|false|null/g;

/** Scans a text that is known to be JSON. Not recursive: a request may be nested deeper than a call stack. */
export function scanJson(text: string): JsonFacts {
  const duplicates: string[] = [];
  const oddTexts: string[] = [];
  const numbers: (readonly [string, string])[] = [];
  const stack: Container[] = [];
  const place = (): string => stack.map(({ key }) => `/${key}`).join('');
  for (const [token] of text.matchAll(tokens)) {
    const container = stack.at(-1);
    if (token === '{') stack.push({ names: new Set(), key: '', expectsName: true });
    else if (token === '[') stack.push({ names: null, key: '0', expectsName: false });
    else if (token === '}' || token === ']') stack.pop();
    else if (token === ',') advance(container);
    else if (token.startsWith('"')) {
      const value = String(JSON.parse(token));
      const isRepeated = container?.expectsName === true && !enterMember(container, value);
      if (isRepeated) duplicates.push(place());
      if (isOddText(value)) oddTexts.push(place());
    } else if (/^[-\d]/.test(token)) numbers.push([place(), token]);
  }
  return { duplicates, oddTexts, numbers };
}

function advance(container: Container | undefined): void {
  if (container === undefined) return;
  if (container.names === null) container.key = String(Number(container.key) + 1);
  else container.expectsName = true;
}

/** Takes a member's name, and tells whether it is new in its object. */
function enterMember(container: Container, name: string): boolean {
  container.key = name.replaceAll('~', '~0').replaceAll('/', '~1');
  container.expectsName = false;
  const isNew = container.names?.has(name) === false;
  container.names?.add(name);
  return isNew;
}
