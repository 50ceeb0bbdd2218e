/** The prefix of the message for a mutant that only a note shows. Notes do not fail a run. */
export const notePrefix = 'note: ';

/** The part of Stryker's report (mutation-testing-report-schema) that is used here. */
export interface MutationReport {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

interface Mutant {
  readonly status:
    'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'RuntimeError' | 'CompileError' | 'Ignored';
  readonly replacement?: string;
  /** What killed it. */
  readonly statusReason?: string;
  readonly location: { readonly start: Position; readonly end: Position };
}

/**
 * Why mutants of a file cannot be detected from the outside. `code` and `into` are the original and the mutated code,
 * with whitespace collapsed.
 */
export interface SurvivalReason {
  readonly file: string;
  readonly code: string;
  /** What the code was replaced by. If absent, any replacement. */
  readonly into?: string;
  readonly reason: string;
}

interface Survivor extends Pick<SurvivalReason, 'file' | 'code'> {
  readonly line: number;
  readonly into: string;
}

/** The page, the score in per cent, survivors without a reason and reasons without a survivor. */
export interface MutationPage {
  readonly text: string;
  readonly score: number;
  readonly unexplained: readonly string[];
  readonly unused: readonly string[];
}

const detected: readonly Mutant['status'][] = ['Killed', 'Timeout'];
const undetected: readonly Mutant['status'][] = ['Survived', 'NoCoverage'];

/** A Markdown page of how many mutants of the reference target the rules kill, and why the others survive. */
export function mutationPage(report: MutationReport, reasons: readonly SurvivalReason[]): MutationPage {
  const files = Object.entries(report.files);
  const all = files.flatMap(([, { mutants }]) => mutants);
  const score = scoreOf(all);
  const survivors = files.flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => undetected.includes(status))
      .map((mutant) => survivorOf(file, source, mutant)),
  );
  const used = new Set<SurvivalReason>();
  const unexplained: string[] = [];
  const rows = survivors.map((survivor) => {
    const reason = reasons.find((candidate) => explains(candidate, survivor));
    if (reason === undefined) unexplained.push(JSON.stringify(survivor));
    else used.add(reason);
    return `| ${survivor.file}:${survivor.line} | ${cell(survivor.code)} | ${cell(survivor.into)} | ${reason?.reason ?? '**unexplained**'} |`;
  });
  return {
    text: pageText(files, score, rows),
    score,
    unexplained,
    unused: reasons.filter((reason) => !used.has(reason)).map((reason) => JSON.stringify(reason)),
  };
}

function pageText(
  files: readonly (readonly [string, MutationReport['files'][string]])[],
  score: number,
  rows: readonly string[],
): string {
  const all = files.flatMap(([, { mutants }]) => mutants);
  const noted = all.filter(isNoted).length;
  const strictScore = scoreOf(
    all.map((mutant) => (isNoted(mutant) ? { ...mutant, status: 'Survived' as const } : mutant)),
  );
  const table = files.map(
    ([file, { mutants }]) =>
      `| ${file} | ${count(mutants, detected)} | ${count(mutants, undetected)} | ${scoreOf(mutants)} |`,
  );
  return `# Mutants of the reference target

Stryker changes the code of the reference target in one place at a time. The test is a run of the suite under the profile
\`targets/profiles/reference.json\`. The unchanged target violates no rule of any level. A mutant is killed by the first rule
that is violated, or that cannot be judged although the profile promises its feature. \`npm run mutation\` writes this page;
it mutates the whole target except its start and its process (\`tools/mutation/stryker.config.json\`).

**Score: ${score} %.** ${rows.length} mutants survive; the last table says why. ${noted} of the killed ones violate
only a MAY: they are lawful and noted, and fail no run. Without those the score is ${strictScore} %.

| File | Killed | Survived | Score, % |
| ---- | -----: | -------: | -------: |
${table.join('\n')}

| Where | Code | Mutant | Why it survives |
| ----- | ---- | ------ | --------------- |
${rows.join('\n')}
`;
}

function isNoted({ status, statusReason }: Mutant): boolean {
  return status === 'Killed' && statusReason?.startsWith(notePrefix) === true;
}

function scoreOf(mutants: readonly Mutant[]): number {
  const killed = count(mutants, detected);
  const valid = killed + count(mutants, undetected);
  return valid === 0 ? 100 : Math.round((1000 * killed) / valid) / 10;
}

function count(mutants: readonly Mutant[], statuses: readonly Mutant['status'][]): number {
  return mutants.filter(({ status }) => statuses.includes(status)).length;
}

function survivorOf(file: string, source: string, { location, replacement = '' }: Mutant): Survivor {
  const { start, end } = location;
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  const cut = lines.map((line, index) =>
    line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined),
  );
  return { file, line: start.line, code: collapsed(cut.join(' ')), into: collapsed(replacement) };
}

function explains({ file, code, into }: SurvivalReason, survivor: Survivor): boolean {
  return file === survivor.file && code === survivor.code && (into === undefined || into === survivor.into);
}

function collapsed(code: string): string {
  return code.replaceAll(/\s+/g, ' ').trim();
}

/** Formats code for a table cell. */
function cell(code: string): string {
  const short = code.length > 120 ? `${code.slice(0, 117)}...` : code;
  return short === '' ? '(nothing)' : `\`\` ${short.replaceAll('|', '\\|')} \`\``;
}
