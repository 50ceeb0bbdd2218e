import { describe, expect, it } from '@jest/globals';
import { Disguise } from '../../traces/disguise.ts';
import { SecretHider } from '../../traces/secret-hider.ts';
import { findCanary } from '../canary/find-canary.ts';

const secret = 'kX7+qL/2mN9~vB4-zT6w';
const password = `pa"ss<w'o\\rd é9`;
const disguise = new Disguise('a key');
const hider = new SecretHider(disguise, new Map([[password, 'recorded-password']]));
const base64 = (text: string): string => Buffer.from(text).toString('base64');

const forms: readonly (readonly [name: string, write: (value: string) => string])[] = [
  ['as it is', (value) => `before ${value} after`],
  ['in JSON', (value) => JSON.stringify({ a: value })],
  ['in JSON in JSON', (value) => JSON.stringify(JSON.stringify({ a: value }))],
  ['in a URL', (value) => `https://pc.example/?a=${encodeURIComponent(value)}&b=1`],
  ['in a form', (value) => new URLSearchParams({ a: value }).toString()],
  ['in base64', (value) => base64(value)],
  ['in base64 behind others', (value) => base64(`ab${value}c`)],
  ['in base64url', (value) => Buffer.from(`??>>${value}`).toString('base64url')],
  ['in base64 in base64', (value) => base64(`Basic ${base64(`admin:${value}`)} and ${value}`)],
  ['twice in base64', (value) => base64(`${value} Basic ${base64(`admin:${value}`)} ${value}`)],
];

describe('a secret', () => {
  it.each(forms)('%s is hidden, and so is a password', (_name, write) => {
    for (const value of [secret, password]) {
      const hidden = hider.hide(write(value), [secret]);
      expect(findCanary(Buffer.from(hidden), value)).toEqual([]);
      expect(findCanary(Buffer.from(write(value)), value).length).toBeGreaterThan(0);
    }
  });

  it.each(forms.slice(0, 5))('%s is disguised as the secret is elsewhere', (_name, write) => {
    expect(hider.hide(write(secret), [secret])).toBe(write(disguise.text(secret)));
  });

  it('in Basic credentials leaves them credentials of the same user', () => {
    const hidden = hider.hide(`Basic ${base64(`admin:${password}`)}`, []);
    expect(hidden).toBe(`Basic ${base64('admin:recorded-password')}`);
  });

  it('that ends with a sign leaves JSON in JSON what it is', () => {
    const signed = `${secret}-`;
    const text = JSON.stringify(JSON.stringify({ a: signed, [password]: `${signed}\\"` }));
    const hidden = hider.hide(text, [signed]);
    expect(Object.values(JSON.parse(String(JSON.parse(hidden))) as object)).toHaveLength(2);
    expect(findCanary(Buffer.from(hidden), secret)).toEqual([]);
  });

  it('that is not there changes nothing', () => {
    const text = JSON.stringify({ a: 'nothing to hide', b: base64('nothing at all') });
    expect(hider.hide(text, [secret])).toBe(text);
  });
});
