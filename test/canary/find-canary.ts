import { Buffer } from 'node:buffer';

/** A canary that was found. */
export interface Find {
  readonly form: string;
  /** What stands around it. */
  readonly context: string;
}

/** How deep base64 is unpacked: a report holds its data in base64, and these may hold attachments in base64. */
const depth = 3;

/**
 * Finds a canary in the bytes of a file or stream, in every form in which a secret gets into one: as it is, escaped
 * for URLs, forms, JSON, HTML, shells and as hexadecimal, and in base64 at any offset. Written without the code that
 * removes secrets, so that both do not overlook the same.
 */
export function findCanary(bytes: Uint8Array, canary: string): readonly Find[] {
  return textsOf(Buffer.from(bytes), depth).flatMap((text) =>
    formsOf(canary).flatMap(([form, needle]) => {
      const at = text.indexOf(needle);
      return at < 0 ? [] : [{ form, context: text.slice(Math.max(0, at - 60), at + needle.length + 20) }];
    }),
  );
}

/** A file as text, and what it holds in base64 as text. */
function textsOf(bytes: Buffer, left: number): readonly string[] {
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

/** What base64 makes of the bytes alone, behind so many others; in both alphabets. */
function base64At(bytes: Buffer, offset: number): readonly (readonly [string, string])[] {
  const groups = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
  // The characters at both ends also hold bits of what stands around.
  const own = groups.slice(offset === 0 ? 0 : offset + 1, Math.floor(((offset + bytes.length) * 4) / 3));
  const inUrl = own.replaceAll('+', '-').replaceAll('/', '_');
  return [
    [`base64 at ${offset}`, own],
    [`base64url at ${offset}`, inUrl],
  ];
}
