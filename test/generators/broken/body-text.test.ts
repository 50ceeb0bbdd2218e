import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BreakageKind } from '../../../generators/breakage-kind.ts';
import { bodyEncodingFlaws } from '../../../generators/broken/body-encoding-flaws.ts';
import { bodyNestingFlaws, bodyShapeFlaws } from '../../../generators/broken/body-shape-flaws.ts';
import { bodySyntaxFlaws } from '../../../generators/broken/body-syntax-flaws.ts';
import type { Flaw } from '../../../generators/broken/flaw.ts';
import { buildRequest } from '../../../generators/request/build-request.ts';
import { renderRequest } from '../../../generators/request/render-request.ts';
import type { JsonValue } from '../../../spec/json-schema.ts';

const target = { basePath: '', username: 'user', password: 'password' };
const values: readonly JsonValue[] = [{}, { a: 1 }, { a: 'b"}\\,', c: ['d'] }, { é: '\u{1F511}' }];

function bodies(flaw: Flaw): readonly (Uint8Array | null)[] {
  return fc
    .sample(flaw.edits, { numRuns: 40, seed: 2 })
    .flatMap((edit) =>
      values.map(
        (json) => renderRequest(edit(buildRequest('oauth_client_post', { json })), new Map(), target).body,
      ),
    );
}

function texts(flaw: Flaw): readonly string[] {
  return bodies(flaw).map((body) => Buffer.from(body ?? []).toString());
}

describe.each(bodySyntaxFlaws().map((flaw) => [flaw.breakage.kind, flaw] as const))('%s', (_, flaw) => {
  it('is never JSON, whatever the body was', () => {
    for (const text of texts(flaw)) expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
  });
});

describe.each(bodyShapeFlaws().map((flaw) => [flaw.breakage.kind, flaw] as const))('%s', (kind, flaw) => {
  it('is never an object', () => {
    for (const text of texts(flaw)) {
      if (kind === 'body.empty' || kind === 'body.absent') expect(text).toBe('');
      else expect(text).not.toMatch(/^\{/);
    }
  });
});

describe('a body that nests', () => {
  it('is JSON, as deep as it says', () => {
    for (const flaw of bodyNestingFlaws()) {
      for (const text of texts(flaw)) {
        expect(() => JSON.parse(text) as unknown).not.toThrow();
        const depth = text.split(/[[{]/).length - 1;
        expect(depth).toBeGreaterThanOrEqual(2_000);
      }
    }
  });
});

describe('odd encodings', () => {
  const flaws = new Map(bodyEncodingFlaws().map((flaw) => [flaw.breakage.kind, flaw]));

  function flawOf(kind: BreakageKind): Flaw {
    const flaw = flaws.get(kind);
    if (flaw === undefined) throw new Error(`no ${kind}`);
    return flaw;
  }

  it('are all left open', () => {
    expect(new Set([...flaws.values()].map(({ expectation }) => expectation))).toEqual(new Set(['clean']));
  });

  it('are not UTF-8 where they say so', () => {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for (const body of bodies(flawOf('body.invalid-utf-8'))) {
      expect(() => decoder.decode(body ?? new Uint8Array())).toThrow();
      const latin = Buffer.from(body ?? []).toString('latin1');
      expect(() => JSON.parse(latin) as unknown).not.toThrow();
    }
  });

  it('are JSON where only an escape is odd', () => {
    for (const text of texts(flawOf('body.odd-escape'))) {
      expect(() => JSON.parse(text) as unknown).not.toThrow();
      expect(text).toMatch(/\\u[0-9a-f]{4}/);
    }
  });

  it('give a member twice', () => {
    for (const text of texts(flawOf('body.duplicate-member'))) {
      expect(text).toMatch(/^\{("[^"]+"):.*,\1:/);
      expect(() => JSON.parse(text) as unknown).not.toThrow();
    }
  });

  it('are UTF-16 where they say so', () => {
    for (const body of bodies(flawOf('body.utf-16'))) {
      const text = new TextDecoder('utf-16le').decode(body ?? new Uint8Array());
      expect(() => JSON.parse(text) as unknown).not.toThrow();
    }
  });
});
