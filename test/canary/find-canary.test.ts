import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { findCanary } from './find-canary.ts';

const canary = `k7+/Q"y&<v'\\é=w9%`;
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const inJson = JSON.stringify(canary).slice(1, -1);

const planted: readonly (readonly [name: string, text: string])[] = [
  ['as it is', canary],
  ['in a longer word', `x${canary}x`],
  ['in a URL', encodeURIComponent(canary)],
  [
    'in a URL in small letters',
    encodeURIComponent(canary).replaceAll(/%../g, (escape) => escape.toLowerCase()),
  ],
  ['in a URL in a URL', encodeURIComponent(encodeURIComponent(canary))],
  ['in a form', new URLSearchParams({ a: canary }).toString()],
  ['in JSON', JSON.stringify({ a: canary })],
  ['in JSON with escaped slashes', inJson.replaceAll('/', '\\/')],
  ['in JSON in JSON', JSON.stringify(JSON.stringify({ a: canary }))],
  [
    'in JSON in escapes',
    Array.from(canary, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  ],
  ['in HTML', canary.replace('&', '&amp;').replace('<', '&lt;').replace('"', '&quot;').replace("'", '&#39;')],
  ['in a shell word', `'${canary.replace("'", `'\\''`)}'`],
  ['in hexadecimal', Buffer.from(canary).toString('hex')],
  ['in base64', base64(canary)],
  ['in base64 behind one byte', base64(`a${canary}b`)],
  ['in base64 behind two bytes', base64(`ab${canary}c`)],
  ['in base64url', Buffer.from(`Basic user:${canary}`).toString('base64url')],
  ['in the base64 of a report', base64(`{"data":${JSON.stringify({ a: encodeURIComponent(canary) })}}`)],
  [
    'in base64 in the base64 of a report',
    base64(`{"attachment":"${base64(JSON.stringify({ header: `Basic ${base64(`admin:${canary}`)}` }))}"}`),
  ],
  [
    'in base64 in a URL',
    encodeURIComponent(`a=${base64(`user:${canary}`)}`)
      .replaceAll('%2B', '+')
      .replaceAll('%2F', '/'),
  ],
];

describe('a canary', () => {
  it.each(planted)('%s is found', (_name, text) => {
    expect(findCanary(Buffer.from(`before ${text} after`), canary).length).toBeGreaterThan(0);
  });

  it('is not found where it is not', () => {
    const others = planted.map(([, text]) => text).join('\n');
    expect(findCanary(Buffer.from(others), 'another-canary')).toEqual([]);
    expect(findCanary(Buffer.from('{"a":"[redacted]"}'), canary)).toEqual([]);
  });
});
