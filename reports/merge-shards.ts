import type { ResultShard } from './result-shard.ts';
import type { ResultFile } from './result-file.ts';
import type { RuleFacts } from './rule-facts.ts';
import type { RunReport } from './run-report.ts';

/** A result file with the path it was read from. */
export interface NamedResult {
  readonly file: string;
  readonly result: ResultFile;
}

/** Why some results are not the shards of one run. */
export class ShardsError extends Error {
  override readonly name = 'ShardsError';
  readonly code = 'shards';
}

type NamedShard = NamedResult & { readonly shard: ResultShard };

/** The report of the whole run that these shards belong to. Throws a ShardsError if they are not all from one run. */
export function mergeShards(results: readonly NamedResult[], rules: readonly RuleFacts[]): RunReport {
  const shards = results.map(requireShard).sort((one, other) => one.shard.index - other.shard.index);
  const [first] = shards;
  if (first === undefined) throw new ShardsError('there are no results to merge');
  for (const other of shards) requireSameFacts(first, other);
  requireEveryShard(shards, first.shard.of);
  requireEverySuite(shards, first.shard.suites);
  const { tool, contract, seed, target } = first.result;
  const { suites, isEmbedded, options } = first.shard;
  return {
    ...{ tool, contract, seed, rules },
    target: { ...target, isEmbedded },
    ...timeOf(shards),
    requests: shards.reduce((sum, { result }) => sum + result.requests, 0),
    options: { ...options, operations: suites },
    records: suites.flatMap((suite) => shards.flatMap((shard) => recordsOf(shard, suite))),
    shard: null,
    baseline: null,
    residue: {
      created: shards.reduce((sum, { result }) => sum + result.residue.created, 0),
      removed: shards.reduce((sum, { result }) => sum + result.residue.removed, 0),
      left: shards.flatMap(({ result }) => result.residue.left),
    },
    broken: null,
    isInterrupted: shards.some(({ shard }) => shard.isInterrupted),
  };
}

function requireShard({ file, result }: NamedResult): NamedShard {
  const { shard } = result;
  if (shard === undefined)
    throw new ShardsError(`${file}: is the result of a whole run: merge takes those of "run --shard I/N"`);
  return { file, result, shard };
}

/** What must be equal in all shards of a run. */
function factsOf({ result, shard }: NamedShard): Readonly<Record<string, unknown>> {
  const { tool, target, contract, seed } = result;
  return {
    'tool version': tool.version,
    contract: contract.sha256,
    seed,
    // Each shard starts its own reference target, on any free port.
    target: shard.isEmbedded ? 'embedded' : target.url,
    profile: target.profile,
    build: target.build,
    'number of shards': shard.of,
    operations: shard.suites.join(', '),
    '--runs or --effort': shard.options.runs,
    '--rule': shard.options.rules.join(', '),
    '--read-only': shard.options.carriedArguments.includes('--read-only'),
  };
}

function requireSameFacts(first: NamedShard, other: NamedShard): void {
  const facts = factsOf(other);
  for (const [name, value] of Object.entries(factsOf(first))) {
    if (facts[name] === value) continue;
    const values = `${String(value)} in ${first.file}, ${String(facts[name])} in ${other.file}`;
    throw new ShardsError(`not shards of one run: ${name} is ${values}`);
  }
}

function requireEveryShard(shards: readonly NamedShard[], of: number): void {
  const missing: string[] = [];
  for (let index = 1; index <= of; index += 1) {
    const files = shards.filter(({ shard }) => shard.index === index).map(({ file }) => file);
    if (files.length > 1)
      throw new ShardsError(`shard ${index}/${of} was given twice: ${files.join(' and ')}`);
    if (files.length === 0) missing.push(`${index}/${of}`);
  }
  if (missing.length > 0)
    throw new ShardsError(`missing shards: ${missing.join(', ')}; merge needs the results of all ${of}`);
}

/** Always true for shards that this tool wrote. It catches files that were edited by hand. */
function requireEverySuite(shards: readonly NamedShard[], suites: readonly string[]): void {
  for (const suite of suites) {
    const files = shards.flatMap((shard) => recordsOf(shard, suite).map(() => shard.file));
    if (files.length !== 1)
      throw new ShardsError(`${suite} is in ${files.length === 0 ? 'no shard' : files.join(' and ')}`);
  }
}

function recordsOf({ shard }: NamedShard, suite: string): ResultShard['records'] {
  return shard.records.filter(({ operation }) => operation === suite);
}

/** From the earliest start to the latest end, because shards run concurrently. */
function timeOf(shards: readonly NamedShard[]): Pick<RunReport, 'startedAt' | 'durationMs'> {
  const starts = shards.map(({ result }) => Date.parse(result.startedAt));
  const ends = shards.map(({ result }) => Date.parse(result.startedAt) + result.durationMs);
  const start = Math.min(...starts);
  return { startedAt: new Date(start).toISOString(), durationMs: Math.max(...ends) - start };
}
