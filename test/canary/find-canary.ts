import { Buffer } from 'node:buffer';
import { gunzipSync } from 'node:zlib';

/** A canary that was found. */
export interface Find {
  readonly form: string;
  /** The surrounding text. */
  readonly context: string;
}

/**
 * How many levels of base64 are decoded: a report contains its data in base64, which may contain attachments in base64.
 */
const depth = 3;

/**
 * Finds a canary in the bytes of a file or stream, in every form in which a secret can appear there: plain, escaped for
 * URLs, forms, JSON, HTML and shells, in hexadecimal, and in base64 at any offset. It shares no code with the redaction
 * of secrets, so that both do not miss the same forms.
 */
export function findCanary(bytes: Uint8Array, canary: string): readonly Find[] {
  const forms = formsOf(canary);
  const closed = closedUp(canary).toLowerCase();
  return textsOf(Buffer.from(bytes), depth).flatMap((text) => [
    ...forms.flatMap(([form, needle]) => {
      const at = text.indexOf(needle);
      return at < 0 ? [] : [{ form, context: text.slice(Math.max(0, at - 60), at + needle.length + 20) }];
    }),
    ...findChanged(text, closed),
  ]);
}

/** Finds a canary in other letter case, or split by whitespace and line ends. */
function findChanged(text: string, closed: string): readonly Find[] {
  const all = closedUp(text).toLowerCase();
  const at = all.indexOf(closed);
  return at < 0
    ? []
    : [{ form: 'changed', context: all.slice(Math.max(0, at - 60), at + closed.length + 20) }];
}

/** Removes whitespace and line ends, escaped or not, and soft line ends. */
function closedUp(text: string): string {
  return text.replaceAll(/=?(?:\r\n|\n|\\+r\\+n|\\+n)|\s|\\+[rnt]|\\+u000[9ad]|\\+u\{[9ad]\}/gi, '');
}

/**
 * Finds where a file reveals a password that is too short to search for, because it occurs in ordinary words. It counts
 * as revealed next to its user name, plain, escaped or in base64 or hexadecimal, and after a name such as `password`. A
 * single letter elsewhere reveals nothing.
 */
export function findLogin(bytes: Uint8Array, user: string, password: string): readonly Find[] {
  const pair = `${user}:${password}`;
  const needles = [
    ['pair', pair],
    ['pair in a URL', encodeURIComponent(pair)],
    ['pair in base64', Buffer.from(pair).toString('base64').replaceAll('=', '')],
    ['pair in hexadecimal', Buffer.from(pair).toString('hex')],
  ] as const;
  const name = String.raw`(?:password|passwd|pwd)(?:["'\\=: ]|%22|%3A|%3D|&quot;){1,8}`;
  const named = new RegExp(`${name}${password}(?![A-Za-z0-9])`, 'i');
  return textsOf(Buffer.from(bytes), depth).flatMap((text) => {
    const at = text.search(named);
    const context = (found: number): string => text.slice(Math.max(0, found - 60), found + 60);
    return [
      ...needles.flatMap(([form, needle]) =>
        text.includes(needle) ? [{ form, context: context(text.indexOf(needle)) }] : [],
      ),
      ...(closedUp(text).toLowerCase().includes(pair.toLowerCase())
        ? [{ form: 'pair, changed', context: pair }]
        : []),
      ...(at < 0 ? [] : [{ form: 'named', context: context(at) }]),
    ];
  });
}

/** What may stand between the mark of a value and the value, when all escapes are removed. */
const afterMark = String.raw`zq_echo[\]\\]*["'=:>]["'=:>\s,x[(]{0,24}(?:operator:)?`;

/**
 * Finds where a file reveals a password as a whole value behind the name that the canary target marks it with, whatever
 * the password is. Elsewhere a password such as `a` is a word like others.
 */
export function findMarked(bytes: Uint8Array, password: string): readonly Find[] {
  const written = [password, Buffer.from(password).toString('base64')].map(unescaped).map(literal);
  const marked = new RegExp(`${afterMark}(?:${written.join('|')})(?=["'<&\\s;,=]|$)`, 'i');
  return textsOf(Buffer.from(bytes), depth).flatMap((raw) => {
    const text = unescaped(raw);
    const at = text.search(marked);
    return at < 0 ? [] : [{ form: 'marked', context: text.slice(at, at + 80) }];
  });
}

/** A text without the escapes of JSON, URLs and HTML, all taken out twice. Backslashes go as well. */
function unescaped(text: string): string {
  let rest = text;
  for (let round = 0; round < 2; round += 1)
    rest = rest
      .replaceAll(/%([\da-f]{2})|&#x([\da-f]{2});/gi, (_all, one?: string, other?: string) =>
        String.fromCharCode(parseInt(one ?? other ?? '', 16)),
      )
      .replaceAll(/\\+n/g, '\n')
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&');
  return rest.replaceAll('\\', '');
}

function literal(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}

/** A file as text, followed by its base64 content decoded as text. What is compressed is searched as it is read. */
function textsOf(bytes: Buffer, left: number): readonly string[] {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8) return textsOf(gunzipSync(bytes), left);
  const text = bytes.toString('utf8');
  const words = left === 0 ? [] : (text.replaceAll(/\\\//g, '/').match(/[A-Za-z0-9+/_-]{24,}={0,2}/g) ?? []);
  return [text, ...words.flatMap((word) => textsOf(Buffer.from(word, 'base64'), left - 1))];
}

function formsOf(canary: string): readonly (readonly [form: string, needle: string])[] {
  const inUrl = encodeURIComponent(canary);
  const bytes = Buffer.from(canary);
  const units = Array.from({ length: canary.length }, (_, at) => canary.charCodeAt(at));
  const everyByte = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const escapes = units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
  return [
    ['plain', canary],
    ['URL', inUrl],
    ['URL in small letters', inUrl.replaceAll(/%../g, (escape) => escape.toLowerCase())],
    ['URL twice', encodeURIComponent(inUrl)],
    ['URL, every byte', everyByte],
    ['URL, every byte, in capitals', everyByte.toUpperCase()],
    ['form', new URLSearchParams([['', canary]]).toString().slice(1)],
    ['JSON', JSON.stringify(canary).slice(1, -1)],
    ['JSON with escaped slashes', JSON.stringify(canary).slice(1, -1).replaceAll('/', '\\/')],
    ['JSON in JSON', JSON.stringify(JSON.stringify(canary).slice(1, -1)).slice(1, -1)],
    ['JSON, every character', escapes],
    ['HTML', htmlOf(canary)],
    ['shell', canary.replaceAll("'", `'\\''`)],
    ['hexadecimal', bytes.toString('hex')],
    ...[0, 1, 2].flatMap((offset) => base64At(bytes, offset)),
  ];
}

function htmlOf(text: string): string {
  const references: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/[&<>"']/g, (character) => references[character] ?? character);
}

/** The base64 characters that depend only on these bytes when `offset` other bytes precede them, in both alphabets. */
function base64At(bytes: Buffer, offset: number): readonly (readonly [string, string])[] {
  const groups = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
  // The characters at both ends also encode bits of the surrounding bytes.
  const own = groups.slice(offset === 0 ? 0 : offset + 1, Math.floor(((offset + bytes.length) * 4) / 3));
  const inUrl = own.replaceAll('+', '-').replaceAll('/', '_');
  return [
    [`base64 at ${offset}`, own],
    [`base64url at ${offset}`, inUrl],
  ];
}
