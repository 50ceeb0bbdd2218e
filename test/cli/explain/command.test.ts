import { describe, expect, it } from '@jest/globals';
import { expectPlain, runCommand } from '../command.ts';
import type { EndedCommand } from '../command.ts';

const explain = (...words: readonly string[]): Promise<EndedCommand> =>
  runCommand(['explain', ...words], { cwd: process.cwd() });

describe('explain', () => {
  it('explains a rule with a good and a bad answer', async () => {
    const { code, stdout, stderr } = await explain('code.replay.refused');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/Good answer:\n {4}400 Bad Request\n[^]*Bad answer:\n {4}200 OK\n/);
    expect(stdout).toContain('https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2');
  });

  it.each([
    [['not', 'applicable'], 'not applicable\nA verdict'],
    [['KNOWN-DEVIATION'], 'known deviation\nA verdict'],
    [['exit', 'code', '130'], 'exit code 130\n'],
    [['3'], 'exit code 3\n'],
    [['authorize.redirect.*'], 'authorize.redirect\n'],
    [['form.missing'], 'form.missing\nThe form body is broken'],
    [['run.operation.finished'], 'run.operation.finished\nMUST'],
    [[], 'explain WHAT\n'],
  ])('explains %p', async (words, beginning) => {
    const { code, stdout, stderr } = await explain(...words);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.startsWith(beginning)).toBe(true);
  });

  it.each([
    ['code.replay.refusd', 'code.replay.refused'],
    ['brokn', 'broken'],
    ['valid.domian', 'valid.domain'],
  ])('suggests the nearest name for %s, and exits with 2', async (word, nearest) => {
    const ended = await explain(word);
    expectPlain(ended);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(`nothing is called "${word}" (did you mean ${nearest}?)`);
  });

  it('keeps a word with odd characters on one line', async () => {
    const ended = await explain('a\u001b[31m\nb'.repeat(3));
    expect(ended.code).toBe(2);
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  });
});
