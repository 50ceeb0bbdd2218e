import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { benchmarksPage } from '../../bench/peers/benchmarks-page.ts';
import type { PeerResult } from '../../bench/peers/compare-peers.ts';
import { own } from '../../bench/peers/own.ts';
import { printed } from '../../bench/peers/peer.ts';
import { schemathesis } from '../../bench/peers/schemathesis.ts';
import { specmatic } from '../../bench/peers/specmatic.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'conformance-peers-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const write = (name: string, text: string): Promise<void> => writeFile(path.join(folder, name), text);

describe('failures of other tools', () => {
  it('are none where a tool was ended before it wrote any', async () => {
    await write(printed, '');
    for (const peer of [own('smoke'), schemathesis, specmatic])
      expect(await peer.readFailures(folder)).toEqual([]);
  });

  it('are read from the events of Schemathesis, also where the last is cut short', async () => {
    const failure_info = { failure: { operation: 'POST /oauth/client' } };
    const scenario = {
      ScenarioFinished: {
        recorder: {
          checks: {
            one: [
              { name: 'not_a_server_error', status: 'failure', failure_info },
              { name: 'ignored_auth', status: 'success' },
            ],
            two: [{ name: 'use_after_free', status: 'failure', failure_info }],
          },
          interactions: { one: { response: { status_code: 500 } }, two: { response: null } },
        },
      },
    };
    const line = JSON.stringify(scenario);
    await write(
      'events.ndjson',
      `{"EngineStarted":{}}\n${line}\n{"ScenarioFinished":{"recorder":{}}}\n${line.slice(0, -9)}`,
    );
    expect(await schemathesis.readFailures(folder)).toEqual([
      'POST /oauth/client not_a_server_error 500',
      'POST /oauth/client use_after_free no answer',
    ]);
  });

  it('are the scenarios that Specmatic prints as failed', async () => {
    await write(
      printed,
      '+ve  Scenario: GET /a -> 200 has SUCCEEDED\n-ve  Scenario: GET /b -> 4xx has FAILED\n',
    );
    expect(await specmatic.readFailures(folder)).toEqual(['Scenario: GET /b -> 4xx has FAILED']);
  });

  it('are the rules that a run of this command violates', async () => {
    const verdicts = [
      { operation: 'session', rule: 'a.b.c', verdict: 'fail' },
      { operation: 'session', rule: 'a.b.d', verdict: 'warn' },
      { operation: 'session', rule: 'a.b.e', verdict: 'note' },
    ];
    await write('result.json', JSON.stringify({ verdicts }));
    expect(await own('smoke').readFailures(folder)).toEqual(['session a.b.c', 'session a.b.d']);
  });
});

describe('the page', () => {
  const sideOf = (peer: PeerResult['peer'], rate: number, found: readonly string[] | null): PeerResult => ({
    peer,
    clean: { requests: 10, seconds: 2, requestsPerSecond: rate, failures: ['x'] },
    found,
  });

  it('has the ratios, and what each tool found, but for those that were not asked', () => {
    const page = benchmarksPage(
      [sideOf(own('smoke'), 50, ['one']), sideOf(own('thorough'), 1000, null), sideOf(schemathesis, 100, [])],
      { faults: ['one', 'two'], seconds: 15 },
    );
    expect(page).toContain('| 100 | 1/10.0 | 1 | 0 of 2 |');
    expect(page).toContain('| 1000 | 1/1.0 | 1 |  |');
    expect(page).toContain('| `one` | found | – |');
    expect(page).toContain('| `two` | – | – |');
  });
});
