import { describe, expect, it } from '@jest/globals';
import { slimHistory } from '../../reports/slim-history.ts';

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
      uuid: 'u',
      testResults: {
        a: { id: 'a', status: 'failed', message: 'first', labels: [] },
        b: { id: 'b', status: 'passed', labels: [] },
      },
    });
  });

  it('is the same when made slim again', () => {
    expect(slimHistory(slimHistory(line))).toBe(slimHistory(line));
  });
});
