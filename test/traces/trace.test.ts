import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadBundledContract } from '../../spec/load-contract.ts';
import { recordReference, replayRecording } from '../../tools/trace/record-reference.ts';
import type { Recording, RecordingPlan } from '../../tools/trace/record-reference.ts';
import { parseTrace } from '../../traces/parse-trace.ts';
import { TraceError } from '../../traces/har.ts';
import { behaviourText } from '../../traces/behaviour-ledger/behaviour.ts';
import { compareBehaviour } from '../../traces/behaviour-ledger/compare-behaviour.ts';

let plan: RecordingPlan;
let recording: Recording;
beforeAll(async () => {
  const contract = await loadBundledContract();
  plan = {
    contract,
    suites: ['oauth_client_post', 'oauth_token_post', 'oauth_adfs_login_get'],
    seed: 3,
    runs: 20,
  };
  recording = await recordReference(plan, {
    faults: ['secret-echoed', 'credentials-echoed', 'read-without-secret'],
  });
}, 60_000);

describe('a trace', () => {
  it('is HAR 1.2, with a page for each case and every entry on one', () => {
    const { log } = JSON.parse(recording.text) as {
      readonly log: {
        readonly version: string;
        readonly creator: unknown;
        readonly pages: readonly { readonly id: string }[];
        readonly entries: readonly { readonly pageref: string; readonly request: { readonly url: string } }[];
      };
    };
    expect(log).toMatchObject({
      version: '1.2',
      creator: { name: expect.any(String), version: expect.any(String) },
    });
    const ids = new Set(log.pages.map(({ id }) => id));
    expect(ids.size).toBe(log.pages.length);
    expect(log.entries.filter(({ pageref }) => !ids.has(pageref))).toEqual([]);
    expect(log.entries.every(({ request }) => URL.canParse(request.url))).toBe(true);
  });

  it('gives the records of the live run, packed or not', async () => {
    const replayed = await replayRecording(plan, recording.text);
    const told = (records: typeof replayed): unknown =>
      records.map(({ rules, cases, caseHash }) => [
        cases,
        caseHash,
        rules.map(({ rule, verdict, judged, violated }) => [rule, verdict, judged, violated]),
      ]);
    expect(told(replayed)).toEqual(told(recording.records));
    expect(await parseTrace([Buffer.from(`\uFEFF${recording.text}`)])).toEqual(
      await parseTrace([Buffer.from(recording.text)]),
    );
    await expect(parseTrace([Buffer.from(`\uFEFF${recording.text}`, 'utf16le')])).rejects.toThrow(
      'it is not UTF-8 text but UTF-16; save it as UTF-8',
    );
    expect(await parseTrace([gzipSync(recording.text)])).toEqual(
      await parseTrace([Buffer.from(recording.text)]),
    );
  }, 60_000);

  it.each([
    ['no JSON', 'a text', 'it is not JSON'],
    ['other JSON', '{"log":{}}', 'it is no trace'],
    ['a trace of another version', '{"log":{"_trace":{"schemaVersion":2}}}', 'schema version 2'],
    ['a trace with something missing', '{"log":{"version":"1.2","_trace":{"schemaVersion":1}}}', 'at log/'],
  ])('is told from %s', async (_name, text, message) => {
    await expect(parseTrace([Buffer.from(text)])).rejects.toThrow(TraceError);
    await expect(parseTrace([Buffer.from(text)])).rejects.toThrow(message);
  });

  it('that breaks off or is badly packed is told as such', async () => {
    await expect(parseTrace([Buffer.from(recording.text.slice(0, 5000))])).rejects.toThrow('it breaks off');
    await expect(parseTrace([gzipSync(recording.text).subarray(0, 500)])).rejects.toThrow(
      'it cannot be unpacked',
    );
  });

  it('is judged to its end and no further, however many cases it claims', async () => {
    const claimed = { ...plan, runs: 10_000_000 };
    await expect(replayRecording(claimed, recording.text)).rejects.toThrow('were not recorded');
  }, 60_000);

  it('has no case of another seed', async () => {
    await expect(replayRecording({ ...plan, seed: 4 }, recording.text)).rejects.toThrow('were not recorded');
  }, 60_000);
});

describe('a behaviour ledger', () => {
  it('is the same bytes for the same cases, and tells another target', async () => {
    const again = await recordReference(plan, {
      faults: ['secret-echoed', 'credentials-echoed', 'read-without-secret'],
    });
    expect(behaviourText(again.behaviour)).toBe(behaviourText(recording.behaviour));
    const other = await recordReference(plan, { variants: ['details-absent', 'kind-absent'] });
    const { changes, compared, onlyInFirst } = compareBehaviour(recording.behaviour, other.behaviour);
    expect([changes.length > 10, compared > 50, onlyInFirst]).toEqual([true, true, 0]);
    expect(JSON.stringify(changes[0]?.gone)).toContain('/kind string');
    expect(compareBehaviour(recording.behaviour, again.behaviour).changes).toEqual([]);
  }, 120_000);
});
