import fc from 'fast-check';
import { compilePattern } from '../../spec/compile-pattern.ts';
import { keepFitting } from './keep-fitting.ts';
import { UnbuildableSchema } from './schema-types.ts';

/** Texts that a pattern matches. Where it looks ahead or behind, texts are made without that, and those that fit kept. */
export function buildMatching(pattern: string, pointer: string): fc.Arbitrary<string> {
  const at = `${pointer}/pattern`;
  try {
    const whole = compilePattern(pattern);
    const plain = withoutAssertions(pattern);
    const texts = fc.stringMatching(plain === pattern ? whole : new RegExp(plain, whole.flags));
    return keepFitting(texts, (text) => whole.test(text), at);
  } catch {
    throw new UnbuildableSchema('unsupported-pattern', at, `no text can be made for ${pattern}`);
  }
}

const lookaround = /^\(\?<?[=!]/;

/** A pattern without word boundaries and what looks ahead or behind, which are no part of a text. */
function withoutAssertions(pattern: string): string {
  let kept = '';
  for (let at = 0; at < pattern.length;) {
    const rest = pattern.slice(at);
    if (lookaround.test(rest)) {
      at = endOfGroup(pattern, at);
      continue;
    }
    const token = tokenOf(rest);
    if (!/^\\[bB]$/.test(token)) kept += withPlainHyphens(token);
    at += token.length;
  }
  return kept;
}

/** A hyphen beside `\w` in a character class stands for itself, which fast-check only takes when it is escaped. */
function withPlainHyphens(token: string): string {
  return token.startsWith('[')
    ? token.replaceAll(/(\\[wWdDsS])-(?!\])/g, '$1\\-').replaceAll(/([^\\[^])-(?=\\[wWdDsS])/g, '$1\\-')
    : token;
}

/** An escape, a character class, or else one character. */
function tokenOf(rest: string): string {
  return /^(?:\\.|\[(?:\\.|[^\]\\])*\])/s.exec(rest)?.[0] ?? rest.slice(0, 1);
}

/** The index after the group that begins at an index. */
function endOfGroup(pattern: string, start: number): number {
  let depth = 0;
  for (let at = start; at < pattern.length;) {
    const token = tokenOf(pattern.slice(at));
    at += token.length;
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return pattern.length;
}
