import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { Answer } from '../../../driver/answer.ts';
import type { Exchange, WireRequest } from '../../../driver/exchange.ts';
import { drawMark, markPattern, withMark } from '../../../driver/clients/run-mark.ts';

const standIn = 'therunmark';
const mark = 'k3j9x0aq2z';

const request = (body: Uint8Array | null): WireRequest => ({ method: 'POST', path: '/p', headers: [], body });
const echo =
  (sent: Uint8Array[], change: (body: Uint8Array) => Uint8Array = (body) => body) =>
  (asked: WireRequest): Promise<Exchange> => {
    const body = asked.body ?? new Uint8Array();
    sent.push(body);
    const response = new Answer(200, [Buffer.from('x'), Buffer.from('y')], Buffer.from(change(body)), false);
    return Promise.resolve({ request: asked, response, failure: null, durationMs: 1 });
  };

describe('the mark of a run', () => {
  it('is drawn anew each time, in one form', () => {
    const marks = Array.from({ length: 100 }, drawMark);
    expect(new Set(marks).size).toBe(100);
    expect(marks.filter((one) => !markPattern.test(one))).toEqual([]);
  });

  it('is what the target sees, and what stands for it is what the case sees', async () => {
    const sent: Uint8Array[] = [];
    const asked = request(Buffer.from(`{"client_name":"a-${standIn}","client_description":"${standIn}"}`));
    const exchange = await withMark(echo(sent), { standIn, mark })(asked);
    expect(Buffer.from(sent[0] ?? []).toString()).toBe(
      `{"client_name":"a-${mark}","client_description":"${mark}"}`,
    );
    expect(exchange.request).toBe(asked);
    expect(exchange.response?.json).toEqual({ client_name: `a-${standIn}`, client_description: standIn });
    expect(exchange.response?.headers.get('x')).toEqual(['y']);
  });

  it('keeps what else was changed of a request on its way, such as by a login', async () => {
    const asked = request(Buffer.from(standIn));
    const login = async (sent: WireRequest): Promise<Exchange> => {
      const exchange = await echo([])(sent);
      return { ...exchange, request: { ...sent, headers: [['Cookie', 'session=1']] } };
    };
    const exchange = await withMark(login, { standIn, mark })(asked);
    expect(exchange.request).toEqual({ ...asked, headers: [['Cookie', 'session=1']] });
  });

  it('is put back where the target has written it large', async () => {
    const send = withMark(
      echo([], (body) => Buffer.from(Buffer.from(body).toString().toUpperCase())),
      { standIn, mark },
    );
    expect((await send(request(Buffer.from(standIn)))).response?.text).toBe(standIn.toUpperCase());
  });

  it('is put back in an encoded body', async () => {
    const send = withMark(
      (asked) => {
        const headers = [Buffer.from('Content-Encoding'), Buffer.from('gzip')];
        const response = new Answer(200, headers, gzipSync(asked.body ?? ''), false);
        return Promise.resolve({ request: asked, response, failure: null, durationMs: 1 });
      },
      { standIn, mark },
    );
    expect((await send(request(Buffer.from(standIn)))).response?.text).toBe(standIn);
  });

  it('is sent in UTF-16 too', async () => {
    const sent: Uint8Array[] = [];
    await withMark(echo(sent), { standIn, mark })(request(Buffer.from(`x${standIn}`, 'utf16le')));
    expect(Buffer.from(sent[0] ?? []).toString('utf16le')).toBe(`x${mark}`);
  });

  it('changes nothing else: neither the request nor an answer without it', async () => {
    const sent: Uint8Array[] = [];
    const body = Buffer.from('{"a":1}');
    const exchange = await withMark(echo(sent), { standIn, mark })(request(body));
    expect(sent[0]).toBe(body);
    expect(exchange.response?.body.toString()).toBe('{"a":1}');
    expect((await withMark(echo(sent), { standIn, mark })(request(null))).response?.text).toBe('');
  });
});
