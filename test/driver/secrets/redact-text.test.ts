import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalForm } from '../../../driver/secrets/normal-text.ts';
import { Redactor, redactText } from '../../../driver/secrets/redactor.ts';

const secret = `S3cr/t+é"'\\<&> %x`;

const forms: readonly (readonly [name: string, write: (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['percent-encoded', (text) => encodeURIComponent(text)],
  [
    'percent-encoded in lower case',
    (text) => encodeURIComponent(text).replaceAll(/%../g, (hex) => hex.toLowerCase()),
  ],
  ['percent-encoded twice', (text) => encodeURIComponent(encodeURIComponent(text))],
  ['as a form value', (text) => new URLSearchParams({ '': text }).toString().slice(1)],
  ['with every byte percent-encoded', (text) => Buffer.from(text).toString('hex').replaceAll(/../g, '%$&')],
  ['in JSON', (text) => JSON.stringify(text).slice(1, -1)],
  ['in JSON within JSON', (text) => JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1)],
  [
    'in ASCII JSON',
    (text) =>
      text
        .split('')
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join(''),
  ],
  [
    'in HTML',
    (text) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;'),
  ],
  [
    'in numbered HTML',
    (text) => Array.from(text, (character) => `&#x${(character.codePointAt(0) ?? 0).toString(16)};`).join(''),
  ],
  ['quoted for a shell', (text) => text.replaceAll("'", "'\\''")],
  ['read as Latin-1', (text) => Buffer.from(text).toString('latin1')],
  ['in capitals', (text) => text.toUpperCase()],
  ['in small letters', (text) => text.toLowerCase()],
  ['split by blanks', (text) => Array.from(text).join(' ')],
  ['split by tabs', (text) => text.replaceAll(/.{3}/gu, '$&\t')],
  ['split over lines', (text) => text.replaceAll(/.{5}/gu, '$&\r\n ')],
  ['split over lines of quoted-printable', (text) => text.replaceAll(/.{5}/gu, '$&=\r\n')],
  ['split over lines in JSON', (text) => JSON.stringify(text.replaceAll(/.{5}/gu, '$&\n')).slice(1, -1)],
  [
    'in octal escapes',
    (text) => [...Buffer.from(text)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join(''),
  ],
  ['in hexadecimal', (text) => Buffer.from(text).toString('hex')],
  ['in hexadecimal of upper case', (text) => Buffer.from(text).toString('hex').toUpperCase()],
  [
    'in UTF-16 read as Latin-1',
    (text) => Buffer.from(text.replaceAll(/[^\0-\xff]/g, 'x'), 'utf16le').toString('latin1'),
  ],
];

const encoded: readonly (readonly [name: string, write: (text: string) => string])[] = [
  ['base64', (text) => Buffer.from(text).toString('base64')],
  ['base64url', (text) => Buffer.from(text).toString('base64url')],
  ['base64 in a form', (text) => encodeURIComponent(Buffer.from(text).toString('base64'))],
];

describe('a secret', () => {
  it.each(forms)('%s is removed', (_name, write) => {
    const shown = redactText(`before ${write(secret)} after`, [secret]);
    expect(shown).toBe('before [redacted] after');
  });

  it.each(encoded)('in %s is removed at every offset', (_name, write) => {
    for (const prefix of ['', 'a', 'ab', 'abc', 'admin:']) {
      const shown = redactText(`Basic ${write(prefix + secret)} after`, [secret]);
      expect(shown).toMatch(/^Basic [\w+/%-]{0,12}\[redacted\](?:%3D){0,2} after$/);
    }
  });

  it('that holds another is removed whole', () => {
    expect(redactText('x-canary-one-two-x', ['canary-one', 'canary-one-two'])).toBe('x-[redacted]-x');
  });

  it('of several KiB is removed', () => {
    const long = 'abcdefghij'.repeat(1000);
    expect(redactText(`<${long}>`, [long])).toBe('<[redacted]>');
  });

  it('that is cut off after eight characters or more is removed', () => {
    const token = 'kX7qL2mN9vB4zT6w';
    for (let length = 8; length <= token.length; length += 1) {
      expect(redactText(`at ${token.slice(0, length)}…`, [token])).toBe('at [redacted]…');
      expect(redactText(`at ${token.slice(0, length).toUpperCase()}…`, [token])).toBe('at [redacted]…');
      const hex = Buffer.from(token.slice(0, length)).toString('hex');
      expect(redactText(`at ${hex} …`, [token])).toBe('at [redacted] …');
      const base64 = Buffer.from(`x${token.slice(0, length)}`).toString('base64');
      expect(redactText(base64, [token])).toMatch(/^(?:[\w+/]{2})?\[redacted\]$/);
    }
    expect(redactText(`at ${token.slice(0, 7)}…`, [token])).toBe(`at ${token.slice(0, 7)}…`);
  });

  it.each(encoded)('escaped in %s is removed with the word that holds it', (_name, write) => {
    for (const escape of [encodeURIComponent, (text: string) => JSON.stringify(JSON.stringify(text))])
      expect(redactText(`a ${write(`/path?token=${escape(secret)}`)} b`, [secret])).toMatch(
        /^a \[redacted\][^\w]* b$/,
      );
    expect(redactText(`a ${write(write(`/path?token=${encodeURIComponent(secret)}`))} b`, [secret])).toMatch(
      /^a \[redacted\](?:%3D|=){0,2} b$/,
    );
  });

  it('takes no word with it that it begins with', () => {
    const secrets = [
      'access_token-9f8e7d6c',
      'https://a.example/4711',
      'conformance-1',
      'Bearer-kX7qL2mN9vB4',
    ];
    const text = '{"access_token":"a"} https://b.example conformance-2 Bearer x';
    expect(redactText(text, secrets)).toBe(text);
    expect(redactText('access_token-9f8e7d6c!', secrets)).toBe('[redacted]!');
    expect(redactText('Bearer-kX7qL2mN', secrets)).toBe('[redacted]');
  });

  it('with signs at its ends is removed with them', () => {
    expect(redactText('a --hunter2-- b', ['--hunter2--'])).toBe('a [redacted] b');
    expect(redactText('a +-+- b', ['+-+-'])).toBe('a [redacted] b');
  });

  it('too short to be one is left', () => {
    expect(redactText('a banana', ['a', '', 'ban'])).toBe('a banana');
  });

  it('does not take what only looks like an expression', () => {
    expect(redactText('aXXXb', ['a.*b', '(a|X)+'])).toBe('aXXXb');
  });

  it('is removed in every form, whatever it is and wherever it stands', () => {
    const character = fc.oneof(
      fc.constantFrom(...Array.from(`"'\\/<>&%+ =;:.*()[]{}$^?|-\n\t`)),
      fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme-ascii' }),
      fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
    );
    const anySecret = fc.array(character, { minLength: 6, maxLength: 40 }).map((parts) => parts.join(''));
    const unpaired = /[\ud800-\udfff]/u;
    fc.assert(
      fc.property(
        fc.uniqueArray(anySecret, { minLength: 1, maxLength: 3 }),
        fc.string({ maxLength: 20, unit: 'grapheme-ascii' }),
        fc.constantFrom(...forms),
        (secrets, around, [name, write]) => {
          const [canary = ''] = secrets;
          // Once its escapes are decoded, a secret made mostly of escapes is too short to search for.
          fc.pre(!unpaired.test(canary) && normalForm(canary).length >= 4);
          // A short secret that is split would be found by chance, and `=` before a line end may be a quoted-printable
          // soft break.
          fc.pre(!name.startsWith('split') || (normalForm(canary).length >= 8 && !canary.includes('=')));
          fc.pre(name !== 'in UTF-16 read as Latin-1' || !/[^\0-\xff]/.test(canary));
          const shown = redactText(`${around}<${write(canary)}>${around}`, secrets);
          expect(shown.includes('[redacted]')).toBe(true);
          if (!around.includes(canary) && write(canary) !== canary)
            expect(shown.includes(write(canary))).toBe(false);
        },
      ),
      { numRuns: 1000, seed: 7 },
    );
  });

  it('is one of ten thousand that are looked for in 2 MiB in a moment', () => {
    const secrets = Array.from({ length: 10_000 }, (_, at) =>
      createHash('sha256').update(`${at}`).digest('hex').slice(0, 24),
    );
    const others = Array.from({ length: 50_000 }, (_, at) =>
      createHash('sha256').update(`x${at}`).digest('base64url'),
    );
    const text = `${others.join('","')}${secrets[4711] ?? ''}`.padEnd(2 * 1024 * 1024, 'secret ');
    const before = process.cpuUsage();
    const shown = redactText(text, secrets);
    const { user, system } = process.cpuUsage(before);
    // At most one second on an idle machine. Searching one by one takes minutes.
    expect((user + system) / 1e6).toBeLessThan(4);
    expect(shown.split('[redacted]')).toHaveLength(2);
  });

  it('takes time in proportion to the text, however the text is made', () => {
    const texts = ['a', '\\', '%25', '&#0', '+', 'QUJD', '\\u00'].map((part) => part.repeat(100_000));
    const before = process.cpuUsage();
    for (const text of texts)
      redactText(text, ['aaaaaaaaaaaaaaab', '\\\\\\\\\\\\x', '%%%%%%%%x', 'QUJDQUJDx']);
    const { user } = process.cpuUsage(before);
    expect(user / 1e6).toBeLessThan(10);
  });
});

describe('what has no glyph', () => {
  it('is shown as an escape, but for line feed and tab', () => {
    expect(redactText('\u001b[2J\r\n\t\0\u202e\u200b\u2028\ud800\u009b\ufeff', [])).toBe(
      '\\u001b[2J\\u000d\n\t\\u0000\\u202e\\u200b\\u2028\\ud800\\u009b\\ufeff',
    );
  });

  it('leaves ordinary text of any script as it is', () => {
    expect(redactText('naïve 漢字 🙂', [])).toBe('naïve 漢字 🙂');
  });
});

describe('a secret that is short or a word', () => {
  const named: readonly (readonly [shown: string, text: string])[] = [
    ['{"password":"[redacted]","name":"abc"}', '{"password":"abc","name":"abc"}'],
    ['{\\"password\\":\\"[redacted]\\"}', '{\\"password\\":\\"abc\\"}'],
    ['password=[redacted]&name=abc', 'password=abc&name=abc'],
    ['password%3D[redacted]', 'password%3Dabc'],
    ['no user with password [redacted].', 'no user with password abc.'],
    ['the password is [redacted]', 'the password is abc'],
    ['&quot;password&quot;:&quot;[redacted]&quot;', '&quot;password&quot;:&quot;abc&quot;'],
    ['client_secret: [redacted]', 'client_secret: ABC'],
  ];

  it.each(named)('is removed behind its name: %s', (shown, text) => {
    expect(new Redactor({ secrets: ['abc'] }).text(text)).toBe(shown);
  });

  it('leaves words as they are', () => {
    const text = 'a password, and abc or abcdef: {"abc":1,"a":"x"} no secret, the code of a string';
    for (const secrets of [['a'], ['abc'], ['secret'], ['code'], ['string']])
      expect(new Redactor({ secrets }).text(text)).toBe(text);
  });

  it('is removed from an answer where it stands alone, unless it was sent', () => {
    const text = 'x-debug: abc\n\n{"debug":"abc","abc":"the abc"}';
    const shown = 'x-debug: [redacted]\n\n{"debug":"[redacted]","abc":"the abc"}';
    expect(new Redactor({ secrets: ['abc'] }).answer(text)).toBe(shown);
  });

  it('is kept only under the name under which it was sent, or for which the contract has it', () => {
    const redactor = new Redactor({ secrets: ['code'], sent: ['{"client_name":"code","scopes":["code"]}'] });
    const text = '{"client_name":"code","scopes":["x","code"],"token_type":"code","response_type":"code"}';
    expect(redactor.answer(text)).toBe(text.replace('token_type":"code', 'token_type":"[redacted]'));
    expect(redactor.sentence('"code"', '/client_name')).toBe('"code"');
    expect(redactor.sentence('"code"', '/client_description')).toBe('"[redacted]"');
  });
});
