import { describe, expect, it } from '@jest/globals';
import type { Exchange, WireRequest } from '../../../driver/exchange.ts';
import { listClients } from '../../../driver/clients/list-clients.ts';
import type { LedgerState, SentClient } from '../../../driver/clients/read-client-ledger.ts';
import { sweepClients } from '../../../driver/clients/sweep-clients.ts';
import type { Sweep, SweepPlan } from '../../../driver/clients/sweep-clients.ts';
import { limitAfter, monotonicMs, noLimit } from '../../../driver/time-limit.ts';
import { login, exchangeOf, fakeClients } from './fake-clients.ts';
import type { FakeClient } from './fake-clients.ts';

const mark = 'k3j9x0aq2z';
const client = (id: string, name: string, description = ''): FakeClient => ({
  client_id: id,
  client_name: name,
  client_description: description,
});
const ledger = (facts: Partial<LedgerState> = {}): LedgerState => ({
  ...{ target: 't', username: 'admin', mark },
  before: new Set(),
  isBeforeWhole: true,
  created: new Map(),
  open: new Set(),
  unnumbered: [],
  unanswered: 0,
  ...{ processes: [], hasEnded: false },
  ...facts,
});
/** A ledger that knows clients by id, each with what its request sent. */
const knowing = (
  created: Readonly<Record<string, readonly SentClient[]>>,
  facts: Partial<LedgerState> = {},
): LedgerState =>
  ledger({ created: new Map(Object.entries(created)), open: new Set(Object.keys(created)), ...facts });

type Send = (request: WireRequest) => Promise<Exchange>;
const sweep = (send: Send, ledgers: readonly LedgerState[], plan: Partial<SweepPlan> = {}): Promise<Sweep> =>
  sweepClients(send, login, { ledgers, prefix: null, maxPages: 10, limit: noLimit, ...plan });
/** A target whose list returns these pages in turn, whatever is requested. */
function listShowing(
  pages: readonly (readonly unknown[])[],
  totals: readonly number[],
): { readonly send: Send } {
  const left = pages.entries();
  const send: Send = (request) => {
    const [page, entities] = left.next().value ?? [pages.length, []];
    return Promise.resolve(exchangeOf(request, 200, { entities, metadata: { total_matches: totals[page] } }));
  };
  return { send };
}
const never = new Promise<Exchange>(() => undefined);

describe('listing clients', () => {
  const many = Array.from({ length: 45 }, (_, index) => client(`c${index}`, 'x'));

  it('goes on where a target caps its pages', async () => {
    const list = await listClients(fakeClients(many, 20).send, login, 10);
    expect(list.clients).toHaveLength(45);
    expect(list.isComplete).toBe(true);
  });

  it('ends where a target ignores the offset', async () => {
    const entities = many.slice(0, 3);
    const list = await listClients(
      (request) => Promise.resolve(exchangeOf(request, 200, { entities })),
      login,
      10,
    );
    expect(list).toMatchObject({ isComplete: true, clients: [{ id: 'c0' }, { id: 'c1' }, { id: 'c2' }] });
  });

  it('is whole where somebody registers clients while it is read', async () => {
    // Sorted by name, like a list without a requested order. New clients come first.
    const pages = [many, many.slice(-3)];
    for (const totals of [[], [45, 48]]) {
      const { send } = listShowing(pages, totals);
      expect(await listClients(send, login, 10)).toMatchObject({ isComplete: true, isWhole: true });
    }
  });

  it.each([
    ['shows its first page again', [many, many], []],
    ['shows the beginning of its first page again', [many, many.slice(0, 3)], []],
    ['says that there are more', [many, many.slice(-3)], [45, 60]],
    ['said that there are more', [many, many.slice(-3)], [60, 48]],
    ['has a client without an id', [[...many, { client_name: 'x' }], []], []],
  ] as const)('is not whole where it %s', async (_name, pages, totals) => {
    const list = await listClients(listShowing(pages, totals).send, login, 10);
    expect(list).toMatchObject({ isComplete: true, isWhole: false });
  });

  it('says where there is too much of it, or no list', async () => {
    expect((await listClients(fakeClients(many, 20).send, login, 2)).isComplete).toBe(false);
    for (const [status, json] of [
      [500, {}],
      [200, { entities: null }],
      [200, []],
      [null, {}],
    ] as const) {
      const list = await listClients(
        (request) => Promise.resolve(exchangeOf(request, status, json)),
        login,
        9,
      );
      expect(list).toEqual({ clients: [], isComplete: false, isWhole: false });
    }
  });

  it('ends with its limit, with what it has seen, also while a page has no answer', async () => {
    let pages = 0;
    const list = await listClients(
      (request) => {
        pages += 1;
        return pages > 2 ? never : fakeClients(many, 20).send(request);
      },
      login,
      1000,
      limitAfter(300),
    );
    expect(list.clients).toHaveLength(40);
    expect(list.isComplete).toBe(false);
  });
});

