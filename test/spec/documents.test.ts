import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { rulesOf } from '../../checks/catalogue.ts';
import type { OperationRecord } from '../../checks/verdict.ts';
import type { WireRequest } from '../../driver/exchange.ts';
import { openTarget } from '../../driver/open-target.ts';
import { familiesOf } from '../../generators/families.ts';
import { leftOutOf } from '../../generators/left-out.ts';
import { compileSchema } from '../../spec/compile-schema.ts';
import { loadContract } from '../../spec/load-contract.ts';
import { documentedResponse } from '../../spec/operation.ts';
import type { Contract } from '../../spec/operation.ts';
import { operationIds } from '../../spec/operation-ids.ts';
import type { OperationId } from '../../spec/operation-ids.ts';
import { runSuite } from '../../suites/engine/run-suite.ts';
import { describedDocuments, writeDocument } from './described-document.ts';
import type { DescribedDocument } from './described-document.ts';
import { referenceForDocuments } from './reference-for-documents.ts';

/** Each document of the collection has this long. */
const limitMs = 20_000;
/** Cases of each family: the second often has what the first lacks by chance. */
const casesOfFamily = 2;

const { folder, url } = referenceForDocuments();
const documents = describedDocuments();

function load(described: DescribedDocument): Promise<Contract> {
  return loadContract(writeDocument(described, folder));
}

/** Its unchanged base, to tell which operations a document changes. */
const bases = new Map<string, Promise<Contract>>();

function baseOf({ base = '3.1', name }: DescribedDocument): Promise<Contract> {
  const known = bases.get(base) ?? load({ name: `base-of-${name}`, base, outcome: 'loads', says: '' });
  bases.set(base, known);
  return known;
}

function changedOperations(contract: Contract, base: Contract): readonly OperationId[] {
  const changed = operationIds.filter(
    (id) => JSON.stringify(contract.operations[id]) !== JSON.stringify(base.operations[id]),
  );
  return changed.length === 0 ? ['oauth_idp_login_get'] : changed;
}

/** A request as text, to look for what it has to carry. */
function textOf({ method, path, headers, body }: WireRequest): string {
  const fields = headers.map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${path}`, ...fields, '', Buffer.from(body ?? []).toString()].join('\n');
}

async function drive(
  contract: Contract,
  suite: OperationId,
): Promise<{ readonly record: OperationRecord; readonly sent: readonly string[] }> {
  const { origin, pathname } = new URL(url());
  const target = openTarget({ origin, connections: 16, timeoutMs: 5_000 });
  const families = familiesOf(contract, suite).map((family) => ({
    ...family,
    ...{ enough: Math.min(family.enough, casesOfFamily), weight: 1 },
  }));
  const sent: string[] = [];
  try {
    const record = await runSuite(
      {
        ...{ suite, contract, seed: 1, runs: families.length * casesOfFamily, concurrency: 16, families },
        ...{ rules: rulesOf(suite), deadline: null, replay: null, shrinkBudget: { each: 0, all: 0 } },
        ...{ isInterrupted: () => false, onProgress: () => undefined },
      },
      {
        target: { basePath: pathname, username: 'admin', password: 'nutanix/4u' },
        send: (request) => {
          sent.push(textOf(request));
          return target.send(request);
        },
      },
    );
    return { record, sent };
  } finally {
    await target.close();
  }
}

function named(outcome: DescribedDocument['outcome']): readonly (readonly [string, DescribedDocument])[] {
  return documents.filter((each) => each.outcome === outcome).map((each) => [each.name, each]);
}

describe('the collection of documents', () => {
  it('has at least sixty', () => {
    expect(documents.length).toBeGreaterThanOrEqual(60);
  });

  it.each(named('refuses'))(
    '%s',
    async (_, described) => {
      await expect(load(described)).rejects.toMatchObject({
        name: 'ContractError',
        message: expect.stringContaining(described.says),
      });
    },
    limitMs,
  );

  it.each(named('drives'))(
    '%s',
    async (_, described) => {
      const contract = await load(described);
      const { judges = [], sends = {}, keeps = [], basePath, says, hasNoValidCases = false } = described;
      if (basePath !== undefined) expect(contract.basePath).toBe(basePath);
      for (const { operation, status, value, fits } of judges) {
        const schema = documentedResponse(contract.operations[operation], status)?.schema ?? true;
        expect([value, compileSchema(schema)(value).length === 0]).toEqual([value, fits]);
      }
      expect(leftOutOf(contract).join('\n')).toMatch(says === '' ? /^$/ : says);
      const changed = changedOperations(contract, await baseOf(described));
      const driven = operationIds.filter((id) => sends[id] !== undefined);
      for (const suite of driven.length > 0 ? driven : changed.slice(0, 1)) {
        const { record, sent } = await drive(contract, suite);
        expect([suite, record.broken, record.cases.valid === 0]).toEqual([suite, null, hasNoValidCases]);
        for (const rule of keeps)
          expect(record.rules.find((judged) => judged.rule === rule)).toMatchObject({ violated: 0 });
        for (const text of sends[suite] ?? [])
          expect([text, sent.some((request) => request.includes(text))]).toEqual([text, true]);
      }
    },
    limitMs,
  );
});
