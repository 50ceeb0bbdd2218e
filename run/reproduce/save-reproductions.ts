import { jestFile } from '../../reports/reproduce/jest-file.ts';
import type { RunReport } from '../../reports/run-report.ts';
import { writeWhole } from '../../reports/write-whole.ts';
import type { PlannedRun } from '../plan-run.ts';
import { messages } from '../terminal.ts';
import { reproduceFindings } from './reproduce-findings.ts';
import { writeScripts } from './script-folder.ts';

/** Writes the findings of a run as scripts and as a Jest file, if requested. */
export async function saveReproductions({ plan }: PlannedRun, report: RunReport): Promise<void> {
  const { reproduce, regressions } = plan.settings;
  if (reproduce === null && regressions === null) return;
  const findings = reproduceFindings(report, plan);
  if (reproduce !== null) await writeScripts(reproduce, findings);
  if (regressions !== null)
    await writeWhole(regressions, jestFile(findings, { isModule: regressions.endsWith('.mjs') }));
  const files = [reproduce, regressions].filter((file) => file !== null);
  messages.lines(`note: findings written as ${files.join(' and ')}`);
}
