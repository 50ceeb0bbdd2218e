import path from 'node:path';
import { z } from 'zod';
import { isOperationId } from '../spec/operation-ids.ts';
import type { Shard } from '../suites/shard.ts';
import type { SuiteId } from '../suites/suite-host.ts';

/** A whole number, written as a number in a file and as text elsewhere. */
const whole = (least: number, most: number): z.ZodType<number> =>
  z
    .union(
      [
        z.number(),
        z
          .string()
          .regex(/^[+-]?\d+$/)
          .transform(Number),
      ],
      {
        error: () => `expected a whole number from ${least} to ${most}`,
      },
    )
    .refine((value) => Number.isSafeInteger(value) && value >= least && value <= most, {
      error: `expected a whole number from ${least} to ${most}`,
    });

/** Requests a second, such as `5`, `0.5` or `20/s`. */
const rate = z
  .union(
    [
      z.number(),
      z
        .string()
        .regex(/^\d+(\.\d+)?(\/s)?$/)
        .transform((value) => Number.parseFloat(value)),
    ],
    {
      error: 'expected requests a second, such as 5/s',
    },
  )
  .refine((value) => value >= 0.1 && value <= 100_000, {
    error: 'expected from 0.1 to 100000 requests a second',
  });

const text = z.string({ error: 'expected a text' }).min(1, { error: 'expected a text that is not empty' });

const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')], {
  error: 'expected true or false',
});

const list = z.union(
  [z.array(text), text.transform((value) => value.split(',').map((part) => part.trim()))],
  {
    error: 'expected a list',
  },
);

/** More shards than there are suites leave some empty; far more are a slip. */
const mostShards = 100;

const shard = z
  .string({ error: 'expected I/N, such as 2/4' })
  .regex(/^\d+\/\d+$/, { error: 'expected I/N, such as 2/4' })
  .transform((value): Shard => {
    const [index = 0, of = 0] = value.split('/').map(Number);
    return { index, of };
  })
  .refine(({ index, of }) => 1 <= index && index <= of && of <= mostShards, {
    error: `expected I/N with I from 1 to N and N up to ${mostShards}`,
  });

const suite = z.string().refine((value): value is SuiteId => value === 'session' || isOperationId(value), {
  error: 'is no operation',
});

/** An option of `run`: also a key of the configuration file, and an environment variable. */
export interface RunOption {
  /** As commander writes it. */
  readonly flags: string;
  readonly help: string;
  readonly schema: z.ZodType;
}

