import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnReference, type SpawnedReference } from '../../targets/spawn-reference.ts';
import { documentedCommands, pages } from './commands.ts';

/** Commands that are not run here, by how they begin, with the reason. */
const notRun: readonly (readonly [beginning: string, reason: string])[] = [
  ['npm ci', 'installs, as was done before the tests; that npm would do it is tested below'],
  ['npm install', 'installs; the package job packs, installs and runs the package'],
  ['npx jest', 'test/docs/jest-page.test.ts runs each'],
  ['npm run check', 'runs this test'],
  ['npx --yes @stoplight/prism-cli', 'a mock of others; "npm run zoo" installs and drives it'],
];

const isRecording = (line: string): boolean => line.includes(' record ');
const isMerging = (line: string): boolean => line.includes(' merge ');

const { scripts, bin } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
};

const reasonOf = (line: string): string | null =>
  notRun.find(([beginning]) => line.startsWith(beginning))?.[1] ?? null;

const cwd = mkdtempSync(path.join(tmpdir(), 'conformance-docs-'));
let build: SpawnedReference;
let mock: SpawnedReference;
beforeAll(async () => {
  [build, mock] = await Promise.all([spawnReference(), spawnReference()]);
});
afterAll(async () => {
  await Promise.all([build.close(), mock.close()]);
  rmSync(cwd, { recursive: true, force: true });
});

/** The command as a reader would paste it, against targets that exist here. */
function here(line: string): string {
  return line
    .replace(
      /^(?:npm run -s conformance --|npx prism-oauth-conformance|prism-oauth-conformance)/,
      'conformance',
    )
    .replaceAll(/https:\/\/pc\.example:9440(\/\S*)?/g, new URL(build.url).origin)
    .replaceAll('http://127.0.0.1:4010', new URL(mock.url).origin)
    .replaceAll(/ --ca \S+/g, '')
    .replaceAll(/ --rate \S+/g, '');
}

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a command in the folder of all. One that serves until it is stopped is stopped once it serves. */
function run(line: string): Promise<Ended> {
  const outer = Object.entries(process.env).filter(([name]) => !name.startsWith('PRISM_'));
  const command = `conformance() { exec '${process.execPath}' '${path.resolve('dist/cli/main.js')}' "$@"; }\n${here(line)}`;
  const env = {
    ...Object.fromEntries(outer),
    ...{ PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u', PRISM_RUNS: '3', PRISM_SEED: '7' },
    PRISM_OPERATION: 'oauth_idp_login_get',
    // The history is written with the report.
    PRISM_NO_REPORT: line.includes('--history') ? '' : 'true',
  };
  // A trace decides itself which cases there are.
  const own =
    line.includes('--from') || line.includes('.har') ? { ...env, PRISM_RUNS: '', PRISM_SEED: '' } : env;
  const recorded = isRecording(line) ? env : own;
  const child = spawn('sh', ['-c', command], { cwd, env: recorded, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('stop with Ctrl+C')) child.kill('SIGTERM');
    });
  return new Promise((resolve) => {
    child.once('close', (code) => {
      resolve({ code, output });
    });
  });
}

describe('every command in the documents', () => {
  const commands = documentedCommands();
  const lines = [...new Set(commands.map(({ line }) => line))].filter((line) => reasonOf(line) === null);
  // What one page records, others use, and shards are merged once they are there.
  const placeOf = (line: string): number => (isRecording(line) ? 0 : isMerging(line) ? 2 : 1);
  const inOrder = lines.toSorted((one, other) => placeOf(one) - placeOf(other));

  it.each(inOrder)(
    'does what it says: %s',
    async (line) => {
      // The page has recorded an earlier build in the same way.
      if (line.includes('pc-2024.1.json'))
        copyFileSync(path.join(cwd, 'pc-2024.3.json'), path.join(cwd, 'pc-2024.1.json'));
      // Each node has another shard.
      for (const shard of line.includes('--shard 1/4') ? [2, 3, 4] : [])
        await run(line.replace('1/4', `${shard}/4`).replace('shard-1', `shard-${shard}`));
      const ended = await run(line);
      expect(ended).toEqual({ ...ended, code: 0 });
    },
    120_000,
  );

  it('is run here, or listed with the reason why not', () => {
    expect(lines.length).toBeGreaterThan(8);
    const idle = notRun.filter(([beginning]) => !commands.some(({ line }) => line.startsWith(beginning)));
    expect(idle).toEqual([]);
  });

  it('installs what the manifest and its lock agree on', async () => {
    expect(await run(`cd '${process.cwd()}' && npm ci --dry-run --ignore-scripts --offline`)).toMatchObject({
      code: 0,
    });
  }, 60_000);

  it('names scripts of npm that there are', () => {
    const named = pages.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/\bnpm run (?:-s )?([a-z][\w:-]*)/g)].map(
        ([, name = '']) => name,
      ),
    );
    expect(named.length).toBeGreaterThan(20);
    expect([...new Set(named)].filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it('calls the command that is run here', () => {
    expect(scripts['conformance']).toMatch(/ && node dist\/cli\/main\.js$/);
    expect(bin).toEqual({ 'prism-oauth-conformance': 'dist/cli/main.js' });
  });
});

describe('docs/troubleshooting.md', () => {
  const sources = ['cli', 'run', 'driver'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(path.join(folder, file), 'utf8')),
  );
  const text = [...sources, readFileSync('node_modules/commander/lib/command.js', 'utf8')].join('\n');
  const page = readFileSync('docs/troubleshooting.md', 'utf8');
  const messages = [...page.matchAll(/^\| `(.*?)` +\|/gm)].map(([, message = '']) => message);

  it.each(messages)('quotes a message that the code has: %s', (message) => {
    const parts = message.split(/ ?\(…\)|…|"/).map((part) => part.trim());
    expect(parts.filter((part) => !text.includes(part))).toEqual([]);
  });

  it('has messages', () => {
    expect(messages.length).toBeGreaterThan(10);
  });
});

describe('docs/ci/Dockerfile', () => {
  const lines = readFileSync('docs/ci/Dockerfile', 'utf8').split('\n');

  it('explains each of its lines, has pinned bases, and does not run as root', () => {
    const images = lines.filter((line) => line.startsWith('FROM '));
    expect(images).toHaveLength(2);
    for (const image of images) expect(image).toMatch(/^FROM node:20\.\d+\.\d+-slim( AS \w+)?$/);
    expect(lines.indexOf('USER node')).toBeGreaterThan(lines.lastIndexOf(images[1] ?? ''));
    expect(lines.find((line) => line.startsWith('ENTRYPOINT'))).toBe(
      'ENTRYPOINT ["prism-oauth-conformance"]',
    );
  });
});
