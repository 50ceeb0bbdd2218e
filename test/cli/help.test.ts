import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { runCommand } from './command.ts';

const cwd = mkdtempSync(path.join(tmpdir(), 'conformance-help-'));
afterAll(() => {
  rmSync(cwd, { recursive: true, force: true });
});

const commands = ['run', 'record', 'merge', 'clean', 'compare', 'mock', 'rules', 'completion'];

describe('the help', () => {
  it.each(commands)('of %s ends with examples of that command', async (command) => {
    const { code, stdout } = await runCommand([command, '--help'], { cwd });
    expect(code).toBe(0);
    const examples = stdout.slice(stdout.indexOf('\nExamples:\n')).trim().split('\n').slice(1);
    const calls = examples.filter((line) => !line.startsWith('  #'));
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.filter((line) => !line.includes(` -- ${command}`))).toEqual([]);
  });

  it('groups the options of run, and says their defaults', async () => {
    const { stdout } = await runCommand(['run', '--help'], { cwd });
    const groups = [...stdout.matchAll(/^(\S.*):$/gm)].map(([, group]) => group);
    expect(groups).toEqual([
      'Target and credentials',
      'Judging',
      'What is driven',
      'Pace and limits',
      'Reports and output',
      'Traces and ledgers',
      'Configuration',
      'Options',
      'Examples',
    ]);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'most requests per second, over the whole run (default: no limit)',
    );
  });

  it('speaks of the command at hand', async () => {
    const { stdout } = await runCommand(['clean', '--help'], { cwd });
    const text = stdout.replaceAll(/\s+/g, ' ');
    expect(text).toContain('report folder of the runs, in which their ledgers are');
    expect(text).toContain('--target <url> origin, with or without a base path; required');
    expect(text).not.toContain('Allure');
  });
});

describe('what is mistyped', () => {
  it.each([
    [['rnu'], /^error: there is no command "rnu" \(did you mean run\?\); see --help\n$/],
    [['run', 'all'], /^error: run: takes options only, got "all"; see "run --help"\n$/],
    [['\u001b[2J'], /^error: there is no command "\\u\{1b\}\[2J"; see --help\n$/],
    [['run', '--sed', '1'], /unknown option '--sed'\n\(Did you mean --seed\?\)/],
    [
      ['run', '--operation', 'oauth_token_pos'],
      /there is no oauth_token_pos \(did you mean oauth_token_post\?\);/,
    ],
    [['run', '--rule', 'erorr.*'], /^error: --rule: there is no erorr\.\* \(did you mean error\.\*\?\);/],
    [
      ['mock', '--fault', 'register-answers-20'],
      /\(did you mean register-answers-201\?\); see --list-faults/,
    ],
    [
      ['mock', '--variant', 'nothing-like-it'],
      /^error: --variant: there is no nothing-like-it; see --list-variants\n$/,
    ],
  ])('in %j is named, with what was meant if that is near', async (words, message) => {
    const { code, stderr } = await runCommand(words, { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('in the environment is a note, and the run goes on', async () => {
    const env = {
      ...{ PRISM_RUN: '3', PRISM_UNLIKE_ANYTHING: '1', PRISM_KEY_PASSPHRASE: 'x' },
      ...{ PRISM_PASSWORD_ENV: 'PRISM_SECRET', PRISM_SECRET: 'x' },
    };
    const { stderr } = await runCommand(['run', '--max-age', 'x'], { cwd, env });
    expect(stderr.split('\n').slice(0, 2).toSorted()).toEqual([
      'note: the environment variable PRISM_RUN is no option and has no effect (did you mean PRISM_RUNS?)',
      'note: the environment variable PRISM_UNLIKE_ANYTHING is no option and has no effect',
    ]);
    expect(stderr.split('\n')[2]).toMatch(/^error: --max-age/);
  });
});

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish'])('prints a script for %s that calls the command', async (shell) => {
    const { code, stdout } = await runCommand(['completion', shell], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('prism-oauth-conformance complete --');
  });

  it('knows commands, options and the values of those that have few', async () => {
    const offered = async (...words: readonly string[]): Promise<readonly string[]> => {
      const { stdout } = await runCommand(['complete', '--', ...words], { cwd });
      return stdout.split('\n').map((line) => line.split('\t', 1)[0] ?? '');
    };
    expect(await offered('')).toEqual(expect.arrayContaining(commands));
    expect(await offered('run', '--max-f')).toContain('--max-failures');
    expect(await offered('run', '--level', '')).toEqual(expect.arrayContaining(['shape', 'OAuth']));
  });

  it('refuses another shell', async () => {
    const { code, stderr } = await runCommand(['completion', 'tcl'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("'tcl' is invalid");
  });
});
