import { mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  beginClientLedger,
  endClientLedger,
  ClientLedger,
  LedgerWriteError,
} from '../../../driver/clients/client-ledger.ts';
import { ownProcess, processState } from '../../../driver/clients/process-mark.ts';
import { plainRequest } from '../../../driver/plain-request.ts';
import { readClientLedger, type LedgerState } from '../../../driver/clients/read-client-ledger.ts';
import { login, exchangeOf } from './fake-clients.ts';

const mark = 'k3j9x0aq2z';
const header = { target: 'https://pc.example:9440/v3', username: 'admin', mark };
const register = plainRequest(login, 'POST', '/oauth/client', {
  client_name: 'a',
  client_description: 'b',
  client_secret: 'not for any file',
});

let folder = '';
let file = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
  file = path.join(folder, 'ledger', 'run.jsonl');
  beginClientLedger(file, header, { ids: ['before-1'], isWhole: true });
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function stateOf(): Promise<LedgerState | null> {
  return readClientLedger(await readFile(file, 'utf8'));
}

describe('the ledger', () => {
  it('has a request in the file before it is sent', async () => {
    const ledger = new ClientLedger(file, 'a-password');
    let state: LedgerState | null = null;
    await ledger.record(async (request) => {
      state = await stateOf();
      return exchangeOf(request, 200, { client_id: 'c1' });
    })(register);
    ledger.close();
    expect(state).toMatchObject({ ...header, unnumbered: [{ name: 'a', description: 'b' }], unanswered: 1 });
  });

  it('knows what was created and what of it is gone', async () => {
    const ledger = new ClientLedger(file, 'a-password');
    const ids = ['c1', 'c2'];
    const send = ledger.record((request) =>
      Promise.resolve(exchangeOf(request, 200, { client_id: ids.shift() })),
    );
    await send(register);
    await send(register);
    await send(plainRequest(login, 'DELETE', '/oauth/client/c1'));
    ledger.close();
    expect(await stateOf()).toEqual({
      ...header,
      before: new Set(['before-1']),
      isBeforeWhole: true,
      created: new Map(['c1', 'c2'].map((id) => [id, [{ name: 'a', description: 'b' }]])),
      open: new Set(['c2']),
      unnumbered: [],
      unanswered: 0,
      processes: [ownProcess(), ownProcess()],
      hasEnded: false,
    });
  });

  it('has no id that holds the password, and finds such a client by its name', async () => {
    const ledger = new ClientLedger(file, 'kX7qL2mN9v');
    const id = 'client-KX7QL2MN9V';
    const send = ledger.record((request) => Promise.resolve(exchangeOf(request, 200, { client_id: id })));
    await send(register);
    await send(plainRequest(login, 'DELETE', `/oauth/client/${id}`));
    ledger.close();
    expect(await readFile(file, 'utf8')).not.toContain('KX7');
    expect(await stateOf()).toMatchObject({ unnumbered: [{ name: 'a', description: 'b' }], unanswered: 0 });
  });

  it('keeps the name of what was refused or not answered', async () => {
    const ledger = new ClientLedger(file, 'a-password');
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
      const ledger = new ClientLedger(file, 'a-password');
      await ledger.record((request) => Promise.resolve(exchangeOf(request, 200, { client_id: id })))(
        register,
      );
      ledger.close();
    }
    expect(await stateOf()).toMatchObject({
      created: new Map([['c1', [{ name: 'a', description: 'b' }]]]),
      unnumbered: [{ name: 'a' }],
    });
  });

  it('is for its owner only, and holds no secret', async () => {
    const ledger = new ClientLedger(file, 'a-password');
    await ledger.record((request) =>
      Promise.resolve(exchangeOf(request, 200, { client_id: 'c1', client_secret: 'chosen' })),
    )(register);
    ledger.close();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).not.toMatch(/not for any file|chosen|secret-word/);
  });
});

describe('a ledger that cannot be written', () => {
  it('is told by an error of its own', async () => {
    await rm(file);
    expect(() => new ClientLedger(file, 'a-password')).toThrow(LedgerWriteError);
    expect(() => {
      beginClientLedger(path.join(folder, 'none\0'), header, { ids: [], isWhole: true });
    }).toThrow(LedgerWriteError);
  });

  it('tells a full disk by the name that the system has for it', () => {
    expect(() => new ClientLedger('/dev/full', 'a-password')).toThrow(
      expect.objectContaining({ systemCode: 'ENOSPC' }),
    );
  });

  it('is no link to another file', async () => {
    await symlink(file, path.join(folder, 'link'));
    expect(() => new ClientLedger(path.join(folder, 'link'), 'a-password')).toThrow(LedgerWriteError);
  });
});

