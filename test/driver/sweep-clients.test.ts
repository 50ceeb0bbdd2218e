import { describe, expect, it } from '@jest/globals';
import { listClients } from '../../driver/list-clients.ts';
import type { LedgerState } from '../../driver/read-ledger.ts';
import { sweepClients } from '../../driver/sweep-clients.ts';
import { account, exchangeOf, fakeClients, type FakeClient } from './fake-clients.ts';

const client = (id: string, name: string, description = ''): FakeClient => ({
  client_id: id,
  client_name: name,
  client_description: description,
});
const ledger = (facts: Partial<LedgerState> = {}): LedgerState => ({
  target: 't',
  username: 'admin',
  before: new Set(),
  isBeforeWhole: true,
  created: new Set(),
  open: new Set(),
  unnumbered: [],
  unanswered: 0,
  ...facts,
});
const plan = (...ledgers: readonly LedgerState[]) => ({ ledgers, prefix: null, maxPages: 10 });

describe('listing clients', () => {
  const many = Array.from({ length: 45 }, (_, index) => client(`c${index}`, 'x'));

  it('goes on where a target caps its pages', async () => {
    const list = await listClients(fakeClients(many, 20).send, account, 10);
    expect(list.clients).toHaveLength(45);
    expect(list.isComplete).toBe(true);
  });

  it('ends where a target ignores the offset', async () => {
    const entities = many.slice(0, 3);
    const list = await listClients(
      (request) => Promise.resolve(exchangeOf(request, 200, { entities })),
      account,
      10,
    );
    expect(list).toMatchObject({ isComplete: true, clients: [{ id: 'c0' }, { id: 'c1' }, { id: 'c2' }] });
  });

  it('says where there is too much of it, or no list', async () => {
    expect((await listClients(fakeClients(many, 20).send, account, 2)).isComplete).toBe(false);
    for (const [status, json] of [
      [500, {}],
      [200, { entities: null }],
      [200, []],
      [null, {}],
    ] as const) {
      const list = await listClients(
        (request) => Promise.resolve(exchangeOf(request, status, json)),
        account,
        9,
      );
      expect(list).toEqual({ clients: [], isComplete: false, isWhole: false });
    }
  });
});

describe('a sweep', () => {
  it('removes what a ledger knows by id, listed or not, and nothing else', async () => {
    const target = fakeClients([client('c1', 'a'), client('c2', 'a')]);
    const sweep = await sweepClients(
      target.send,
      account,
      plan(ledger({ created: new Set(['c1']), open: new Set(['c1', 'gone']) })),
    );
    expect(target.ids()).toEqual(['c2']);
    expect(sweep).toMatchObject({ removed: [{ id: 'c1' }], left: [], isComplete: true });
  });

  it('removes what is called and described as a request was that no id is known of', async () => {
    const target = fakeClients([
      client('c1', 'a', 'ours'),
      client('c2', 'a', 'theirs'),
      client('c3', 'b', 'ours'),
    ]);
    await sweepClients(
      target.send,
      account,
      plan(ledger({ unnumbered: [{ name: 'a', description: 'ours' }] })),
    );
    expect(target.ids()).toEqual(['c2', 'c3']);
  });

  it('spares what stood there before the run, whatever it is called and whoever says it is ours', async () => {
    const target = fakeClients([client('c1', 'a', 'ours')]);
    const before = new Set(['c1']);
    const state = ledger({
      before,
      created: before,
      open: before,
      unnumbered: [{ name: 'a', description: 'ours' }],
    });
    await sweepClients(target.send, account, plan(state));
    expect(target.ids()).toEqual(['c1']);
  });

  it('removes by prefix only where one is given', async () => {
    const clients = [client('c1', 'conformance-x'), client('c2', 'my conformance-x')];
    const spared = fakeClients(clients);
    await sweepClients(spared.send, account, plan(ledger()));
    expect(spared.ids()).toEqual(['c1', 'c2']);
    const swept = fakeClients(clients);
    await sweepClients(swept.send, account, { ledgers: [], prefix: 'conformance-', maxPages: 10 });
    expect(swept.ids()).toEqual(['c2']);
  });

  it('tells what a target says it removed and keeps', async () => {
    const target = fakeClients([client('c1', 'a')]);
    const sweep = await sweepClients(
      (request) =>
        request.method === 'DELETE' ? Promise.resolve(exchangeOf(request, 200)) : target.send(request),
      account,
      plan(ledger({ created: new Set(['c1']), open: new Set(['c1']) })),
    );
    expect(sweep).toMatchObject({ removed: [], left: [{ id: 'c1' }] });
  });

  it('asks again where a gateway refuses once', async () => {
    const target = fakeClients([client('c1', 'a')]);
    let refusals = 0;
    const sweep = await sweepClients(
      (request) =>
        request.method === 'DELETE' && (refusals += 1) === 1
          ? Promise.resolve(exchangeOf(request, 401))
          : target.send(request),
      account,
      plan(ledger({ created: new Set(['c1']), open: new Set(['c1']) })),
    );
    expect(sweep.removed).toHaveLength(1);
    expect(target.ids()).toEqual([]);
  });
});
