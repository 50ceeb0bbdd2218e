import { Buffer } from 'node:buffer';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Step } from '../../../generators/case.ts';
import { familiesOf } from '../../../generators/families.ts';
import { RenderError } from '../../../generators/request/render-piece.ts';
import { renderRequest } from '../../../generators/request/render-request.ts';
import { runMark } from '../../../generators/setup/run-mark.ts';
import { write } from '../../../reports/reproduce/portable-runtime.ts';
import type { Values } from '../../../reports/reproduce/portable-runtime.ts';
import type { PortableRequest } from '../../../reports/reproduce/reproduction.ts';
import { portableStep } from '../../../run/reproduce/portable-step.ts';
import { loadBundledContract } from '../../../spec/load-contract.ts';
import { suiteIds } from '../../../spec/operation-ids.ts';
import type { Contract } from '../../../spec/operation.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await loadBundledContract();
});

/** Has no letters, so that it is the same in upper case. */
const mark = '0123456789';
const login = { username: 'admin', password: 'pass/Wörd 1' };

/** A value with characters that each place writes differently. */
function valueOf(slot: string): string {
  return `eyJ0.${slot}+/= é.x`;
}

/** A request with its values, as the driver would send it. */
function written({ method, path, headers, user, body }: PortableRequest, values: Values): unknown {
  const authorization =
    user === null
      ? []
      : [[user.header, `${user.scheme} ${Buffer.from(write(user.text, values)).toString('base64')}`]];
  const bytes = body !== null && 'base64' in body ? marked(Buffer.from(body.base64, 'base64')) : null;
  return {
    method,
    path: write(path, values),
    headers: [...authorization, ...headers.map(([name, value]) => [name, write(value, values)])],
    body: body === null ? null : (bytes ?? Buffer.from(write(body as Parameters<typeof write>[0], values))),
  };
}

function marked(body: Buffer): Buffer {
  const text = body.toString('latin1').replaceAll(new RegExp(runMark, 'gi'), mark);
  return Buffer.from(text, 'latin1');
}

/** The same as the suite sends it; null for a value that no header can hold. */
function sent({ request }: Step, slots: ReadonlyMap<string, string>): unknown {
  try {
    const { body, ...rest } = renderRequest(request, slots, { ...login, basePath: '' });
    return { ...rest, body: body === null ? null : marked(Buffer.from(body)) };
  } catch (error) {
    if (error instanceof RenderError) return null;
    throw error;
  }
}

describe('a portable request', () => {
  it.each(suiteIds)('has the same bytes as what %s sends, once its values are known', (suite) => {
    for (const family of familiesOf(contract, suite)) {
      for (const { steps } of fc.sample(family.cases, { seed: 1, numRuns: 1 })) {
        const names = steps.flatMap(({ captures }) => captures.map(({ slot }) => slot));
        const slots = new Map(names.map((slot) => [slot, valueOf(slot)]));
        const values = { ...login, ...Object.fromEntries(slots), mark };
        for (const step of steps) {
          const expected = sent(step, slots);
          if (expected !== null) expect(written(portableStep(step).request, values)).toEqual(expected);
        }
      }
    }
  });
});
