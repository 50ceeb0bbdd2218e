import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import {
  isAbout,
  loadDeviations,
  loadUnfinishedDeviations,
  type Deviation,
  type DeviationList,
  type Judged,
} from '../../targets/deviation.ts';
import { formatDeviations, updateDeviations, type Seen } from '../../targets/update-deviations.ts';
import { problemsOf, withFile } from './target-file.ts';

const all: readonly Judged[] = [
  { operation: 'oauth_client_post', rule: 'error.state.error' },
  { operation: 'oauth_client_post', rule: 'auth.challenge.present' },
  { operation: 'oauth_token_post', rule: 'error.state.error' },
  { operation: 'session', rule: 'code.replay.refused' },
];
const load = (file: string): Promise<DeviationList> => loadDeviations(file, all);

function deviation(change: Partial<Deviation> = {}): Deviation {
  return {
    rule: 'error.state.error',
    operation: 'oauth_client_post',
    status: 'fails',
    reason: 'this build says FAILED',
    since: '2026-01-02',
    ...change,
  };
}

describe('a list of deviations', () => {
  it('may be YAML, in which dates are texts', async () => {
    const text =
      '- rule: error.*\n  operation: "*"\n  status: flaky\n  reason: why\n  since: 2026-01-02\n  expires: 2026-02-01\n';
    const { entries } = await withFile(text, load);
    expect(entries).toMatchObject([{ since: '2026-01-02', expires: '2026-02-01' }]);
  });

  it('tells all that is wrong with its form at once', async () => {
    const list = [
      { ...deviation(), reason: undefined },
      deviation({ since: '2026-02-30', operation: 'oauth_nothing' as 'session' }),
      { ...deviation(), status: 'sometimes', why: '' },
      deviation({ expires: '2025-12-31' }),
      'error.*',
    ];
    expect(await problemsOf(list, load)).toEqual([
      '[0].reason: expected why the deviation is put up with, a text',
      '[1].operation: there is no operation oauth_nothing; use an id of the contract, session or *',
      '[1].since: expected a date, such as 2026-01-31',
      '[2].status: expected fails or flaky',
      '[2]: there is no key why; correct or remove it',
      '[3].expires: expected a date that is not before since',
      '[4]: expected an entry, an object with rule, operation, status, reason and since',
    ]);
  });

  it('is refused with entries about nothing, about the same, or without a reason yet', async () => {
    const list = [
      deviation({ rule: 'error.*', operation: '*', reason: 'TODO: say why' }),
      deviation({ status: 'flaky' }),
      deviation({ rule: 'no.such.rule' }),
      deviation({ rule: 'auth.*', operation: 'oauth_token_post' }),
    ];
    expect(await problemsOf(list, load)).toEqual([
      '[0].reason: is still TODO; say why',
      expect.stringMatching(
        /^\[2\]\.rule: no rule of level MUST called no\.such\.rule is judged on oauth_client_post/,
      ),
      expect.stringMatching(
        /^\[3\]\.rule: no rule of level MUST called auth\.\* is judged on oauth_token_post/,
      ),
      '[0] and [1]: both are about error.state.error on oauth_client_post; narrow or remove one',
    ]);
  });

  it('that is to be updated may lack reasons', async () => {
    const list = [deviation({ reason: 'TODO: say why' })];
    expect((await withFile(list, loadUnfinishedDeviations)).entries).toHaveLength(1);
  });

  it('that is empty excuses nothing', async () => {
    expect((await withFile([], load)).entries).toEqual([]);
  });
});

describe('an update', () => {
  const seen = (rule: string, operation: Judged['operation'], outcome: Seen['outcome']): Seen => ({
    ...{ rule, operation, outcome },
  });
  const update = (entries: readonly Deviation[], ...of: readonly Seen[]): readonly Deviation[] =>
    updateDeviations(entries, { seen: of, date: '2026-03-04' }, all);

  it('adds what fails, for a person to say why', () => {
    expect(update([], seen('error.state.error', 'oauth_client_post', 'violated'))).toEqual([
      deviation({ reason: 'TODO: say why', since: '2026-03-04' }),
    ]);
  });

  it('keeps what still fails, with its reason and date', () => {
    const entries = [deviation({ link: 'https://tracker.example/1' })];
    expect(update(entries, seen('error.state.error', 'oauth_client_post', 'violated'))).toEqual(entries);
  });

  it('takes out what passes, and rules that are gone', () => {
    const entries = [deviation(), deviation({ rule: 'gone.for.ever' })];
    expect(update(entries, seen('error.state.error', 'oauth_client_post', 'passed'))).toEqual([]);
  });

  it('keeps what is flaky, was not run or judged nothing', () => {
    const entries = [
      deviation({ status: 'flaky' }),
      deviation({ operation: 'oauth_token_post' }),
      deviation({ operation: 'session', rule: 'code.*' }),
    ];
    const run = [
      seen('error.state.error', 'oauth_client_post', 'passed'),
      seen('code.replay.refused', 'session', 'unknown'),
    ];
    expect(update(entries, ...run)).toEqual(entries);
  });

  it('narrows an entry of which a part passes', () => {
    const run = [
      seen('error.state.error', 'oauth_client_post', 'passed'),
      seen('error.state.error', 'oauth_token_post', 'violated'),
    ];
    expect(update([deviation({ rule: 'error.*', operation: '*' })], ...run)).toEqual([
      deviation({ operation: 'oauth_token_post' }),
    ]);
  });

  it('keeps of a narrowed entry what could not be judged this time', () => {
    const run = [
      seen('error.state.error', 'oauth_client_post', 'passed'),
      seen('error.state.error', 'oauth_token_post', 'unknown'),
    ];
    expect(update([deviation({ rule: 'error.*', operation: '*' })], ...run)).toEqual([
      deviation({ operation: 'oauth_token_post' }),
    ]);
  });

  it.each(['d.yaml', 'd.json'])('is written to %s as it is read', (file) => {
    const entries = [deviation({ reason: 'a "quoted": reason\n# over two lines' })];
    expect(parse(formatDeviations(file, entries))).toEqual(entries);
  });
});

describe('a deviation', () => {
  it('is about its rules on its operation alone, where it names one', () => {
    const judged = { operation: 'oauth_client_post', rule: 'error.state.error' } as const;
    expect(isAbout(deviation({ rule: 'error.*' }), judged)).toBe(true);
    expect(isAbout(deviation({ operation: '*' }), judged)).toBe(true);
    expect(isAbout(deviation({ operation: 'session' }), judged)).toBe(false);
    expect(isAbout(deviation({ rule: 'error.state' }), judged)).toBe(false);
  });
});
