import { describe, expect, it } from '@jest/globals';
import { startProgress } from '../../reports/progress.ts';
import { failingRule, sampleOperation, sampleRule } from './sample-report.ts';

function recorder(
  isTTY: boolean,
  columns = 80,
): { written: string[]; stream: Parameters<typeof startProgress>[0] } {
  const written: string[] = [];
  const write = (text: string): number => written.push(text);
  return { written, stream: { isTTY, columns, write, rewrite: (line) => written.push(`rewritten ${line}`) } };
}

describe('progress', () => {
  it('is one line an operation in a log', () => {
    const { written, stream } = recorder(false);
    const progress = startProgress(stream, 2);
    progress.advance('oauth_client_post', 50, 100);
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

  it('is one rewritten line on a terminal, erased at the end', () => {
    const { written, stream } = recorder(true);
    const progress = startProgress(stream, 12);
    progress.advance('oauth_client_post', 50, 100);
    progress.finish(sampleOperation());
    progress.close();
    expect(written).toEqual([
      'rewritten [0/12] oauth_client_post 50/100 cases',
      'rewritten [1/12] oauth_client_post ok, 120 requests, 1.5 s',
      'rewritten ',
    ]);
  });

  it('never wraps', () => {
    const { written, stream } = recorder(true, 20);
    startProgress(stream, 12).advance('oauth_client_client_id_delete', 50, 100);
    expect(written).toEqual(['rewritten [0/12] oauth_client']);
  });

  it('never calls an operation ok that judged nothing', () => {
    const { written, stream } = recorder(false);
    startProgress(stream, 1).finish(sampleOperation({ rules: [sampleRule({ judged: 0 })] }));
    expect(written).toEqual(['[1/1] oauth_client_post nothing judged, 120 requests, 1.5 s\n']);
  });
});
