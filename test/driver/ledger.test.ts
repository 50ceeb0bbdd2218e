import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { beginLedger, Ledger } from '../../driver/ledger.ts';
import { plainRequest } from '../../driver/plain-request.ts';
import { readLedger, type LedgerState } from '../../driver/read-ledger.ts';
import { account, exchangeOf } from './fake-clients.ts';

const header = { target: 'https://pc.example:9440/v3', username: 'admin' };
const register = plainRequest(account, 'POST', '/oauth/client', {
  client_name: 'a',
  client_description: 'b',
  client_secret: 'not for any file',
});

let folder = '';
let file = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
  file = path.join(folder, 'ledger', 'run.jsonl');
  beginLedger(file, header, ['before-1']);
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function stateOf(): Promise<LedgerState | null> {
  return readLedger(await readFile(file, 'utf8'));
}

describe('the ledger', () => {
  it('has a request in the file before it is sent', async () => {
    const ledger = new Ledger(file, 'a-password');
    let state: LedgerState | null = null;
    await ledger.record(async (request) => {
      state = await stateOf();
      return exchangeOf(request, 200, { client_id: 'c1' });
    })(register);
    ledger.close();
    expect(state).toMatchObject({ ...header, unnumbered: [{ name: 'a', description: 'b' }], unanswered: 1 });
  });

  it('knows what was created and what of it is gone', async () => {
    const ledger = new Ledger(file, 'a-password');
    const ids = ['c1', 'c2'];
    const send = ledger.record((request) =>
      Promise.resolve(exchangeOf(request, 200, { client_id: ids.shift() })),
    );
    await send(register);
    await send(register);
    await send(plainRequest(account, 'DELETE', '/oauth/client/c1'));
    ledger.close();
    expect(await stateOf()).toEqual({
      ...header,
      before: new Set(['before-1']),
      created: new Set(['c1', 'c2']),
      open: new Set(['c2']),
      unnumbered: [],
      unanswered: 0,
    });
  });

  it('has no id that holds the password, and finds such a client by its name', async () => {
    const ledger = new Ledger(file, 'kX7qL2mN9v');
    const id = 'client-KX7QL2MN9V';
    const send = ledger.record((request) => Promise.resolve(exchangeOf(request, 200, { client_id: id })));
    await send(register);
    await send(plainRequest(account, 'DELETE', `/oauth/client/${id}`));
    ledger.close();
    expect(await readFile(file, 'utf8')).not.toContain('KX7');
    expect(await stateOf()).toMatchObject({ unnumbered: [{ name: 'a', description: 'b' }], unanswered: 0 });
  });

  it('keeps the name of what was refused or not answered', async () => {
    const ledger = new Ledger(file, 'a-password');
    const statuses = [400, null];
    const send = ledger.record((request) => Promise.resolve(exchangeOf(request, statuses.shift() ?? null)));
    await send(register);
    await send(register);
    ledger.close();
    expect(await stateOf()).toMatchObject({
      unnumbered: [{ name: 'a' }, { name: 'a' }],
      unanswered: 1,
    });
  });

  it('tells requests of several openings apart', async () => {
    for (const id of ['c1', null]) {
      const ledger = new Ledger(file, 'a-password');
      await ledger.record((request) => Promise.resolve(exchangeOf(request, 200, { client_id: id })))(
        register,
      );
      ledger.close();
    }
    expect(await stateOf()).toMatchObject({ created: new Set(['c1']), unnumbered: [{ name: 'a' }] });
  });

  it('is for its owner only, and holds no secret', async () => {
    const ledger = new Ledger(file, 'a-password');
    await ledger.record((request) =>
      Promise.resolve(exchangeOf(request, 200, { client_id: 'c1', client_secret: 'chosen' })),
    )(register);
    ledger.close();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).not.toMatch(/not for any file|chosen|secret-word/);
  });
});

describe('reading a ledger', () => {
  it('passes over a line that a crash has cut off', async () => {
    const text = `${await readFile(file, 'utf8')}{"event":"answered","requ`;
    expect(readLedger(text)).toMatchObject(header);
  });

  it.each(['', '{}', 'null', '[1]', '{"event":"removed","id":"c1"}'])('takes %j for none', (text) => {
    expect(readLedger(text)).toBeNull();
  });
});
