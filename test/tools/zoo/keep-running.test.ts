import { tmpdir } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { areInstalled, mocksFolder } from '../../../tools/zoo/install-mocks.ts';
import { keepRunning } from '../../../tools/zoo/keep-running.ts';
import { mocks, scalar } from '../../../tools/zoo/mocks.ts';

const program =
  'require("http").createServer((q, s) => { if (q.url === "/crash") process.exit(3); s.end("up"); }).listen(PORT, "127.0.0.1")';

function script(source: string): (port: number) => readonly [string, ...string[]] {
  return (port) => [process.execPath, '-e', source.replace('PORT', String(port))];
}

describe('a mock', () => {
  it('that crashes is started again, and is gone when it is closed', async () => {
    const server = await keepRunning({ name: 'it', command: script(program), folder: tmpdir() });
    await expect(fetch(`${server.origin}/crash`)).rejects.toThrow();
    await server.ready();
    expect(await (await fetch(server.origin)).text()).toBe('up');
    await server.close();
    await expect(fetch(server.origin)).rejects.toThrow();
  });

  it.each([
    ['ends before it listens', script('process.exit(1)')],
    ['is not there', (): readonly [string] => ['/nowhere/no-such-program']],
  ])('that %s is told in one line', async (_name, command) => {
    const start = keepRunning({ name: 'it', command, folder: tmpdir() });
    await expect(start).rejects.toThrow(/^it does not start: [^\n]+$/);
  });

  it('has an id of its own', () => {
    expect(new Set(mocks.map(({ id }) => id)).size).toBe(mocks.length);
  });

  // The mocks are hundreds of megabytes that only `npm run zoo` installs. If they are installed, the smallest is
  // started.
  it('that is installed serves the contract', async () => {
    if (!(await areInstalled())) return;
    const document = `${process.cwd()}/spec/openapi.yaml`;
    const server = await keepRunning({
      name: scalar.name,
      command: (port) => scalar.command(document, port),
      folder: mocksFolder,
    });
    const answer = await fetch(`${server.origin}${scalar.basePath}/oauth/client/x`, {
      headers: { authorization: 'Basic YTpi' },
    });
    await server.close();
    expect(await answer.json()).toHaveProperty('client_id');
  });
});
