import path from 'node:path';
import { z } from 'zod';
import { mockLevels } from '../../checks/rule-fields.ts';
import { effortNames } from '../../generators/effort.ts';
import { flag, list, rate, shard, text, whole } from './option-schemas.ts';

/** The groups of options in the help of a command. */
export const optionGroups = {
  target: 'Target and credentials:',
  contract: 'Judging:',
  cases: 'What is driven:',
  pace: 'Pace and limits:',
  reports: 'Reports and output:',
  traces: 'Traces and ledgers:',
  configuration: 'Configuration:',
} as const;

/**
 * An option of `run` and everything about it. Its flag, environment variable and configuration key are derived from its
 * name, and its entry in {@link RunSettings} from its schema and default.
 */
export interface RunOption {
  readonly group: keyof typeof optionGroups;
  /** The name of its value in the help. A switch has none. */
  readonly argument?: string;
  readonly help: string;
  /** The help of a command for which the option means something else than for `run`. */
  readonly helpOf?: Readonly<Partial<Record<'merge' | 'clean' | 'compare', string>>>;
  readonly schema: z.ZodType;
  /** The commands that take it besides `run` and `record`. */
  readonly commands: readonly ('merge' | 'clean' | 'compare')[];
  /** Its value if it is not given. Without a default, a switch is off, and any other option is null. */
  readonly default?: string | number;
  readonly defaultOfCompare?: number;
  /**
   * A replay repeats it, because it decides which target and contract are used, and how. Never set for an option that
   * holds a secret.
   */
  readonly isCarried?: true;
  /** When a trace is judged, the trace sets it, because it decides which cases are generated. */
  readonly isFixedByTrace?: true;
  /** With it, not every case that a rule is about is sent. */
  readonly isPartial?: true;
  /** Its value is a file that the command reads or writes. */
  readonly file?: 'read' | 'written';
}

