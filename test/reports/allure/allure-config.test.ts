import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { allureConfig } from '../../../reports/allure/allure-config.ts';
import { findCauses } from '../../../reports/causes/find-causes.ts';
import { everyVerdict, failingRule, reportOf } from '../sample-report.ts';

const shape = z.object({
  variables: z.record(z.string(), z.string()),
  historyPath: z.string().optional(),
  categories: z.object({
    rules: z.array(
      z.object({
        id: z.string().optional(),
        name: z.string(),
        matchers: z.union([z.array(z.object({ labels: z.record(z.string(), z.string()) })), z.unknown()]),
      }),
    ),
  }),
  plugins: z.object({ awesome: z.object({ options: z.object({ sections: z.array(z.string()) }) }) }),
});

function configOf(change: Partial<Parameters<typeof allureConfig>[0]> = {}): z.infer<typeof shape> {
  return shape.parse(
    allureConfig({ output: 'o', environment: { Seed: '4' }, causes: [], history: null, ...change }),
  );
}

const pastRun = (...statuses: readonly string[]): string =>
  `${JSON.stringify({
    uuid: 'u',
    testResults: Object.fromEntries(
      statuses.map((status, index) => [`t${index}`, { id: `t${index}`, status }]),
    ),
  })}\n`;

describe('the configuration of Allure', () => {
  it('has a category for each cause of a failure, in their order, and one for all warnings', () => {
    const { categories } = configOf({ causes: findCauses(reportOf(...everyVerdict())) });
    expect(categories.rules.map(({ name }) => name)).toEqual([
      'a registered client is not stored as it was sent (oauth_client_post)',
      'listed as a known deviation, but nothing violates it: remove the entry (oauth_client_post)',
      'Warnings',
      'Notes',
      'Known deviations',
    ]);
  });

  it('finds the tests of a cause by rule and operation alone', () => {
    const rules = ['oauth_client_post', 'oauth_token_post'] as const;
    const records = rules.map((operation) => failingRule({ operation, rule: 'a.b' }));
    const [first] = configOf({ causes: findCauses(reportOf(...records)) }).categories.rules;
    expect(first?.matchers).toEqual([
      { labels: { rule: String.raw`^(?:a\.b)$`, operation: '^(?:oauth_client_post|oauth_token_post)$' } },
    ]);
  });

  it('shows how the last ten runs went before anything else, and their charts', () => {
    const past = pastRun('failed', 'broken', 'passed') + pastRun('passed', 'failed').repeat(10);
    const { variables, plugins } = configOf({ history: { file: 'h.jsonl', past } });
    expect(Object.entries(variables)[0]).toEqual(['Failed before', '1, 1, 1, 1, 1, 1, 1, 1, 1, 1']);
    expect(plugins.awesome.options.sections).toEqual(['charts']);
  });

  it('shows no charts where there is no history', () => {
    expect(configOf()).toMatchObject({
      variables: { Seed: '4' },
      plugins: { awesome: { options: { sections: [] } } },
    });
  });
});
