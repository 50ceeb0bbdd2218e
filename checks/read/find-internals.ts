/** A piece of an error text that reveals internals of the target. */
export interface Internals {
  readonly what: 'stack trace' | 'source path' | 'SQL';
  readonly text: string;
  /** The text that contains it, and its position there. */
  readonly source: string;
  readonly index: number;
}

/** Each pattern matches the format of one runtime or database, so that ordinary sentences and URLs do not match. */
const patterns: readonly (readonly [what: Internals['what'], pattern: RegExp])[] = [
  ['stack trace', /Traceback \(most recent call last\)|\bFile "[^"\n]{1,200}", line \d+/],
  [
    'stack trace',
    /\bat [\w$.<>/]{1,200}\((?:[\w$]+\.(?:java|kt|scala|groovy):\d+|Native Method|Unknown Source)\)/,
  ],
  ['stack trace', /\bgoroutine \d+ \[[\w ]+\]:|\bpanic: runtime error|\bthread '[^'\n]{1,80}' panicked at/],
  ['stack trace', /\.cs:line \d+|\.rb:\d+:in [`']|\.php(?:\(\d+\)| on line \d+)/],
  [
    'source path',
    /(?<![\w:/.@+-]|(?:src|href)=["']?)\/(?:usr|home|opt|var|srv|root|etc|mnt|tmp|private|Users)(?:\/[\w.@+-]+){2,}\.\w+/,
  ],
  [
    'source path',
    /(?<![\w:/.@+-]|(?:src|href)=["']?)\/(?:app|src|build|workspace)(?:\/[\w.@+-]+)+\.(?:pyc?|[cm]?[jt]sx?|java|class|jar|go|rb|php|cs|rs|c|cc|cpp|so)\b/,
  ],
  [
    'source path',
    /\b[A-Za-z]:\\(?:[\w .-]+\\)+[\w.-]+\.(?:py|[cm]?[jt]sx?|java|go|rb|php|cs|rs|cpp|dll|exe)\b/,
  ],
  ['SQL', /\bSQLSTATE\[|\bORA-\d{5}\b|\bsyntax error at or near "|\bYou have an error in your SQL syntax/],
  [
    'SQL',
    /\bSQLITE_[A-Z]+\b|\bsqlite3?\.[A-Z]\w+Error|\bpsycopg2?\.\w+|\bsqlalchemy\.exc\b|\bjava\.sql\.SQL|\bPSQLException\b/,
  ],
  ['SQL', /\bduplicate key value violates unique constraint|\b(?:UNIQUE|NOT NULL) constraint failed: /],
  [
    'SQL',
    /\bSELECT (?:(?!SELECT )[\w*",. `])+ FROM \w|\bINSERT INTO [\w".`]+ ?\(|\bUPDATE [\w".`]+ SET \w|\bDELETE FROM \w/,
  ],
];

/** The script position in a V8 stack frame, and the maximum length of the function and path before it. */
const scriptPlace = /(?:\.[cm]?[jt]sx?|\bnode:[\w/]+|<anonymous>):\d+:\d+\)?/g;
const longestFrame = 320;

/** Every text with internals matches this. Most errors need no further check. */
const hint =
  /Traceback|panic|goroutine|\bline \d|[\w>]:\d|\.[a-z]{1,5}\b|\\\\|SQL|ORA-|constraint|SELECT |INSERT |UPDATE |DELETE |psycopg|Native|Unknown S/;

/** Longer error bodies are searched only up to this length: stack traces come early, and the patterns take time. */
const judgedCharacters = 20_000;

/** What an error text reveals of the target's internals: the first match of each pattern. */
export function findInternals(text: string): readonly Internals[] {
  if (!hint.test(text)) return [];
  const plain = unescapeJson(text.slice(0, judgedCharacters));
  const frame = findScriptFrame(plain);
  const others = patterns.flatMap(([what, pattern]) => {
    const found = pattern.exec(plain);
    return found === null ? [] : [{ what, text: found[0], source: plain, index: found.index }];
  });
  return frame === null ? others : [{ what: 'stack trace', ...frame, source: plain }, ...others];
}

/**
 * The first V8 stack frame, such as `at main (/srv/app.js:1:2)`. A single pattern for all of it would be slow to fail.
 */
function findScriptFrame(text: string): { readonly text: string; readonly index: number } | null {
  for (const { 0: place, index } of text.matchAll(scriptPlace)) {
    const [, ...afterAt] = text.slice(Math.max(0, index - longestFrame), index).split(/\bat /);
    const before = afterAt.at(-1);
    if (before !== undefined && /^(?:[^(\n]*\()?[^\s()]*$/.test(before))
      return { text: `at ${before}${place}`, index: index - before.length - 'at '.length };
  }
  return null;
}

/** Restores quotes, slashes, backslashes and line ends that are escaped in JSON text. */
function unescapeJson(text: string): string {
  return text.replaceAll(/\\(["\\/n])/g, (_, character: string) => (character === 'n' ? '\n' : character));
}
