/** Which members of a JSON text to look at: all, those of the object that it is, or those of objects inside that one. */
export type MemberPlace = 'anywhere' | 'outermost' | 'inside';

/**
 * The name of a member that occurs more than once in an object of a JSON text, or null. `parsed` is the parsed text.
 * Counting the members on both sides is fast. Only if the counts differ is the text read token by token.
 */
export function repeatedMember(
  text: string,
  parsed: unknown,
  place: MemberPlace = 'anywhere',
): string | null {
  return countWritten(text) === countParsed(parsed) ? null : firstRepeated(text, place);
}

/** Counts the strings of a JSON text that are followed by a colon. */
function countWritten(text: string): number {
  let count = 0;
  for (let start = text.indexOf('"'); start !== -1;) {
    const end = endOfString(text, start);
    const next = afterSpace(text, end + 1);
    if (text[next] === ':') count += 1;
    start = text.indexOf('"', next);
  }
  return count;
}

/** Iterates without recursion: a body may be nested too deep for the stack. */
function countParsed(parsed: unknown): number {
  let count = 0;
  const left: unknown[] = [parsed];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null) continue;
    const items: readonly unknown[] = Object.values(value);
    if (!Array.isArray(value)) count += items.length;
    for (const item of items) if (typeof item === 'object') left.push(item);
  }
  return count;
}

function firstRepeated(text: string, place: MemberPlace): string | null {
  const open: Set<string>[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') open.push(new Set());
    else if (text[at] === '}') open.pop();
    else if (text[at] === '"') {
      const end = endOfString(text, at);
      if (text[afterSpace(text, end + 1)] === ':') {
        const name = JSON.parse(text.slice(at, end + 1)) as string;
        if (open.at(-1)?.has(name) === true && isMeant(place, open.length)) return name;
        open.at(-1)?.add(name);
      }
      at = end;
    }
  }
  return null;
}

function isMeant(place: MemberPlace, depth: number): boolean {
  return place === 'anywhere' || (place === 'outermost') === (depth === 1);
}

/**
 * The index of the closing quote of the string at `start`: the first quote not preceded by an odd run of backslashes.
 */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let first = end;
    while (text[first - 1] === '\\') first -= 1;
    if ((end - first) % 2 === 0) return end;
  }
  return text.length;
}

/** The index of the first character at or after `start` that is not JSON whitespace. */
function afterSpace(text: string, start: number): number {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
