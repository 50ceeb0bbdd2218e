import { describe, expect, it } from '@jest/globals';
import { githubAnnotations } from '../../../reports/ci/github-annotations.ts';
import { everyVerdict, failingRule, redacted, reportOf, sampleFinding } from '../sample-report.ts';

/** Reads a command as the runner of GitHub does (src/Runner.Common/ActionCommand.cs). */
function readCommand(line: string): {
  readonly command: string;
  readonly title: string;
  readonly message: string;
} {
  const [, command = '', title = '', message = ''] = /^::(\w+) title=([^:,]*)::(.*)$/.exec(line) ?? [];
  const unescape = (text: string): string =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  return { command, title: unescape(title), message: unescape(message) };
}

describe('annotations for GitHub', () => {
  it('are one for each cause, warnings as warnings and last, with what was seen and the replay', () => {
    const commands = githubAnnotations(reportOf(...everyVerdict())).map(readCommand);
    expect(commands.map(({ command, title }) => [command, title])).toEqual([
      ['error', 'a registered client is not stored as it was sent (oauth_client_post)'],
      ['error', expect.stringMatching(/^listed as a known deviation, but nothing violates it/)],
      ['warning', 'answers come without a Date (oauth_client_post)'],
    ]);
    expect(commands[0]?.message).toMatch(
      /^client\.registration\.stored, 2 tests\nat \/client_secret: expected string, actual absent\n(?:.*\n)?npm run .* explain client\.registration\.stored\nnpm run .* --replay 42:valid\.domain\/0\/7:0$/,
    );
  });

  it('link the standard that a rule comes from', () => {
    const [line = ''] = githubAnnotations(reportOf(failingRule({ rule: 'token.answer.no-store' })));
    expect(readCommand(line).message).toContain('\nhttps://www.rfc-editor.org/rfc/rfc6749#section-5.1\n');
  });

  it('say what a target says and do nothing of it', () => {
    const hostile = '100%3A %0A\r\n::add-mask::x, a: b';
    const finding = sampleFinding({ at: hostile, actual: redacted(hostile) });
    const rules = [failingRule({ rule: hostile, findings: [finding] })];
    const lines = githubAnnotations(reportOf(...rules));
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/[\r\n]/);
    expect(readCommand(lines[0] ?? '')).toMatchObject({
      command: 'error',
      title: String.raw`100%3A %0A\n::add-mask::x, a: b (oauth_client_post)`,
      message: expect.stringContaining(String.raw`at 100%3A %0A\n::add-mask::x, a: b: expected`),
    });
  });

  it('are ten of a level at the most, since GitHub shows no more', () => {
    const rules = Array.from({ length: 12 }, (_, index) => failingRule({ rule: `a.b.c${index}` }));
    const warnings = rules.map((rule) => ({ ...rule, rule: `${rule.rule}w`, verdict: 'warn' as const }));
    const commands = githubAnnotations(reportOf(...rules, ...warnings)).map(readCommand);
    expect(commands.map(({ command }) => command)).toEqual([
      ...Array.from({ length: 10 }, () => 'error'),
      ...Array.from({ length: 10 }, () => 'warning'),
    ]);
  });
});
