import { printable, printableLine } from '../printable.ts';

/**
 * Text on one line in which Markdown, HTML, tables, formulas and bare addresses of GitHub mean nothing. It must not
 * begin a line: what counts only there stays as it is.
 */
export function inlineText(text: string): string {
  return printableLine(text)
    .replace(/[\\`*_[\]!~$]/g, String.raw`\$&`)
    .replace(/[&<>|@#]/g, entity)
    .replaceAll('://', ':&#47;&#47;')
    .replaceAll(/www\./gi, (start) => `${start.slice(0, 3)}&#46;`);
}

/** Text on one line as code, for any place but a table. */
export function codeSpan(text: string): string {
  const line = printableLine(text);
  const quotes = '`'.repeat(longestRun(line) + 1);
  // One space at both ends is not shown. Without it, a backtick at an end would join the quotes.
  const space = /^[ `]|[ `]$|^$/.test(line) ? ' ' : '';
  return `${quotes}${space}${line}${space}${quotes}`;
}

/** Text as a block of code, fenced by more backticks than it has in a row. */
export function codeBlock(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${printable(text).trimEnd()}\n${fence}`;
}

function longestRun(text: string): number {
  return [...text.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0);
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
