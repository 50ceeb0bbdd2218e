import { appendFile, stat } from 'node:fs/promises';
import { buildCodeQuality } from '../../reports/ci/code-quality.ts';
import { githubAnnotations } from '../../reports/ci/github-annotations.ts';
import { markdownReport } from '../../reports/ci/markdown.ts';
import { buildSarif } from '../../reports/ci/sarif.ts';
import type { RunReport } from '../../reports/run-report.ts';
import { writeWhole } from '../../reports/write-whole.ts';
import { mebibyte } from '../../spec/read-text.ts';
import { locateContract } from './locate-contract.ts';
import type { GivenOptions } from '../options/run-settings.ts';
import { isStored } from '../storage-failure.ts';
import { messages } from '../terminal.ts';
import { systemReason } from '../user-error.ts';

/** Writes the files for CI that the options name. Returns whether all could be stored. */
export async function areCiFilesStored(report: RunReport, options: GivenOptions): Promise<boolean> {
  const { markdown, codeQuality, sarif, strict = false } = options;
  const outputs: readonly (readonly [string | undefined, () => Promise<string>])[] = [
    [markdown, () => Promise.resolve(markdownReport(report, { strict }))],
    [codeQuality, async () => asJson(buildCodeQuality(report, await locateContract(options)))],
    [sarif, async () => asJson(buildSarif(report, await locateContract(options)))],
  ];
  const stored = await Promise.all(
    outputs.map(
      async ([file, build]) =>
        file === undefined || (await isStored(file, async () => writeWhole(file, await build()))),
    ),
  );
  return stored.every(Boolean);
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * Annotates the job and adds to its summary, if GitHub Actions runs this process. GitHub reads commands from both
 * streams; standard output may have to be JSON.
 */
export async function tellGithub(report: RunReport, { strict = false }: GivenOptions): Promise<void> {
  const { GITHUB_ACTIONS, GITHUB_STEP_SUMMARY } = process.env;
  if (GITHUB_ACTIONS === 'true') messages.lines(...githubAnnotations(report));
  if (GITHUB_STEP_SUMMARY === undefined || GITHUB_STEP_SUMMARY === '') return;
  const problem = await addToSummary(GITHUB_STEP_SUMMARY, markdownReport(report, { strict }));
  if (problem !== null) messages.lines(`note: nothing was added to the summary of the job: ${problem}`);
}

/** Nobody asked for it by an option, so that the run counts without it. Returns why it could not be written. */
async function addToSummary(file: string, text: string): Promise<string | null> {
  try {
    const { size } = await stat(file);
    // GitHub then takes nothing of this step.
    if (size + Buffer.byteLength(text) > mebibyte) return 'it would exceed 1 MiB';
    await appendFile(file, text);
    return null;
  } catch (error) {
    return systemReason(error);
  }
}
