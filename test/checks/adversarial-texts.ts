/** The driver's size limit for a header section, and much more than any message. */
const length = 256 * 1024;

const repeated: readonly string[] = [
  ...[
    ' ',
    '\t',
    '\n',
    'a',
    'A',
    '0',
    '/',
    '\\',
    '"',
    "'",
    '%',
    ';',
    ',',
    '=',
    ':',
    '.',
    '-',
    '_',
    '+',
    '&',
    '?',
  ],
  ...['(', ')', '{', '[', '<', '>', '#', '*', 'é', '\ud800', '\0'],
  ...[
    'a;',
    'a=',
    'a,',
    ' ,',
    '; ',
    '%2',
    '%20',
    '\\"',
    '\\\\"',
    '"a',
    '":',
    '{"',
    '[{',
    '</',
    '<script',
    '&#1',
    '\r\n',
  ],
  ...['a.', './', '/a', '//', 'a ', 'a\n', '1:', '\\u00', 'HTTP/1.1 ', 'a=b;', 'a=b&', '"a":'],
];

/** What rules search for, with the end missing or followed by something that prevents the match. */
const nearMatches: readonly (readonly [start: string, filling: string, end: string])[] = [
  ['', ' ', 'a'],
  ['', ' ', '"'],
  ['', '\t', '='],
  ['a', ' ', 'a'],
  ['max-age', ' ', '!'],
  ['max-age=1', ' ', '='],
  ['session=', ' ', ''],
  ['session', ' ', ';'],
  ['Basic', ' ', '!'],
  ['Basic realm="', '\\"', ''],
  ['https://a.example', '/', '\n'],
  ['https://a.example/?code=', '&code=', '%'],
  ['application/json', '; ', ';'],
  ['application/json;charset=', ' ', 'x'],
  ['', 'at ', ' '],
  ['at a', ' at a', '(b.js:1:'],
  ['at ', 'a', '.js:1:'],
  ['', 'a.js:1:1', ''],
  ['', '/usr+', ' '],
  ['/app', '/a.a', '!'],
  ['/usr', '/a', '!'],
  ['C:', '\\a b', '!'],
  ['', 'SELECT ', ''],
  ['SELECT a', ' FROM ', ''],
  ['', 'UPDATE a ', ''],
  ['', 'INSERT INTO a', ''],
  ['', 'File "', ''],
  ['goroutine 1 [', 'a', ''],
  ['{"client_secret":"', '\\"', ''],
  ['{"a":', '{"a":', ''],
  ['', 'client_secret=', ''],
  ['', 'no-store ', '='],
  ['', 'expires=', '1970'],
  ['/details/', '/details/', '\n'],
  ['Mon, 23 Nov 2026 17:30:00', ' ', 'GMT!'],
  ['eyJhbGciOiJIUzI1NiJ9', '.', '!'],
];

/** How many runs of one piece a text has. Each is long enough to show, and the next one ends it. */
const runsOfText = 3;

/** Texts that are slow to match for a pattern, or to scan for a loop, whose cost grows faster than its input. */
export const adversarialTexts: readonly (readonly [name: string, text: string])[] = [
  ...Array.from(
    { length: Math.ceil(repeated.length / runsOfText) },
    (_, index): readonly [string, string] => {
      const pieces = repeated.slice(index * runsOfText, (index + 1) * runsOfText);
      return [JSON.stringify(pieces), pieces.map((piece) => fill(piece, length / runsOfText)).join('')];
    },
  ),
  ...nearMatches.map(([start, filling, end]): readonly [string, string] => [
    JSON.stringify([start, filling, end]),
    start + fill(filling, length) + end,
  ]),
];

function fill(piece: string, characters: number): string {
  return piece.repeat(Math.floor(characters / piece.length));
}