/** All options of `run`, by their key in the configuration file. */
export const runOptions = {
  target: {
    flags: '--target <url>',
    help: 'origin, or origin with base path (default: the embedded reference target)',
    schema: text,
  },
  username: { flags: '--username <name>', help: 'Prism user', schema: text },
  passwordEnv: {
    flags: '--password-env <variable>',
    help: 'environment variable that holds the password',
    schema: text,
  },
  ca: { flags: '--ca <file>', help: 'certificates to trust, PEM', schema: text },
  cert: { flags: '--cert <file>', help: 'client certificate, PEM; goes with --key', schema: text },
  key: {
    flags: '--key <file>',
    help: 'its key, PEM; the passphrase of one that is encrypted is in PRISM_KEY_PASSPHRASE',
    schema: text,
  },
  proxy: {
    flags: '--proxy <url>',
    help: 'HTTP proxy to reach the target through; with credentials in PRISM_PROXY only (default: none)',
    schema: text,
  },
  insecure: { flags: '--insecure', help: 'accept any certificate; the report says so', schema: flag },
  spec: {
    flags: '--spec <file|url>',
    help: 'OpenAPI document to judge by (default: the one of this package)',
    schema: text,
  },
  profile: {
    flags: '--profile <file>',
    help: 'what the target declares of itself, JSON or YAML (default: the contract alone)',
    schema: text,
  },
  deviations: {
    flags: '--deviations <file>',
    help: 'known violations with their reasons, JSON or YAML: they do not fail the run',
    schema: text,
  },
  updateDeviations: {
    flags: '--update-deviations <file>',
    help: 'bring such a file in line with this run; new entries need a reason',
    schema: text,
  },
  operation: { flags: '--operation <id...>', help: 'only these operations, or session', schema: list },
  rule: { flags: '--rule <glob...>', help: 'only these rules, such as error.*', schema: list },
  shard: {
    flags: '--shard <i/n>',
    help: 'drive only part I of N of the operations; "merge" joins the results (needs --seed)',
    schema: shard,
  },
  runs: { flags: '--runs <n>', help: 'cases an operation and polarity', schema: whole(1, 10_000_000) },
  seed: {
    flags: '--seed <n>',
    help: 'the same seed sends the same cases (default: a new one, printed)',
    schema: whole(-2_147_483_648, 2_147_483_647),
  },
  concurrency: {
    flags: '--concurrency <n>',
    help: 'cases in flight (default: 32 on loopback, 8 elsewhere)',
    schema: whole(1, 256),
  },
  workers: {
    flags: '--workers <n>',
    help: 'processes that share the operations (default: 1)',
    schema: whole(1, 64),
  },
  timeoutMs: {
    flags: '--timeout-ms <n>',
    help: 'deadline of one request, milliseconds',
    schema: whole(10, 600_000),
  },
  rate: {
    flags: '--rate <n/s>',
    help: 'requests a second at most, over all of the run',
    schema: rate,
  },
  readOnly: {
    flags: '--read-only',
    help: 'send nothing that changes the target: reads and lists alone',
    schema: flag,
  },
  maxTime: { flags: '--max-time <s>', help: 'deadline of the whole run, seconds', schema: whole(1, 604_800) },
  strict: { flags: '--strict', help: 'warnings end with exit code 1 too', schema: flag },
  result: { flags: '--result <file>', help: 'write the result file, JSON', schema: text },
  junit: { flags: '--junit <file>', help: 'write JUnit XML', schema: text },
  report: { flags: '--report <dir>', help: 'folder of the Allure results and report', schema: text },
  history: {
    flags: '--history <file>',
    help: 'file of past runs, JSON lines: the report shows history and trend, and adds this run',
    schema: text,
  },
  baseline: {
    flags: '--baseline <result>',
    help: 'earlier result file: says what is new, still failing and fixed since',
    schema: text,
  },
  noReport: { flags: '--no-report', help: 'write no HTML report', schema: flag },
  trace: {
    flags: '--trace <file>',
    help: 'record the run as a trace, HAR 1.2 without secrets; packed where FILE ends in .gz',
    schema: text,
  },
  ledger: {
    flags: '--ledger <file>',
    help: 'write what was answered, by operation and kind of case, as JSON for git',
    schema: text,
  },
  from: { flags: '--from <trace>', help: 'judge a trace in place of a target, offline', schema: text },
  maxAge: { flags: '--max-age <days>', help: 'refuse a trace that is older', schema: whole(0, 36_500) },
  replay: { flags: '--replay <seed:path>', help: 'send one case again, as a finding names it', schema: text },
} as const satisfies Readonly<Record<string, RunOption>>;

/** The options as given, checked one by one, without defaults. */
export type GivenOptions = {
  readonly [Key in keyof typeof runOptions]?: z.output<(typeof runOptions)[Key]['schema']>;
};

/** Where reports and ledgers go when nothing else is said. */
export const defaultReportDir = path.join('reports', 'out');

/** Longer than any answer of a healthy gateway takes, short enough that hangs do not stall a run. */
export const defaultTimeoutMs = 10_000;

/** The environment variable of an option, such as `PRISM_TIMEOUT_MS` for `timeoutMs`. */
export function variableOf(key: string): string {
  return `PRISM_${key.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/** Reads a list of operation ids; gives the first that is none as text. */
export function parseSuites(ids: readonly string[]): readonly SuiteId[] | string {
  const suites: SuiteId[] = [];
  for (const id of ids) {
    const parsed = suite.safeParse(id);
    if (!parsed.success) return id;
    suites.push(parsed.data);
  }
  return suites;
}
