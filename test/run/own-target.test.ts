import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WithheldRequest } from '../../driver/clients/foreign-value.ts';
import { clientPath, plainRequest } from '../../driver/plain-request.ts';
import { settingsOf } from '../../run/options/run-settings.ts';
import { openOwnTarget } from '../../run/own-target.ts';
import { closeClientLedger, openClientLedger } from '../../run/run-client-ledger.ts';
import type { ClientLedgerPlan } from '../../run/run-client-ledger.ts';

const secrets = { password: 'any', identity: null, proxy: null, traceKey: null };
const client = { client_id: 'theirs', client_name: 'n', client_description: 'd' };
const nothing = { created: 0, removed: 0, left: [] };

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A mock with one client, which it answers every registration with and lists for ever. */
async function staticMock(): Promise<{
  readonly origin: string;
  readonly asked: string[];
  readonly close: () => void;
}> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    const isList = request.url?.endsWith('/list') === true;
    const body = isList
      ? { entities: [client], metadata: { total_matches: 1, length: 1, offset: 0 } }
      : client;
    request.resume();
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close: () => {
      server.close().closeAllConnections();
    },
  };
}

async function drive(exclusive: boolean): Promise<{
  readonly asked: readonly string[];
  readonly sent: readonly (number | 'withheld')[];
  readonly residue: unknown;
  readonly ledgers: readonly string[];
}> {
  const mock = await staticMock();
  const plan: ClientLedgerPlan = {
    ...{ origin: mock.origin, basePath: '', username: 'admin', ca: null, required: [], rate: null },
    settings: settingsOf({ exclusive }),
    ...{ mark: 'abcdefghij', replay: null, ledgerFile: path.join(folder, 'ledger', 'run.jsonl') },
  };
  try {
    await openClientLedger(plan, secrets);
    const { send, login, close } = openOwnTarget(plan, secrets, 1);
    mock.asked.length = 0;
    const sent: (number | 'withheld')[] = [];
    const body = { client_name: 'ours', client_description: 'ours' };
    for (const request of [
      plainRequest(login, 'POST', '/oauth/client', body),
      plainRequest(login, 'GET', clientPath('theirs')),
      plainRequest(login, 'PUT', clientPath('theirs'), body),
      plainRequest(login, 'DELETE', clientPath('theirs')),
    ])
      sent.push(
        await send(request).then(
          ({ response }) => response?.status ?? 0,
          (error: unknown) => {
            expect(error).toBeInstanceOf(WithheldRequest);
            return 'withheld' as const;
          },
        ),
      );
    await close();
    const asked = [...mock.asked];
    const residue = await closeClientLedger(plan, secrets, { created: 1, removed: 1, left: [] });
    return { asked, sent, residue, ledgers: await readdir(folder) };
  } finally {
    mock.close();
  }
}

describe('a target on loopback that answers a registration with a client that was there', () => {
  it('is not asked to show, change or delete that client, since it may be shared', async () => {
    const { asked, sent } = await drive(false);
    expect(sent).toEqual([200, 'withheld', 'withheld', 'withheld']);
    expect(asked).toEqual(['POST /oauth/client']);
  });

  it('is asked all of it if it belongs to the run, and leaves no ledger and nothing to remove', async () => {
    const { asked, sent, residue, ledgers } = await drive(true);
    expect(sent).toEqual([200, 200, 200, 200]);
    expect(asked).toEqual([
      'POST /oauth/client',
      'GET /oauth/client/theirs',
      'PUT /oauth/client/theirs',
      'DELETE /oauth/client/theirs',
    ]);
    expect({ residue, ledgers }).toEqual({ residue: nothing, ledgers: [] });
  });
});
