import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ResultFile } from '../../../reports/result-file.ts';
import { spawnReference } from '../../../targets/spawn-reference.ts';
import type { SpawnedReference } from '../../../targets/spawn-reference.ts';
import { clientsAt, openJestCommand, plainEnvironment } from './jest-command.ts';
import type { JestCommand } from './jest-command.ts';

let command: JestCommand;
let clean: SpawnedReference;
let faulty: SpawnedReference;
beforeAll(async () => {
  [clean, faulty] = await Promise.all([spawnReference(), spawnReference({ faults: ['kind-error'] })]);
});
afterAll(async () => {
  await Promise.all([clean.close(), faulty.close()]);
});
beforeEach(() => {
  command = openJestCommand();
});
afterEach(() => {
  command.remove();
});

const login = { PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u' };

/** Writes a Jest configuration of another repository, and returns the words that name it. */
function configure(projects: string): readonly string[] {
  const file = path.join(command.folder, 'jest.config.cjs');
  const entry = JSON.stringify(path.resolve('dist/api/jest.cjs'));
  writeFileSync(
    file,
    `const { conformanceProjects } = require(${entry});\nmodule.exports = { projects: [${projects}] };\n`,
  );
  return ['--config', file];
}

const project = (options: Readonly<Record<string, unknown>>): string =>
  `...conformanceProjects(${JSON.stringify({ runs: 10, ...options })})`;

/** The environment wins over a configuration, so nothing there may name what a configuration names. */
const unset = { PRISM_REPORT: '', PRISM_RUNS: '' };

describe('a Jest configuration', () => {
  it('may have the suites for two targets, each in a run with a report of its own', async () => {
    const first = {
      target: clean.url,
      operation: ['oauth_idp_login_get'],
      report: 'first',
      result: 'first.json',
    };
    const second = {
      target: faulty.url,
      operation: ['oauth_client_post'],
      report: 'second',
      result: 'second.json',
    };
    const words = configure(`${project(first)}, ${project(second)}`);
    const { code, stderr } = await command.run(words, { ...login, ...unset });
    expect(stderr).toMatch(/^Test Suites: 1 failed, 1 passed, 2 total$/m);
    expect(code).toBe(1);
    for (const [name, target] of [
      ['first', clean],
      ['second', faulty],
    ] as const) {
      const file = path.join(command.folder, `${name}.json`);
      expect((JSON.parse(readFileSync(file, 'utf8')) as ResultFile).target.url).toBe(target.url);
      expect(existsSync(path.join(command.folder, name, 'index.html'))).toBe(true);
    }
  });

  it('is refused if two runs would write to one report folder', async () => {
    const one = project({ target: clean.url, operation: ['oauth_idp_login_get'] });
    const other = project({ target: faulty.url, operation: ['oauth_idp_login_get'] });
    const { code, stderr } = await command.run(configure(`${one}, ${other}`), { ...login, ...unset });
    expect(stderr).toContain('error: PRISM_REPORT: another run of this Jest configuration writes to');
    expect(code).toBe(2);
  });

  it('is refused with the names of its options if they are wrong', async () => {
    const { code, stderr } = await command.run(configure(project({ target: clean.url, runs: 'many' })), {
      ...login,
      ...unset,
    });
    expect(stderr).toContain('error: the Jest configuration: runs: expected a whole number');
    expect(code).toBe(2);
  });

  it('may have own tests after the suites, which can be interrupted as ever', async () => {
    const test = path.join(command.folder, 'own', 'slow.test.js');
    mkdirSync(path.dirname(test));
    // The suites have ended when it begins: the sequencer of Jest runs it last, by its size.
    writeFileSync(
      test,
      "test('waits', async () => { process.stderr.write('WAITING'); await new Promise(() => {}); }, 60000);",
    );
    const own = `{ displayName: 'own', rootDir: ${JSON.stringify(path.dirname(test))} }`;
    const suites = project({ target: clean.url, operation: ['oauth_idp_login_get'], noReport: true });
    const { seen, signal } = await interruptAt('WAITING', configure(`${suites}, ${own}`));
    expect(seen).toContain('PASS oauth_idp_login_get');
    expect(signal).toBe('SIGINT');
  });
});

describe('a run under Jest', () => {
  it('does not go on with the next target after Ctrl+C', async () => {
    const one = project({ target: clean.url, runs: 4000, noReport: true, report: 'r' });
    const other = project({
      target: faulty.url,
      operation: ['oauth_client_post'],
      noReport: true,
      report: 's',
    });
    const { seen, code } = await interruptAt('PASS oauth_authorize_post', configure(`${one}, ${other}`));
    expect(seen.match(/^exit \d+:/gm)).toEqual(['exit 130:']);
    expect(code).toBe(130);
  });

  it('does not go on with the next target after a bail', async () => {
    const one = project({ target: faulty.url, operation: ['oauth_client_post'], report: 'first' });
    const other = project({ target: faulty.url, operation: ['oauth_client_post'], report: 'second' });
    const words = ['--bail', ...configure(`${one}, ${other}`)];
    const { code, stderr } = await command.run(words, { ...login, ...unset });
    expect(stderr.match(/^exit \d+:/gm)).toEqual(['exit 1:']);
    expect(code).toBe(1);
  });

  it('ends in an orderly way at Ctrl+C: it reports, removes what it made, and exits with 130', async () => {
    const words = configure(project({ target: clean.url, runs: 4000, noReport: true, report: 'r' }));
    const { seen, code } = await interruptAt('PASS oauth_authorize_post', words);
    expect(seen).toContain('exit 130: interrupted; only what was judged until then is reported');
    expect(code).toBe(130);
    expect(existsSync(path.join(command.folder, 'r', 'ledger'))).toBe(false);
    expect(await clientsAt(clean)).toBe(0);
  });
});

interface Interrupted {
  readonly seen: string;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Runs Jest, sends it SIGINT once it has printed a text, and waits for its end. */
function interruptAt(text: string, words: readonly string[]): Promise<Interrupted> {
  const jest = path.resolve('node_modules/jest/bin/jest.js');
  const child = spawn(process.execPath, [jest, '--runInBand', ...words], {
    env: plainEnvironment({ ...login }),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let seen = '';
  let isSent = false;
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    seen += part;
    if (isSent || !seen.includes(text)) return;
    isSent = true;
    child.kill('SIGINT');
  });
  return new Promise((resolve) => {
    child.once('close', (code, signal) => {
      resolve({ seen, code, signal });
    });
  });
}
