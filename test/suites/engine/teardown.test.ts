import { describe, expect, it } from '@jest/globals';
import type { Exchange, WireRequest } from '../../../driver/exchange.ts';
import { Ownership } from '../../../driver/clients/ownership.ts';
import type { Case, Step } from '../../../generators/case.ts';
import { readBackStep } from '../../../generators/setup/probe-steps.ts';
import { registerStep } from '../../../generators/setup/setup-steps.ts';
import { Teardown } from '../../../suites/engine/teardown.ts';
import type { Wire } from '../../../suites/engine/wire.ts';
import { runCase } from '../../../suites/engine/run-case.ts';
import type { SharedSteps } from '../../../suites/engine/run-step.ts';
import { exchangeOf } from '../../driver/clients/fake-clients.ts';

const login = { basePath: '/v3', username: 'u', password: 'p' };

/** A wire to a target that gives these ids to new clients in turn, repeating the last one for ever. */
function wireOf(ids: readonly string[]): { readonly wire: Wire; readonly sent: string[] } {
  const ownership = new Ownership({ ids: ['old'], isWhole: true });
  const left = [...ids];
  const sent: string[] = [];
  const send = (request: WireRequest): Promise<Exchange> => {
    sent.push(`${request.method} ${request.path}`);
    const id = (left.length > 1 ? left.shift() : left[0]) ?? '';
    return Promise.resolve(exchangeOf(request, 200, { client_id: id, client_secret: `secret of ${id}` }));
  };
  return { wire: { target: login, send: ownership.guard(ownership.mark(send, login), login) }, sent };
}

function caseOf(...steps: readonly Step[]): Case {
  return {
    ...{ operation: 'oauth_client_client_id_get', family: 'f', aspect: 'input', expectation: 'accept' },
    breakage: null,
    steps,
  };
}

const main: Step = { ...readBackStep(), name: 'main', role: 'main' };

describe('a registration that is answered with the client of somebody else', () => {
  it('ends the case before anything names it, and nothing of it is removed or counted', async () => {
    const { wire, sent } = wireOf(['old']);
    const teardown = new Teardown(wire);
    const testCase = caseOf(registerStep(), main);
    const run = await runCase(testCase, wire, new Map());
    expect(run.unset).toBe('register answered 200, with a client that is not proved to be ours');
    expect([...run.slots]).toEqual([]);
    await teardown.cleanUp(testCase, run);
    expect(await teardown.finish()).toEqual({ created: 0, removed: 0, left: [] });
    expect(sent).toEqual(['POST /v3/oauth/client']);
  });

  it('is not kept for the cases that share it', async () => {
    const { wire, sent } = wireOf(['old', 'ours']);
    const shared: SharedSteps = new Map();
    const testCase = caseOf(registerStep(undefined, { shared: 'k' }), main);
    expect((await runCase(testCase, wire, shared)).unset).not.toBeNull();
    expect((await runCase(testCase, wire, shared)).unset).toBeNull();
    expect(sent.at(-1)).toBe('GET /v3/oauth/client/ours');
  });

  it('leaves those that race it to be removed', async () => {
    const { wire, sent } = wireOf(['old', 'ours']);
    const teardown = new Teardown(wire);
    const testCase = caseOf(
      { ...registerStep(), together: 'race' },
      { ...registerStep(undefined, { name: 'register-other' }), together: 'race' },
      main,
    );
    const run = await runCase(testCase, wire, new Map());
    expect(run.unset).toMatch(/^register answered 200, with a client/);
    await teardown.cleanUp(testCase, run);
    expect(sent.slice(2)).toEqual(['DELETE /v3/oauth/client/ours']);
  });
});

describe('a step that would name the client of somebody else', () => {
  const onOld: Step = { ...main, request: { ...main.request, path: ['oauth', 'client', 'old'] } };

  it('is not sent, and tells why the case was not run', async () => {
    const { wire, sent } = wireOf(['ours']);
    const run = await runCase(caseOf(onOld), wire, new Map());
    expect(run.unset).toBe('main is not sent: it names a client that is not ours');
    expect(sent).toEqual([]);
  });

  it('is left out where it only looks at what became of the rest', async () => {
    const { wire } = wireOf(['ours']);
    const probe: Step = { ...onOld, name: 'read-back', role: 'probe' };
    const run = await runCase(caseOf(registerStep(), main, probe), wire, new Map());
    expect(run.unset).toBeNull();
    expect([...run.exchanges.keys()]).toEqual(['register', 'main']);
  });
});
