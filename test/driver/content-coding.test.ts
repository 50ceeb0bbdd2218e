import { Buffer } from 'node:buffer';
import { brotliCompressSync, deflateSync, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { Answer } from '../../driver/answer.ts';
import { changeBody, decodeBody } from '../../driver/content-coding.ts';
import { contentCoding } from '../../spec/content-coding.ts';

const json = Buffer.from('{"client_name":"é"}');

function coded(coding: string, body: Buffer): Answer {
  return new Answer(200, [Buffer.from('Content-Encoding'), Buffer.from(coding)], body, false);
}

describe('an encoded body', () => {
  it.each([
    ['gzip', gzipSync(json)],
    ['GZIP', gzipSync(json)],
    ['x-gzip', gzipSync(json)],
    ['deflate', deflateSync(json)],
    ['br', brotliCompressSync(json)],
    ['identity', json],
    ['', json],
  ])('in %p is read like any other', (coding, body) => {
    expect(coded(coding, body).json).toEqual({ client_name: 'é' });
  });

  it.each([
    ['an unknown coding', 'x-zip', gzipSync(json)],
    ['the name of a property that objects have', 'constructor', json],
    ['two codings', 'gzip, br', gzipSync(json)],
    ['broken bytes', 'gzip', gzipSync(json).fill(7, 12, 20)],
    ['bytes that are not encoded', 'gzip', json],
    ['more bytes than are kept', 'gzip', gzipSync(Buffer.alloc(3 * 1024 * 1024))],
  ])('of %s has no text', (_what, coding, body) => {
    expect(coded(coding, body)).toMatchObject({ text: null, json: undefined });
  });

  it('of no bytes is empty', () => {
    expect(coded('gzip', Buffer.alloc(0)).text).toBe('');
  });

  it('is changed as it is without its coding, and encoded again', () => {
    const changed = changeBody(coded('gzip', gzipSync(json)), (plain) =>
      Buffer.from(plain.toString().replace('é', 'ü')),
    );
    expect(gunzipSync(changed ?? Buffer.alloc(0)).toString()).toBe('{"client_name":"ü"}');
  });

  it('is left alone where it does not decode, or nothing changes', () => {
    const shout = (plain: Buffer): Buffer => Buffer.from(plain.toString().toUpperCase());
    expect(changeBody(coded('gzip', json), shout)).toBeNull();
    expect(changeBody(coded('gzip', gzipSync(json)), () => null)).toBeNull();
  });
});

it('names several codings as one', () => {
  expect(contentCoding(new Map([['content-encoding', ['br', 'Gzip']]]))).toBe('br,gzip');
  expect(decodeBody(gzipSync(json), 'br,gzip')).toBeNull();
});