describe('a sweep by id', () => {
  it('removes what is marked or as it was sent, listed or not, and nothing else', async () => {
    const target = fakeClients([
      client('c1', `a ${mark}`),
      client('c2', 'a', 'b'),
      client('c3', 'shouted', mark.toUpperCase()),
      client('c4', 'a', 'b'),
    ]);
    const state = knowing({ c1: [], c2: [{ name: 'a', description: 'b' }], c3: [], gone: [] });
    const { removed, left, isComplete } = await sweep(target.send, [state]);
    expect(target.ids()).toEqual(['c4']);
    expect(removed.map(({ id }) => id).sort()).toEqual(['c1', 'c2', 'c3']);
    expect({ left, isComplete }).toEqual({ left: [], isComplete: true });
  });

  it('does not touch another client that a request was answered with', async () => {
    const target = fakeClients([client('c1', 'portal', 'of another team')]);
    const swept = await sweep(target.send, [knowing({ c1: [{ name: 'a', description: 'b' }] })]);
    expect(target.ids()).toEqual(['c1']);
    expect(swept).toMatchObject({ removed: [], left: [], doubtful: [{ id: 'c1', name: 'portal' }] });
  });

  it('removes what cannot be read only where it is known what stood there before', async () => {
    for (const isBeforeWhole of [true, false]) {
      const target = fakeClients([client('c1', 'a', 'b')]);
      const send: Send = (request) =>
        request.method === 'DELETE' ? target.send(request) : Promise.resolve(exchangeOf(request, 500));
      await sweep(send, [knowing({ c1: [{ name: 'a', description: 'b' }] }, { isBeforeWhole })]);
      expect(target.ids()).toEqual(isBeforeWhole ? [] : ['c1']);
    }
  });

  it('does not take another client for the one that it asked for', async () => {
    const target = fakeClients([client('c1', 'portal')]);
    const send: Send = (request) =>
      request.method === 'GET'
        ? Promise.resolve(exchangeOf(request, 200, client('c9', `a ${mark}`)))
        : target.send(request);
    await sweep(send, [knowing({ c1: [] })]);
    expect(target.ids()).toEqual(['c1']);
  });

  it('removes by id where the list has no end, fails or hangs', async () => {
    let made = 0;
    const growing = (request: WireRequest): Exchange =>
      exchangeOf(request, 200, {
        entities: Array.from({ length: 50 }, () => client(`x${(made += 1)}`, 'x')),
      });
    for (const list of [
      (request: WireRequest) => Promise.resolve(growing(request)),
      (request: WireRequest) => Promise.resolve(exchangeOf(request, 500)),
      () => never,
    ]) {
      const target = fakeClients([client('c1', mark)]);
      const send: Send = (request) => (request.path.endsWith('/list') ? list(request) : target.send(request));
      const swept = await sweep(send, [knowing({ c1: [] })], { limit: limitAfter(1000) });
      expect(target.ids()).toEqual([]);
      expect(swept).toMatchObject({ removed: [{ id: 'c1' }], isComplete: false });
    }
  });
});

