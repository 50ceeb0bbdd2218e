import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startProgress } from '../../reports/progress.ts';
import type { Progress } from '../../reports/progress.ts';
import { failingRule, sampleOperation, sampleRule } from './sample-report.ts';

interface Recorder {
  readonly written: string[];
  readonly stream: Parameters<typeof startProgress>[0];
}

function recorder(isTTY: boolean, columns = 80): Recorder {
  const written: string[] = [];
  const write = (text: string): number => written.push(text);
  return { written, stream: { isTTY, columns, write, rewrite: (line) => written.push(`rewritten ${line}`) } };
}

let now = 0;
const clock = (): number => now;
const register = { operation: 'oauth_client_post', done: 50, total: 100, findings: 1 };

beforeEach(() => {
  now = 0;
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function passTime(ms: number): void {
  now += ms;
  jest.advanceTimersByTime(ms);
}

describe('progress', () => {
  it('is one line an operation in a log', () => {
    const { written, stream } = recorder(false);
    const progress = startProgress(stream, 2);
    progress.advance(register);
    progress.finish(sampleOperation());
    progress.finish(
      sampleOperation({ operation: 'oauth_token_post', rules: [failingRule()], broken: 'reset' }),
    );
    progress.close();
    expect(written).toEqual([
      '[1/2] oauth_client_post ok, 120 requests, 1.5 s\n',
      '[2/2] oauth_token_post 1 fail, 1 broken, 120 requests, 1.5 s\n',
    ]);
  });

  it('never calls an operation ok that judged nothing', () => {
    const { written, stream } = recorder(false);
    startProgress(stream, 1).finish(sampleOperation({ rules: [sampleRule({ judged: 0 })] }));
    expect(written).toEqual(['[1/1] oauth_client_post nothing judged, 120 requests, 1.5 s\n']);
  });
});

describe('progress on a terminal', () => {
  function started(columns?: number): { readonly written: string[]; readonly progress: Progress } {
    const { written, stream } = recorder(true, columns);
    return { written, progress: startProgress(stream, 12, clock) };
  }

  it('is one rewritten line with time, pace and all findings, erased at the end', () => {
    const { written, progress } = started();
    progress.advance({ ...register, done: 0, findings: 0 });
    passTime(500);
    progress.advance(register);
    progress.finish(sampleOperation({ rules: [failingRule()] }));
    passTime(1500);
    progress.advance({ ...register, operation: 'session', done: 1 });
    progress.close();
    expect(written).toEqual([
      'rewritten [0/12] 0 s, oauth_client_post 0/100 cases, 0 cases/s, 0 findings',
      'rewritten [0/12] 0 s, oauth_client_post 50/100 cases, 100 cases/s, 1 finding',
      'rewritten ',
      'rewritten [1/12] 2 s, session 1/100 cases, 1 cases/s, 2 findings',
      'rewritten ',
    ]);
  });

  it('shows the time go by while no case ends, and nothing once it is closed', () => {
    const { written, progress } = started();
    progress.advance(register);
    passTime(1000);
    passTime(1000);
    progress.close();
    passTime(5000);
    expect(written.map((line) => /\d+ s,/.exec(line)?.[0] ?? '')).toEqual(['0 s,', '1 s,', '2 s,', '']);
  });

  it('is not written more often than a person can read', () => {
    const { written, progress } = started();
    for (let done = 0; done < 1000; done += 1) progress.advance({ ...register, done });
    expect(written).toHaveLength(1);
  });

  it('never wraps', () => {
    const { written, progress } = started(20);
    progress.advance(register);
    expect(written).toEqual(['rewritten [0/12] 0 s, oauth_c']);
  });
});
