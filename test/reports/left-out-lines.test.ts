import { describe, expect, it } from '@jest/globals';
import type { CutCases } from '../../checks/verdict.ts';
import { leftOutLines } from '../../reports/left-out-lines.ts';
import { sampleOperation, sampleReport } from './sample-report.ts';

const nothing: CutCases = { cases: 0, families: 0, hanging: [], slow: [], isTimeUp: false };
const linesOf = (cut?: CutCases, width = Infinity): readonly string[] =>
  leftOutLines(sampleReport({ records: [sampleOperation(cut === undefined ? {} : { cut })] }), width);

describe('what was left out', () => {
  it.each<readonly [CutCases, string]>([
    [{ ...nothing, cases: 1, hanging: ['a.b'] }, 'oauth_client_post: 1 case, since 1 kind hung (a.b)'],
    [
      { ...nothing, cases: 30, families: 2, slow: ['a', 'b', 'c', 'd', 'e'] },
      'oauth_client_post: 30 cases, all of 2 kinds, since 5 kinds took long (a, b, c and 2 more)',
    ],
    [
      { ...nothing, cases: 9, hanging: ['a'], isTimeUp: true },
      'oauth_client_post: 9 cases, since 1 kind hung (a), and the time was up, of which --max-time gives more',
    ],
  ])('is told with its reasons', (cut, text) => {
    expect(linesOf(cut)).toEqual([`left out: ${text}`]);
  });

  it('is not mentioned where everything was sent, and no line is wider than the terminal', () => {
    expect(linesOf()).toEqual([]);
    const [line = ''] = linesOf({ ...nothing, cases: 9, isTimeUp: true }, 40);
    expect(line.length).toBeLessThanOrEqual(40);
  });
});
