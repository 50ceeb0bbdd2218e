import { describe, expect, it } from '@jest/globals';
import { mergeShards, ShardsError } from '../../reports/merge-shards.ts';
import type { NamedResult } from '../../reports/merge-shards.ts';
import { buildResult } from '../../reports/result-file.ts';
import { exitCodeOf } from '../../reports/roll-up.ts';
import type { RunReport } from '../../reports/run-report.ts';
import { failingRule, sampleOperation, sampleReport, sampleRules } from './sample-report.ts';

const suites = ['oauth_client_post', 'oauth_token_post'] as const;
const records = {
  1: sampleOperation({ operation: suites[1], residue: { created: 1, removed: 1, left: [] } }),
  2: sampleOperation({ operation: suites[0], rules: [failingRule()] }),
};

function shard(index: 1 | 2, change: Partial<RunReport> = {}): NamedResult {
  const part = { index, of: 2, suites };
  const residue = { created: index, removed: 1, left: index === 2 ? ['c2'] : [] };
  const report = sampleReport({ shard: part, records: [records[index]], residue, ...change });
  return { file: `${index}.json`, result: buildResult(report) };
}

const merge = (...results: readonly NamedResult[]): RunReport => mergeShards(results, sampleRules);

describe('merged shards', () => {
  it('are what one run would have been', () => {
    const merged = merge(shard(2), shard(1));
    expect(merged).toEqual(
      sampleReport({
        records: [records[2], records[1]],
        residue: { created: 3, removed: 2, left: ['c2'] },
        requests: 240,
        options: { ...sampleReport().options, operations: suites },
      }),
    );
    expect(exitCodeOf(merged, { strict: false })).toBe(1);
    expect(buildResult(merged)).not.toHaveProperty('shard');
  });

  it('last from the first start to the last end', () => {
    const late = shard(2, { startedAt: '2026-01-02T03:05:05.000Z', durationMs: 1000 });
    expect(merge(shard(1), late)).toMatchObject({
      startedAt: '2026-01-02T03:04:05.000Z',
      durationMs: 61_000,
    });
  });

  it('are interrupted where one was', () => {
    const merged = merge(shard(1), shard(2, { isInterrupted: true }));
    expect(exitCodeOf(merged, { strict: false })).toBe(130);
  });

  it('that all judged nothing are no success, though each alone is', () => {
    const idle = (index: 1 | 2): NamedResult => shard(index, { records: [{ ...records[index], rules: [] }] });
    expect(exitCodeOf(merge(idle(1), idle(2)), { strict: false })).toBe(3);
    expect(
      exitCodeOf(sampleReport({ shard: { index: 1, of: 1, suites }, records: [] }), { strict: false }),
    ).toBe(0);
  });

  it.each<[string, readonly NamedResult[], RegExp]>([
    [
      'a whole run',
      [{ file: 'all.json', result: buildResult(sampleReport()) }],
      /all\.json: is the result of a whole/,
    ],
    ['a shard that is missing', [shard(2)], /^missing shards: 1\/2; /],
    [
      'a shard given twice',
      [shard(1), shard(2), shard(2)],
      /shard 2\/2 was given twice: 2\.json and 2\.json/,
    ],
    ['another seed', [shard(1), shard(2, { seed: 7 })], /seed is 42 in 1\.json, 7 in 2\.json/],
    [
      'another contract',
      [shard(1), shard(2, { contract: { title: '', version: '', sha256: 'a'.repeat(64) } })],
      /contract is/,
    ],
    [
      'another target',
      [shard(1), shard(2, { target: { ...sampleReport().target, url: 'https://b.example' } })],
      /target is/,
    ],
    ['another version', [shard(1), shard(2, { tool: { name: 'a', version: '9' } })], /tool version is/],
    ['another split', [shard(1), shard(2, { shard: { index: 2, of: 3, suites } })], /number of shards is 2/],
    [
      'another number of cases',
      [shard(1), shard(2, { options: { ...sampleReport().options, runs: 1 } })],
      /--runs/,
    ],
    ['a suite that is missing', [shard(1), shard(2, { records: [] })], /oauth_client_post is in no shard/],
    [
      'a suite given twice',
      [shard(1), shard(2, { records: Object.values(records) })],
      /oauth_token_post is in 1\.json and 2\.json/,
    ],
  ])('are refused for %s', (_name, results, message) => {
    expect(() => merge(...results)).toThrow(ShardsError);
    expect(() => merge(...results)).toThrow(message);
  });

  it('of embedded targets may have had any port', () => {
    const embedded = (url: string): RunReport['target'] => ({
      ...sampleReport().target,
      url,
      isEmbedded: true,
    });
    const other = shard(2, { target: embedded('http://127.0.0.1:2') });
    expect(merge(shard(1, { target: embedded('http://127.0.0.1:1') }), other).records).toHaveLength(2);
  });
});
