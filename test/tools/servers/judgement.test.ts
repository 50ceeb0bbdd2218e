import { describe, expect, it } from '@jest/globals';
import { differences, judgeFindings } from '../../../tools/servers/judgement.ts';
import type { HandVerdict } from '../../../tools/servers/judgement.ts';
import type { RunFile } from '../../../tools/zoo/finding.ts';

const operation = 'oauth_token_post';

function run(...rules: readonly string[]): RunFile {
  return {
    verdicts: rules.map((rule) => ({
      ...{ operation, rule, verdict: 'fail', violations: [], families: [], replay: null, reason: null },
    })),
  };
}

function judged(rule: string, isTrue: boolean): HandVerdict {
  return { operation, rule, isTrue, sentence: 'RFC 6749 section 3.2', because: 'it does' };
}

function differ(found: RunFile, known: readonly HandVerdict[]): readonly string[] {
  return differences(judgeFindings(found, known), known);
}

describe('a run on a server that was judged by hand', () => {
  it('does not differ if the true findings are found, and no others', () => {
    expect(differ(run('a'), [judged('a', true), judged('b', false)])).toEqual([]);
  });

  it('differs by a finding that nobody has judged', () => {
    expect(differ(run('a', 'b'), [judged('a', true)])).toEqual([
      `${operation} b: found, and judged by nobody`,
    ]);
  });

  it('differs by a true finding that is not found any more', () => {
    expect(differ(run(), [judged('a', true)])).toEqual([`${operation} a: true, and not found`]);
  });

  it('differs by a false alarm that is still raised', () => {
    expect(differ(run('a'), [judged('a', false)])).toEqual([`${operation} a: a false alarm`]);
  });
});
