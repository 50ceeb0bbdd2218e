import { isOddText } from '../text/characters.ts';

/** What a JSON text holds beyond its value, which `JSON.parse` drops. All places are JSON pointers. */
export interface JsonFacts {
  readonly duplicates: readonly string[];
  readonly oddTexts: readonly string[];
  /** Numbers as written, such as `1.0` or `9223372036854775808`. */
  readonly numbers: readonly (readonly [at: string, written: string])[];
}

interface Container {
  /** Null for a list. */
  readonly names: Set<string> | null;
  /** The member name or index that the next value stands under. */
  key: string;
  expectsName: boolean;
}

// The closing quote is optional in the pattern: JSON always has it, and requiring it would make other texts slow to
// scan.
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"?|-?\d[\d.eE+-]*|[{}[\],]|true|false|null/g;

/** Scans valid JSON. Not recursive, since a request may be nested deeper than the call stack allows. */
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

/** Records a member's name. Returns whether the name is new in its object. */
function enterMember(container: Container, name: string): boolean {
  container.key = name.replaceAll('~', '~0').replaceAll('/', '~1');
  container.expectsName = false;
  const isNew = container.names?.has(name) === false;
  container.names?.add(name);
  return isNew;
}
