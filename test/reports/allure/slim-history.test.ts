import { describe, expect, it } from '@jest/globals';
import { slimHistory } from '../../../reports/allure/slim-history.ts';

const result = {
  id: 'a',
  status: 'failed',
  message: 'first\nsecond',
  trace: 't',
  labels: [{ name: 'x' }],
  fullName: 'f',
};
const line = JSON.stringify({ uuid: 'u', testResults: { a: result, b: { id: 'b', status: 'passed' } } });

describe('slim history', () => {
  it('keeps what a report shows of a past run', () => {
    const [slim = '', ...rest] = slimHistory(`${line}\n\n`).split('\n');
    expect(rest).toEqual(['']);
    expect(JSON.parse(slim)).toEqual({
      ...{ uuid: 'u', name: '', timestamp: 0, knownTestCaseIds: [], metrics: {}, url: '' },
      testResults: {
        a: { id: 'a', status: 'failed', message: 'first', labels: [], url: '', reportLinks: [] },
        b: { id: 'b', status: 'passed', labels: [], url: '', reportLinks: [] },
      },
    });
  });

  it('may begin with a byte order mark', () => {
    expect(slimHistory(`\uFEFF${line}\n`)).toBe(slimHistory(`${line}\n`));
  });

  it('leaves nothing of a foreign file that a page could take for markup, a script or a link', () => {
    const markup = '</script><script>alert(1)</script><!--\u2028';
    const hostile = {
      ...{
        uuid: markup,
        name: markup,
        timestamp: markup,
        knownTestCaseIds: [markup],
        metrics: { [markup]: 1 },
      },
      ...{ url: 'javascript:alert(1)', extra: markup },
      testResults: {
        [markup]: {
          ...{ id: markup, status: 'passed', historyId: markup, environment: markup, fullName: markup },
          ...{ url: 'javascript:alert(1)', labels: [{ name: markup }], reportLinks: [{ url: markup }] },
        },
        other: { id: 'a', status: markup },
        none: null,
      },
    };
    const slim = slimHistory(`${JSON.stringify(hostile)}\n`);
    expect(slim).not.toMatch(/javascript:|\u2028|alert.*alert/);
    const { uuid, knownTestCaseIds, testResults } = JSON.parse(slim) as {
      readonly uuid: string;
      readonly knownTestCaseIds: readonly string[];
      readonly testResults: Readonly<Record<string, { readonly id: string; readonly historyId: string }>>;
    };
    const ids = [
      ...[uuid, ...knownTestCaseIds, ...Object.keys(testResults)],
      ...Object.values(testResults).flatMap(({ id, historyId }) => [id, historyId]),
    ];
    expect(ids).toHaveLength(5);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is the same when made slim again', () => {
    expect(slimHistory(slimHistory(line))).toBe(slimHistory(line));
  });
});
