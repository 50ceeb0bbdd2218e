import { catalogue, rulesOf } from '../checks/catalogue.ts';
import type { OperationRecord, RuleRecord } from '../checks/verdict.ts';
import { driveSuite } from '../cli/drive-suite.ts';
import type { RunPlan } from '../cli/run-plan.ts';
import { bundledContract } from '../spec/bundled-contract.ts';
import { loadContract } from '../spec/load-contract.ts';
import type { Contract } from '../spec/operation.ts';
import { suiteIds } from '../suites/jest-configuration.ts';
import type { SuiteId } from '../suites/suite-host.ts';
import { createReference } from '../targets/reference/create-reference.ts';
import type { Fault } from '../targets/reference/faults/fault.ts';
import { faults } from '../targets/reference/faults/index.ts';
import { variants } from '../targets/reference/variants/index.ts';
import { Tally } from './tally.ts';

/**
 * Proves that the rules can fail and do not fail for nothing: the clean target and every lawful variant violate no
 * rule, every fault is found by the rules that it names, and every rule is tripped by a fault. Takes names of faults
 * and variants as arguments, to look at some alone, and `--seed N`.
 */
const seedArgument = process.argv.indexOf('--seed');
const seed = seedArgument === -1 ? 20_261_123 : Number(process.argv[seedArgument + 1]);
const chosen = process.argv.filter(
  (_, index) => index > 1 && (seedArgument === -1 || (index !== seedArgument && index !== seedArgument + 1)),
);
const isChosen = (id: string): boolean => chosen.length === 0 || chosen.includes(id);

const contract = await loadContract(bundledContract);
const tally = new Tally();

if (isChosen('clean')) await verifyClean();
for (const variant of variants) if (isChosen(variant.id)) await verifyVariant(variant.id);
for (const fault of faults) if (isChosen(fault.id)) await verifyFault(fault);
if (chosen.length === 0) verifyCoverage();
process.exitCode = tally.finish();

async function verifyClean(): Promise<void> {
  const records = await drive(contract, { faults: [], variants: [] }, suiteIds, []);
  const judged = new Map<string, number>();
  for (const { rule, judged: count } of records.flatMap(({ rules }) => rules)) {
    judged.set(rule, (judged.get(rule) ?? 0) + count);
  }
  tally.expectNone(
    'the clean target violates no rule',
    records.flatMap(({ rules }) => rules.filter(isViolated)),
    describe,
  );
  tally.expectNone(
    'no suite is broken',
    records.filter(({ broken }) => broken !== null),
    ({ operation }) => operation,
  );
  tally.expectNone(
    'every rule is judged at least once',
    catalogue.filter(({ id }) => (judged.get(id) ?? 0) === 0),
    ({ id }) => id,
  );
  tally.expectNone(
    'nothing is left behind',
    records.filter(({ residue }) => residue.left.length > 0),
    ({ operation }) => operation,
  );
}

async function verifyVariant(id: string): Promise<void> {
  const records = await drive(contract, { faults: [], variants: [id] }, suiteIds, []);
  const bad = records.flatMap(({ rules }) =>
    rules.filter(({ verdict }) => verdict === 'fail' || verdict === 'broken'),
  );
  tally.expectNone(`variant ${id}: is lawful`, bad, describe);
}

async function verifyFault(fault: Fault): Promise<void> {
  const operations: readonly SuiteId[] = suiteIds;
  const suites = operations.filter((suite) => rulesOf(suite).some((rule) => fault.trips.includes(rule.id)));
  const records = await drive(contract, { faults: [fault.id], variants: [] }, suites, fault.trips);
  const violated = new Set(records.flatMap(({ rules }) => rules.filter(isViolated)).map(({ rule }) => rule));
  tally.expectNone(
    `fault ${fault.id}: is found`,
    fault.trips.filter((rule) => !violated.has(rule)),
    (rule) => rule,
  );
}

function verifyCoverage(): void {
  const tripped = new Set(faults.flatMap(({ trips }) => trips));
  const ids = new Set(catalogue.map(({ id }) => id));
  tally.expectNone(
    'every rule is tripped by a fault',
    catalogue.filter(({ id }) => !tripped.has(id)),
    ({ id }) => id,
  );
  tally.expectNone(
    'every fault names rules of the catalogue',
    [...tripped].filter((id) => !ids.has(id)),
    (id) => id,
  );
}

async function drive(
  judgedBy: Contract,
  switches: { readonly faults: readonly string[]; readonly variants: readonly string[] },
  suites: readonly SuiteId[],
  rules: readonly string[],
): Promise<readonly OperationRecord[]> {
  const reference = await createReference(switches);
  const { origin } = new URL(reference.url);
  const plan: RunPlan = {
    contract: judgedBy,
    origin,
    basePath: '/api/nutanix/v3',
    username: 'admin',
    ca: null,
    isInsecure: false,
    seed,
    runs: 200,
    concurrency: 32,
    // A fault that never answers costs this much, once for each round of requests.
    timeoutMs: 1000,
    deadline: null,
    rules,
    replay: null,
    recordsDir: '',
    suiteCount: suites.length,
    targetUrl: reference.url,
    isEmbedded: true,
    invocation: '',
    carriedArguments: [],
  };
  const records: OperationRecord[] = [];
  try {
    for (const suite of suites) records.push(await driveSuite(suite, plan, 'nutanix/4u', () => undefined));
  } finally {
    await reference.close();
  }
  return records;
}

function isViolated({ violated }: RuleRecord): boolean {
  return violated > 0;
}

function describe({ operation, rule, verdict, findings, reason }: RuleRecord): string {
  const [finding] = findings;
  const what =
    finding === undefined
      ? reason
      : `${finding.path}: ${finding.at}: expected ${finding.expected}, got ${finding.actual}`;
  return `${operation} ${rule} ${verdict}: ${what ?? ''}`;
}