/** All options of `run`, by their key in the configuration file. */
export const runOptions = {
  target: {
    group: 'target',
    argument: '<url>',
    help: 'origin, with or without a base path (default: the embedded reference target)',
    helpOf: { clean: 'origin, with or without a base path; required' },
    schema: text,
    commands: ['clean'],
  },
  username: {
    group: 'target',
    argument: '<name>',
    help: 'Prism user',
    helpOf: { compare: 'Prism user of both targets; PRISM_B_USERNAME if B has another' },
    schema: text,
    commands: ['clean', 'compare'],
    isCarried: true,
  },
  passwordEnv: {
    group: 'target',
    argument: '<variable>',
    help: 'environment variable that holds the password',
    helpOf: {
      compare: 'environment variable that holds the password; PRISM_B_PASSWORD holds that of B if it differs',
    },
    schema: text,
    commands: ['clean', 'compare'],
    isCarried: true,
  },
  passwordFile: {
    group: 'target',
    argument: '<file>',
    help: 'file whose first line is the password (default: PRISM_PASSWORD, or a prompt at a terminal)',
    schema: text,
    commands: ['clean'],
    isCarried: true,
    file: 'read',
  },
  login: {
    group: 'target',
    argument: '<way>',
    help: 'basic: user and password with every request; session: log in once, then send the cookie',
    schema: z.enum(['basic', 'session'], { error: 'expected basic or session' }),
    commands: ['clean'],
    isCarried: true,
    default: 'basic',
  },
  ca: {
    group: 'target',
    argument: '<file>',
    help: 'PEM file of certificates to trust',
    schema: text,
    commands: ['clean', 'compare'],
    isCarried: true,
    file: 'read',
  },
  cert: {
    group: 'target',
    argument: '<file>',
    help: 'client certificate, PEM; needs --key',
    schema: text,
    commands: ['clean', 'compare'],
    isCarried: true,
    file: 'read',
  },
  key: {
    group: 'target',
    argument: '<file>',
    help: 'key of the client certificate, PEM; set PRISM_KEY_PASSPHRASE if it is encrypted',
    schema: text,
    commands: ['clean', 'compare'],
    isCarried: true,
    file: 'read',
  },
  proxy: {
    group: 'target',
    argument: '<url>',
    help: 'HTTP proxy to the target; give one with credentials in PRISM_PROXY (default: none)',
    schema: text,
    commands: ['clean', 'compare'],
    isCarried: true,
  },
  insecure: {
    group: 'target',
    help: 'accept any certificate; the report says so',
    schema: flag,
    commands: ['clean', 'compare'],
    isCarried: true,
  },
  exclusive: {
    group: 'target',
    help: 'nobody else uses the target: every client on it may be read, changed and deleted; loopback only',
    helpOf: {
      compare: 'nobody else uses the targets: every client may be read, changed and deleted; loopback only',
    },
    schema: flag,
    commands: ['compare'],
    isCarried: true,
  },
  spec: {
    group: 'contract',
    argument: '<file|url>',
    help: 'OpenAPI document to judge by (default: the one in this package)',
    helpOf: {
      merge: 'the OpenAPI document by which the shards were judged (default: the one in this package)',
      clean: 'OpenAPI document that says how clients are removed (default: the one in this package)',
    },
    schema: text,
    commands: ['merge', 'clean', 'compare'],
    isCarried: true,
    file: 'read',
  },
  allowRefs: {
    group: 'contract',
    help: 'let the --spec document refer to other hosts and, if on disk, to files outside its folder',
    schema: flag,
    commands: ['merge', 'clean', 'compare'],
    isCarried: true,
  },
  profile: {
    group: 'contract',
    argument: '<file>',
    help: 'what the target declares about itself, JSON or YAML (default: the contract alone)',
    schema: text,
    commands: [],
    isCarried: true,
    file: 'read',
  },
  deviations: {
    group: 'contract',
    argument: '<file>',
    help: 'known violations with their reasons, JSON or YAML; they do not fail the run',
    schema: text,
    commands: [],
    file: 'read',
  },
  updateDeviations: {
    group: 'contract',
    argument: '<file>',
    help: 'update a deviations file from this run; new entries need a reason',
    schema: text,
    commands: [],
    file: 'written',
  },
  level: {
    group: 'contract',
    argument: '<name>',
    help: `how much of the API to require: ${mockLevels.join(', ')}`,
    schema: z.enum(mockLevels, { error: `expected one of ${mockLevels.join(', ')}` }),
    commands: ['compare'],
    isCarried: true,
    default: 'OAuth',
  },
  operation: {
    group: 'cases',
    argument: '<id...>',
    help: 'only these operations, such as oauth_token_post, or session; a wrong name prints the list',
    schema: list,
    commands: ['compare'],
  },
  rule: {
    group: 'cases',
    argument: '<glob...>',
    help: 'only these rules, such as error.*, and the cases that they are about',
    schema: list,
    commands: [],
  },
  shard: {
    group: 'cases',
    argument: '<i/n>',
    help: 'test only part I of N of the operations; "merge" joins the results (needs --seed)',
    schema: shard,
    commands: [],
    isFixedByTrace: true,
  },
  effort: {
    group: 'cases',
    argument: '<name>',
    help: 'how many cases: smoke (what finds most), default (every kind), thorough (many of each)',
    schema: z.enum(effortNames, { error: `expected ${effortNames.join(', ')}` }),
    commands: ['compare'],
    isFixedByTrace: true,
    default: 'default',
  },
  runs: {
    group: 'cases',
    argument: '<n>',
    help: 'cases per operation and polarity (valid, broken), in place of an effort',
    schema: whole(1, 10_000_000),
    commands: ['compare'],
    isFixedByTrace: true,
  },
  seed: {
    group: 'cases',
    argument: '<n>',
    help: 'the same seed sends the same cases (default: a new one, printed)',
    schema: whole(-2_147_483_648, 2_147_483_647),
    commands: ['compare'],
    isFixedByTrace: true,
  },
  shrinks: {
    group: 'cases',
    argument: '<n>',
    help: 'cases per operation to spend on shrinking findings; 0 shows them as found',
    schema: whole(0, 1_000_000),
    commands: ['compare'],
    // Most findings need about 20. The limit keeps a target with many defects from being sent requests for minutes.
    // Differences are more numerous, and each of their cases is sent twice.
    default: 600,
    defaultOfCompare: 300,
  },
  readOnly: {
    group: 'cases',
    help: 'send only reads and lists, nothing that changes the target',
    schema: flag,
    commands: ['compare'],
    isCarried: true,
    isFixedByTrace: true,
    isPartial: true,
  },
  replay: {
    group: 'cases',
    argument: '<seed:path>',
    help: 'resend the one case that a finding names',
    schema: text,
    commands: ['compare'],
    isPartial: true,
  },
  maxFailures: {
    group: 'cases',
    argument: '<n>',
    help: 'end once this many rules of level MUST have failed, each on each operation (default: never)',
    schema: whole(1, 1_000_000),
    commands: [],
    isPartial: true,
  },
  failFast: {
    group: 'cases',
    help: 'the same as --max-failures 1',
    schema: flag,
    commands: [],
    isPartial: true,
  },
  concurrency: {
    group: 'pace',
    argument: '<n>',
    help: 'cases in flight in each process (default: 32 on loopback, 8 in all elsewhere)',
    schema: whole(1, 256),
    commands: ['compare'],
  },
  workers: {
    group: 'pace',
    argument: '<n>',
    help: 'processes that share the operations',
    schema: whole(1, 64),
    commands: [],
    default: 1,
  },
  timeoutMs: {
    group: 'pace',
    argument: '<n>',
    help: 'timeout of one request, milliseconds',
    schema: whole(10, 600_000),
    commands: ['clean', 'compare'],
    // Longer than any answer of a healthy gateway takes, and short enough that hangs do not stall a run.
    isCarried: true,
    default: 10_000,
  },
  latencyLimitMs: {
    group: 'pace',
    argument: '<n>',
    help: 'warn if more than 5 % of the answers of an operation take longer (default: 2000)',
    schema: whole(1, 600_000),
    commands: [],
    isCarried: true,
  },
  rate: {
    group: 'pace',
    argument: '<n/s>',
    help: 'most requests per second, over the whole run (default: no limit)',
    helpOf: {
      clean: 'most requests per second (default: no limit)',
      compare: 'most requests per second to each target (default: no limit)',
    },
    schema: rate,
    commands: ['clean', 'compare'],
    isCarried: true,
  },
  maxTime: {
    group: 'pace',
    argument: '<s>',
    help: 'time limit of the whole run, seconds (default: 5 minutes for the usual cases, as many as fit)',
    helpOf: {
      clean: 'time limit, seconds (default: none)',
      compare: 'time limit of the comparison, seconds (default: none)',
    },
    schema: whole(1, 604_800),
    commands: ['clean', 'compare'],
  },
  strict: {
    group: 'reports',
    help: 'exit with 1 for warnings too',
    schema: flag,
    commands: ['merge'],
  },
  result: {
    group: 'reports',
    argument: '<file>',
    help: 'write the result file, JSON',
    helpOf: { merge: 'write the result file of the whole run, JSON', compare: 'write the comparison, JSON' },
    schema: text,
    commands: ['merge', 'compare'],
    file: 'written',
  },
  junit: {
    group: 'reports',
    argument: '<file>',
    help: 'write JUnit XML',
    schema: text,
    commands: ['merge'],
    file: 'written',
  },
  markdown: {
    group: 'reports',
    argument: '<file>',
    help: 'write verdict and causes as Markdown; the summary of a GitHub job has them without this',
    schema: text,
    commands: ['merge'],
    file: 'written',
  },
  codeQuality: {
    group: 'reports',
    argument: '<file>',
    help: 'write the causes as a GitLab Code Quality report, JSON',
    schema: text,
    commands: ['merge'],
    file: 'written',
  },
  sarif: {
    group: 'reports',
    argument: '<file>',
    help: 'write the causes as SARIF 2.1.0, which GitHub code scanning reads',
    schema: text,
    commands: ['merge'],
    file: 'written',
  },
  report: {
    group: 'reports',
    argument: '<dir>',
    help: 'folder of the Allure results and report',
    helpOf: {
      clean: 'report folder of the runs, in which their ledgers are',
      compare: 'folder of the comparison page',
    },
    schema: text,
    commands: ['merge', 'clean', 'compare'],
    default: path.join('reports', 'out'),
  },
  reproduce: {
    group: 'reports',
    argument: '<dir>',
    help: 'write a shell script for each finding, which shows it with curl alone',
    schema: text,
    commands: [],
  },
  regressions: {
    group: 'reports',
    argument: '<file>',
    help: 'write the findings as one Jest test file, such as found.test.cjs, that needs nothing of ours',
    schema: text,
    commands: [],
    file: 'written',
  },
  history: {
    group: 'reports',
    argument: '<file>',
    help: 'JSON Lines file of past runs: the report shows them, and this run is added',
    schema: text,
    commands: ['merge'],
    file: 'written',
  },
  baseline: {
    group: 'reports',
    argument: '<result>',
    help: 'earlier result file: lists what is new, still failing and fixed since',
    schema: text,
    commands: ['merge'],
    file: 'read',
  },
  noReport: {
    group: 'reports',
    help: 'write no HTML report',
    helpOf: { compare: 'write no comparison page' },
    schema: flag,
    commands: ['merge', 'compare'],
  },
  quiet: {
    group: 'reports',
    help: 'print errors and the last line of the summary only',
    schema: flag,
    commands: ['merge', 'compare'],
  },
  verbose: {
    group: 'reports',
    help: 'print one line for each case: operation, case, status, violated rules',
    schema: flag,
    commands: [],
  },
  open: {
    group: 'reports',
    help: 'open the summary page after the run; never in CI',
    schema: flag,
    commands: ['merge'],
  },
  trace: {
    group: 'traces',
    argument: '<file>',
    help: 'record the run as a trace, HAR 1.2 without secrets; compressed if FILE ends in .gz',
    schema: text,
    commands: [],
    isFixedByTrace: true,
    file: 'written',
  },
  ledger: {
    group: 'traces',
    argument: '<file>',
    help: 'write the answers by operation and kind of case, as JSON for git',
    schema: text,
    commands: [],
    file: 'written',
  },
  from: {
    group: 'traces',
    argument: '<trace>',
    help: 'judge a recorded trace offline, in place of a target',
    schema: text,
    commands: [],
    isCarried: true,
    file: 'read',
  },
  maxAge: {
    group: 'traces',
    argument: '<days>',
    help: 'refuse an older trace',
    schema: whole(0, 36_500),
    commands: [],
  },
  config: {
    group: 'configuration',
    argument: '<file>',
    help: 'configuration file with options (default: conformance.config.* in the working folder)',
    schema: text,
    commands: ['merge', 'clean', 'compare'],
    isCarried: true,
    file: 'read',
  },
} as const satisfies Readonly<Record<string, RunOption>>;

/** The key of an option in the configuration file. */
export type OptionKey = keyof typeof runOptions;
