import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalText } from '../../driver/canonical-text.ts';
import { redactText } from '../../driver/redact-text.ts';

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
          // A secret that is little but escapes has nothing left to be found by.
          fc.pre(!unpaired.test(canary) && canonicalText(canary).text.length >= 4);
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

  it('takes time in proportion to the text, however the text is made', () => {
    const texts = ['a', '\\', '%25', '&#0', '+', 'QUJD', '\\u00'].map((part) => part.repeat(100_000));
    const startedAt = performance.now();
    for (const text of texts)
      redactText(text, ['aaaaaaaaaaaaaaab', '\\\\\\\\\\\\x', '%%%%%%%%x', 'QUJDQUJDx']);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
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
