import path from 'node:path';
import { z } from 'zod';
import { mockLevels } from '../checks/mock-level.ts';
import type { SuiteId } from '../spec/operation-ids.ts';
import { flag, list, rate, shard, suite, text, whole } from './option-schemas.ts';

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
  passwordFile: {
    flags: '--password-file <file>',
    help: 'file whose first line is the password (default: PRISM_PASSWORD, or a prompt at a terminal)',
    schema: text,
  },
  login: {
    flags: '--login <way>',
    help: 'basic sends user and password with every request, session the cookie that a login sets (default: basic)',
    schema: z.enum(['basic', 'session'], { error: 'expected basic or session' }),
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
  allowRefs: {
    flags: '--allow-refs',
    help: 'let the document of --spec refer to other hosts, and one on disk to files outside its folder',
    schema: flag,
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
  operation: {
    flags: '--operation <id...>',
    help: 'only these operations, such as oauth_token_post, or session; a wrong one is answered with the list',
    schema: list,
  },
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
  shrinks: {
    flags: '--shrinks <n>',
    help: 'cases an operation sent to make findings smaller, 0 shows them as found (default: 600; compare 300)',
    schema: whole(0, 1_000_000),
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
  latencyLimitMs: {
    flags: '--latency-limit-ms <n>',
    help: 'warn where more than 5 % of the answers of an operation take longer (default: 2000)',
    schema: whole(1, 600_000),
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
  level: {
    flags: '--level <name>',
    help: `how much of the API is asked for: ${mockLevels.join(', ')} (default: all of it)`,
    schema: z.enum(mockLevels, { error: `expected one of ${mockLevels.join(', ')}` }),
  },
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

/** An option as it is written on the command line, such as `--timeout-ms` for `timeoutMs`. */
export function flagOf(key: string): string {
  return `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

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
