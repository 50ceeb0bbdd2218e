import { describe, expect, it } from '@jest/globals';
import { readOptions } from '../../../run/options/read-options.ts';
import type { OptionSources } from '../../../run/options/read-options.ts';
import { variableOf } from '../../../run/options/option-names.ts';
import { optionKeys } from '../../../run/options/run-settings.ts';
import { UserError } from '../../../run/user-error.ts';

const nothing: OptionSources = { commandLine: {}, environment: {}, file: null };
const file = (values: Readonly<Record<string, unknown>>): OptionSources['file'] => ({
  path: 'conformance.config.json',
  values,
});

function problemsOf(sources: Partial<OptionSources>): readonly string[] {
  try {
    readOptions({ ...nothing, ...sources });
  } catch (error) {
    if (error instanceof UserError) return error.message.split('\n');
  }
  return [];
}

describe('options', () => {
  it('come from the command line, then the environment, then the file', () => {
    const sources = {
      commandLine: { runs: '1' },
      environment: { PRISM_RUNS: '2', PRISM_SEED: '2' },
      file: file({ runs: 3, seed: 3, concurrency: 3 }),
    };
    expect(readOptions(sources)).toEqual({ runs: 1, seed: 2, concurrency: 3 });
  });

  it('take the effort or the number of cases, whichever is given nearer to the command line', () => {
    expect(readOptions({ ...nothing, commandLine: { effort: 'smoke' }, file: file({ runs: 9 }) })).toEqual({
      effort: 'smoke',
    });
    expect(
      readOptions({ ...nothing, environment: { PRISM_RUNS: '9' }, file: file({ effort: 'thorough' }) }),
    ).toEqual({ runs: 9 });
    expect(problemsOf({ commandLine: { effort: 'smoke', runs: '9' } })).toEqual([
      '--effort: cannot be combined with --runs; leave one out',
    ]);
    expect(problemsOf({ commandLine: { effort: 'much' } })[0]).toBe(
      '--effort: expected smoke, default, thorough, got "much"',
    );
  });

  it('are not set by an empty environment variable', () => {
    expect(readOptions({ ...nothing, environment: { PRISM_TARGET: '' } })).toEqual({});
  });

  it('all have an environment variable of their name', () => {
    expect(optionKeys.map(variableOf)).toContain('PRISM_TIMEOUT_MS');
    expect(new Set(optionKeys.map(variableOf)).size).toBe(optionKeys.length);
  });

  it('read lists from the environment, flags from texts', () => {
    const environment = { PRISM_OPERATION: 'oauth_token_post, session', PRISM_STRICT: 'true' };
    expect(readOptions({ ...nothing, environment })).toEqual({
      operation: ['oauth_token_post', 'session'],
      strict: true,
    });
  });

  it('read a shard from anywhere', () => {
    const shard = { index: 2, of: 4 };
    expect(readOptions({ ...nothing, environment: { PRISM_SHARD: '2/4' } })).toEqual({ shard });
    expect(readOptions({ ...nothing, file: file({ shard: '2/4' }) })).toEqual({ shard });
  });

  it.each(['0/4', '5/4', '1/101', '1/0', '-1/4', '1', '1/2/3', 'a/b', '1.0/2', 2])(
    'refuse %s as a shard',
    (shard) => {
      expect(problemsOf({ file: file({ shard }) })[0]).toMatch(/shard: expected I\/N/);
    },
  );

  it.each(['abc', '1.5', '0', '-1', '1e3', ' 1', ''])(
    'refuse "%s" runs with what, where and what to do',
    (runs) => {
      const [problem] = problemsOf({ commandLine: { runs } });
      expect(problem).toBe(`--runs: expected a whole number from 1 to 10000000, got "${runs}"`);
    },
  );

  it('name where a wrong value was found', () => {
    expect(problemsOf({ environment: { PRISM_SEED: 'x' } })[0]).toMatch(/^PRISM_SEED: /);
    expect(problemsOf({ file: file({ seed: true }) })[0]).toMatch(/^conformance\.config\.json: seed: /);
  });

  it('list all that is wrong at once', () => {
    const problems = problemsOf({ commandLine: { runs: 'x', seed: 'y' }, file: file({ sede: 1 }) });
    expect(problems).toHaveLength(3);
    expect(problems[0]).toContain('sede is not an option');
  });

  it('cut a long value in a message', () => {
    expect(problemsOf({ commandLine: { runs: 'x'.repeat(5000) } })[0]?.length).toBeLessThan(200);
  });
});
