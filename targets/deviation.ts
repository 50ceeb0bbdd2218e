import { z } from 'zod';
import { didYouMean } from '../spec/names/did-you-mean.ts';
import { isOperationId, suiteIds } from '../spec/operation-ids.ts';
import type { SuiteId } from '../spec/operation-ids.ts';
import { matchesGlob, readTargetFile, TargetFileError } from './read-target-file.ts';

/** A known violation of a target: which rule, since when, and why it is accepted. Plain JSON. */
export interface Deviation {
  /** Glob over rule ids. */
  readonly rule: string;
  readonly operation: SuiteId | '*';
  /** Always `fails`, or is `flaky`: only for the former is a pass unexpected. */
  readonly status: 'fails' | 'flaky';
  readonly reason: string;
  /** ISO 8601 dates. After the day of `expires` the deviation no longer applies. */
  readonly since: string;
  readonly link?: string | undefined;
  readonly expires?: string | undefined;
}

/** A MUST rule as judged on an operation or on sessions, which a deviation can refer to. */
export interface Judged {
  readonly operation: SuiteId;
  readonly rule: string;
}

export interface DeviationList {
  readonly file: string;
  readonly entries: readonly Deviation[];
}

/** The prefix of a reason that somebody still has to write. */
export const unwrittenReason = 'TODO';

/**
 * Reads a list of deviations. Throws a {@link TargetFileError} with all problems: entries that refer to nothing in
 * `all`, two entries about the same, and reasons that are missing or still to be written.
 */
export async function loadDeviations(file: string, all: readonly Judged[]): Promise<DeviationList> {
  const list = await loadUnfinishedDeviations(file);
  const problems = [
    ...unwritten(list.entries),
    ...unmatched(list.entries, all),
    ...doubled(list.entries, all),
  ];
  if (problems.length > 0) throw new TargetFileError(file, problems);
  return list;
}

/** The same for a list that is to be updated: reasons may be unwritten, and rules may no longer exist. */
export async function loadUnfinishedDeviations(file: string): Promise<DeviationList> {
  return { file, entries: await readTargetFile(file, listSchema, deviationKeys) };
}

/** Whether a deviation applies to a rule on an operation. */
export function isAbout(deviation: Deviation, { operation, rule }: Judged): boolean {
  const isThere = deviation.operation === '*' || deviation.operation === operation;
  return isThere && matchesGlob(deviation.rule, rule);
}

const text = z.string({ error: 'expected a text' }).trim().min(1, { error: 'expected a text' });
const date = z.iso.date({ error: 'expected a date, such as 2026-01-31' });

const deviationKeys = [
  'rule',
  'operation',
  'status',
  'reason',
  'since',
  'link',
  'expires',
] as const satisfies readonly (keyof Deviation)[];

const entry: z.ZodType<Deviation> = z
  .strictObject(
    {
      rule: text,
      operation: z.string({ error: 'expected an operation id, session or *' }).refine(isSuite, {
        error: ({ input }) =>
          `there is no operation ${String(input)}${didYouMean(String(input), suiteIds)}; use an id of the contract, session or *`,
      }),
      status: z.enum(['fails', 'flaky'], { error: 'expected fails or flaky' }),
      reason: z.string({ error: whyMissing() }).trim().min(1, { error: whyMissing() }),
      since: date,
      link: text.optional(),
      expires: date.optional(),
    },
    { error: 'expected an entry, an object with rule, operation, status, reason and since' },
  )
  .refine(({ since, expires }) => expires === undefined || expires >= since, {
    path: ['expires'],
    error: 'expected a date that is not before since',
  });

const listSchema = z.array(entry, { error: 'expected a list of deviations' });

function whyMissing(): string {
  return 'expected why the deviation is put up with, a text';
}

function isSuite(id: string): id is Deviation['operation'] {
  return id === '*' || id === 'session' || isOperationId(id);
}

function unwritten(entries: readonly Deviation[]): readonly string[] {
  return entries.flatMap(({ reason }, index) =>
    reason.startsWith(unwrittenReason) ? [`[${index}].reason: is still ${unwrittenReason}; say why`] : [],
  );
}

function unmatched(entries: readonly Deviation[], all: readonly Judged[]): readonly string[] {
  return entries.flatMap((deviation, index) =>
    all.some((judged) => isAbout(deviation, judged))
      ? []
      : [
          `[${index}].rule: no rule of level MUST called ${deviation.rule} is judged on ${deviation.operation}${meantRule(deviation, all)}; ` +
            'correct or remove the entry (the command "rules" lists them; only a MUST fails a run)',
        ],
  );
}

function meantRule({ rule }: Deviation, all: readonly Judged[]): string {
  return didYouMean(
    rule,
    all.map((judged) => judged.rule),
  );
}

function doubled(entries: readonly Deviation[], all: readonly Judged[]): readonly string[] {
  const problems = new Map<string, string>();
  for (const judged of all) {
    const [first, second] = [...entries.keys()].filter((index) => {
      const deviation = entries[index];
      return deviation !== undefined && isAbout(deviation, judged);
    });
    if (first === undefined || second === undefined) continue;
    const pair = `[${first}] and [${second}]`;
    const text = `${pair}: both are about ${judged.rule} on ${judged.operation}; narrow or remove one`;
    problems.set(pair, problems.get(pair) ?? text);
  }
  return [...problems.values()];
}
