import { describe, expect, it } from '@jest/globals';
import { renderForm } from '../../../generators/request/render-parts.ts';
import type { Piece } from '../../../generators/case.ts';

const pairs: readonly (readonly [Piece, Piece])[] = [
  ['a b', 'ü&"'],
  ['code', { slot: 'code' }],
];
const slots = new Map([['code', 'x y']]);
const form = { type: 'form', pairs, mediaType: null, space: '+' } as const;

describe('a form', () => {
  it('is percent-encoded, with the space that is asked for', () => {
    expect(renderForm(form, slots)).toBe('a+b=%C3%BC%26%22&code=x+y');
    expect(renderForm({ ...form, space: '%20' }, slots)).toBe('a%20b=%C3%BC%26%22&code=x%20y');
  });

  it('is an object of its parameters as JSON', () => {
    expect(JSON.parse(renderForm({ ...form, syntax: 'json' }, slots))).toEqual({ 'a b': 'ü&"', code: 'x y' });
  });

  it('is a part a parameter as multipart', () => {
    const text = renderForm({ ...form, syntax: 'multipart' }, slots);
    expect(text).toContain('Content-Disposition: form-data; name="code"\r\n\r\nx y\r\n');
    expect(text.endsWith('--conformance-boundary--\r\n')).toBe(true);
  });
});