describe('a ledger of a run that has left something', () => {
  it('says that the run is over', async () => {
    endClientLedger(file);
    expect(await stateOf()).toMatchObject({ hasEnded: true });
  });
});

describe('the process that wrote a ledger', () => {
  it('is told from another that has its number since', () => {
    expect(processState(ownProcess())).toBe('runs');
    expect(processState({ ...ownProcess(), pid: 2 ** 22 + 1 })).toBe('gone');
    if (ownProcess().born !== null) expect(processState({ ...ownProcess(), born: '1' })).toBe('gone');
  });

  it('is not judged on another machine', () => {
    expect(processState({ ...ownProcess(), machine: 'elsewhere' })).toBe('unknown');
  });
});

describe('reading a ledger', () => {
  it('knows what stood there before only from a list that is whole, and whole in the ledger', async () => {
    const isKnown = (text: string): boolean | undefined => readClientLedger(text)?.isBeforeWhole;
    const text = await readFile(file, 'utf8');
    expect(isKnown(text)).toBe(true);
    for (const garbled of [
      text.replace('"before-1"', 'null'),
      text.replace('["before-1"]', 'null'),
      text.replace('["before-1"]', '"before-1"'),
      text.replace('"event":"before"', '"event":"befor"'),
      text.replace(/\n.*"before".*\n/, '\n'),
      text.replace('"isWhole":true', '"isWhole":false'),
      text.replace('"isWhole":true', '"isWhole":1'),
    ])
      expect(isKnown(garbled)).toBe(false);
  });

  it('says less for every byte that is missing at its end, and never more', async () => {
    const ledger = new ClientLedger(file, 'a-password');
    const ids = ['c1', 'c2', null];
    const send = ledger.record((request) =>
      Promise.resolve(exchangeOf(request, 200, { client_id: ids.shift() })),
    );
    for (let times = 0; times < 3; times += 1) await send(register);
    ledger.close();
    const whole = await readFile(file);
    for (let length = 0; length < whole.length; length += 1) {
      const state = readClientLedger(whole.subarray(0, length).toString());
      if (state === null) continue;
      expect(state.mark).toBe(mark);
      if (state.created.size > 0) expect(state).toMatchObject({ before: new Set(['before-1']) });
      if (!state.before.has('before-1')) expect(state.isBeforeWhole).toBe(false);
      expect([...state.created.keys()].filter((id) => !['c1', 'c2'].includes(id))).toEqual([]);
    }
  });

  it.each([
    '{"event":"sending","request":"r","client":{"name":7,"description":null}}',
    '{"event":"sending","request":"r","client":{"description":"d"}}',
    '{"event":"answered","request":"r","id":{"toString":1}}',
    '{"event":"answered","id":"c1"}',
    '{"event":"removed","id":null}',
    '{"event":"no such"}',
    '{"event":"opened","pid":"1","machine":"m"}',
    `{"event":"sending","request":"r","client":{"name":"${'n'.repeat(2 ** 21)}","description":null}}`,
  ])('takes nothing from a line of another form (%#)', async (line) => {
    const text = await readFile(file, 'utf8');
    expect(readClientLedger(`${text}${line}\n`)).toEqual(readClientLedger(text));
  });

  it('takes no mark that could stand in any text', async () => {
    const text = await readFile(file, 'utf8');
    for (const other of ['""', '"a"', 'null', '7'])
      expect(readClientLedger(text.replace(`"${mark}"`, other))).toMatchObject({ mark: null });
  });

  it('passes over a line that a crash has cut off', async () => {
    const text = `${await readFile(file, 'utf8')}{"event":"answered","requ`;
    expect(readClientLedger(text)).toMatchObject(header);
  });

  it.each(['', '{}', 'null', '[1]', '{"event":"removed","id":"c1"}'])('takes %j for none', (text) => {
    expect(readClientLedger(text)).toBeNull();
  });
});