describe('a sweep by name', () => {
  const sent = { name: `a ${mark}`, description: 'ours' };

  it('removes what bears the mark and is as a request that no id is known of', async () => {
    const target = fakeClients([client('c1', sent.name, 'ours')]);
    await sweep(target.send, [ledger({ unnumbered: [sent] })]);
    expect(target.ids()).toEqual([]);
  });

  it('does not touch a namesake of another run, nor what bears the mark and was not sent so', async () => {
    const namesake = client('c1', 'a', 'ours');
    const otherRun = client('c2', 'a zzzzzzzzzz', 'ours');
    const renamed = client('c3', sent.name, 'theirs');
    const target = fakeClients([namesake, otherRun, renamed]);
    const swept = await sweep(target.send, [
      ledger({ unnumbered: [sent, { name: 'a', description: 'ours' }] }),
    ]);
    expect(target.ids()).toEqual(['c1', 'c2', 'c3']);
    expect(swept.removed).toEqual([]);
    expect(swept.doubtful.map(({ id }) => id).sort()).toEqual(['c1', 'c3']);
  });

  it('removes nothing by name for a ledger without a mark', async () => {
    const target = fakeClients([client('c1', 'a', 'ours')]);
    await sweep(target.send, [ledger({ mark: null, unnumbered: [{ name: 'a', description: 'ours' }] })]);
    expect(target.ids()).toEqual(['c1']);
  });

  it('removes what a lenient target made of a body that is not JSON', async () => {
    const text = `{"client_name":"a ${mark}","client_description":"ours",}`;
    const target = fakeClients([client('c1', `a ${mark}`, 'ours'), client('c2', `b ${mark}`, 'ours')]);
    await sweep(target.send, [ledger({ unnumbered: [{ text }] })]);
    expect(target.ids()).toEqual(['c2']);
  });

  it('removes by prefix only where one is given, and never what a run that goes on has made', async () => {
    const clients = [
      client('c1', 'conformance-x'),
      client('c2', 'my conformance-x'),
      client('c3', `conformance-${mark}-x`),
      client('c4', 'conformance-y'),
    ];
    const spared = fakeClients(clients);
    await sweep(spared.send, [ledger({ mark: 'zzzzzzzzzz' })]);
    expect(spared.ids()).toEqual(['c1', 'c2', 'c3', 'c4']);
    const swept = fakeClients(clients);
    await sweep(swept.send, [], { prefix: 'conformance-', running: [knowing({ c4: [] })] });
    expect(swept.ids()).toEqual(['c2', 'c3', 'c4']);
  });
});

describe('a sweep', () => {
  it('spares what stood there before the run, whatever it is called and whoever says it is ours', async () => {
    const target = fakeClients([client('c1', `a ${mark}`, 'ours')]);
    const state = knowing(
      { c1: [{ name: `a ${mark}`, description: 'ours' }] },
      { before: new Set(['c1']), unnumbered: [{ name: `a ${mark}`, description: 'ours' }] },
    );
    await sweep(target.send, [state]);
    expect(target.ids()).toEqual(['c1']);
  });

  it('only looks where it is dry', async () => {
    const target = fakeClients([client('c1', mark)]);
    const swept = await sweep(target.send, [knowing({ c1: [] })], { isDry: true });
    expect(swept.removed).toHaveLength(1);
    expect(target.ids()).toEqual(['c1']);
  });

  it('tells what a target says it removed and keeps', async () => {
    const target = fakeClients([client('c1', mark)]);
    const { removed, left } = await sweep(
      (request) =>
        request.method === 'DELETE' ? Promise.resolve(exchangeOf(request, 200)) : target.send(request),
      [knowing({ c1: [] })],
    );
    expect(removed).toEqual([]);
    expect(left).toMatchObject([{ id: 'c1', reason: expect.stringContaining('still there') }]);
  });

  it('asks again where a gateway refuses once', async () => {
    const target = fakeClients([client('c1', mark)]);
    let refusals = 0;
    const { removed } = await sweep(
      (request) =>
        request.method === 'DELETE' && (refusals += 1) === 1
          ? Promise.resolve(exchangeOf(request, 401))
          : target.send(request),
      [knowing({ c1: [] })],
    );
    expect(removed).toHaveLength(1);
    expect(target.ids()).toEqual([]);
  });

  const many = Array.from({ length: 60 }, (_, index) => client(`c${index}`, mark));
  const all = knowing(Object.fromEntries(many.map(({ client_id }) => [client_id, []])));

  it('works side by side', async () => {
    const target = fakeClients(many);
    let flying = 0;
    let most = 0;
    await sweep(
      async (request) => {
        flying += 1;
        most = Math.max(most, flying);
        await new Promise(setImmediate);
        flying -= 1;
        return target.send(request);
      },
      [all],
      { concurrency: 6 },
    );
    expect(target.ids()).toEqual([]);
    expect(most).toBe(6);
  });

  it('stops where deletions have no answer in a row, and tells all that is left', async () => {
    const target = fakeClients(many);
    let deletions = 0;
    const { left, removed } = await sweep(
      (request) => {
        if (request.method !== 'DELETE') return target.send(request);
        deletions += 1;
        return Promise.resolve(exchangeOf(request, null));
      },
      [all],
    );
    expect(deletions).toBeLessThan(20);
    expect(removed).toEqual([]);
    expect(left).toHaveLength(60);
    expect(left.at(-1)?.reason).toBe('the target no longer answers');
  });

  it('ends with its limit while a deletion is never answered', async () => {
    const target = fakeClients(many);
    const startedAt = monotonicMs();
    const { left } = await sweep(
      (request) => (request.method === 'DELETE' ? never : target.send(request)),
      [all],
      { limit: limitAfter(400) },
    );
    expect(monotonicMs() - startedAt).toBeLessThan(5000);
    expect(left).toHaveLength(60);
  });
});
