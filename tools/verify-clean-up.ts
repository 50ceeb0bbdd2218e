import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { listClients } from '../driver/list-clients.ts';
import { openTarget } from '../driver/open-target.ts';
import { plainRequest } from '../driver/plain-request.ts';
import { deriveSeed } from '../suites/engine/seed.ts';
import { spawnReference } from '../targets/spawn-reference.ts';
import { Tally } from './tally.ts';

/**
 * Proves that a run which is killed leaves nothing that `clean` does not remove, and that `clean` removes nothing
 * else: runs against a target that others use are killed at random moments. `verify-clean-up.js N` kills N runs.
 */
const kills = Number(process.argv[2] ?? 8);
const main = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'cli', 'main.js');
const folder = await mkdtemp(path.join(tmpdir(), 'conformance-verify-'));
const reference = await spawnReference();
const account = { basePath: new URL(reference.url).pathname, username: 'admin', password: 'nutanix/4u' };
const target = openTarget({ origin: new URL(reference.url).origin, connections: 1, timeoutMs: 10_000 });
const env = { ...process.env, PRISM_USERNAME: account.username, PRISM_PASSWORD: account.password };
const words = ['--target', reference.url, '--report', folder];
const tally = new Tally();

try {
  // Of somebody else, and called as the clients of the set-up are.
  const others = await Promise.all(['conformance-client', 'portal'].map(register));
  let found = 0;
  for (let kill = 0; kill < kills; kill += 1) found += await killAndClean(kill, new Set(others));
  process.stdout.write(`${kills} runs killed, ${found} clients found after them\n`);
  tally.expectNone('killed runs leave something to remove', found === 0 ? [found] : [], String);
} finally {
  await target.close();
  await reference.close();
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = tally.finish();

/** Gives how many clients the killed run left. */
async function killAndClean(kill: number, others: ReadonlySet<string>): Promise<number> {
  // Every third run has workers: processes that outlive the one that is killed.
  const workers = kill % 3 === 2 ? ['--workers', '2'] : [];
  const options = ['--seed', String(kill), '--no-report', ...words, ...workers];
  const run = spawn(process.execPath, [main, 'run', ...options], { env, stdio: 'ignore' });
  const isOver = new Promise<void>((resolve) =>
    run.once('exit', () => {
      resolve();
    }),
  );
  const momentMs = (deriveSeed(1, 'kill', kill) >>> 0) % 1500;
  // Counted from the first client: how long a run takes to begin depends on the machine.
  while (run.exitCode === null && (await clientIds()).length === others.size) await wait(10);
  await wait(momentMs);
  run.kill('SIGKILL');
  await isOver;
  const left = (await clientIds()).filter((id) => !others.has(id));
  const code = await clean();
  tally.expectNone(`clean ends well after a kill at ${momentMs} ms`, code === 0 ? [] : [code], String);
  const after = await clientIds();
  tally.expectNone(
    `nothing is left after a kill at ${momentMs} ms`,
    after.filter((id) => !others.has(id)),
    String,
  );
  tally.expectNone(
    'what others made stays',
    [...others].filter((id) => !after.includes(id)),
    String,
  );
  return left.length;
}

function clean(): Promise<number> {
  return new Promise((resolve) => {
    execFile(process.execPath, [main, 'clean', ...words], { env }, (error) => {
      resolve(error === null ? 0 : Number(error.code));
    });
  });
}

async function clientIds(): Promise<readonly string[]> {
  const { clients } = await listClients((request) => target.send(request), account, 1000);
  return clients.map(({ id }) => id);
}

async function register(name: string): Promise<string> {
  const body = {
    client_name: name,
    client_description: 'Somebody else’s.',
    redirect_uris: ['https://portal.example.com/'],
    default_scopes: ['all'],
  };
  const { response } = await target.send(plainRequest(account, 'POST', '/oauth/client', body));
  return String((response?.json as { readonly client_id?: unknown } | undefined)?.client_id);
}
