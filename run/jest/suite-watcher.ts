import type { Rule } from '../../checks/rule.ts';
import type { OperationRecord } from '../../checks/verdict.ts';
import type { Progress } from '../../reports/progress.ts';
import { startProgress } from '../../reports/progress.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import { rememberEach } from '../../spec/remember.ts';
import { formatCasePath } from '../../suites/engine/case-path.ts';
import type { JudgedCase } from '../../suites/engine/judged-case.ts';
import type { SuiteWatcher } from '../drive-suite.ts';
import type { RunPlan } from '../run-plan.ts';
import { messages } from '../terminal.ts';

/** Shows on standard error how a suite goes, as far as its run is asked to. */
export interface ShownSuite extends SuiteWatcher {
  readonly finish: (record: OperationRecord) => void;
  /** Ends the showing, however the suite ended. */
  readonly close: () => void;
}

/** The progress of all suites of a run that this process drives. */
const progressOf = rememberEach((plan: RunPlan): Progress => startProgress(messages, plan.suites.length));

/** Shows the progress of a suite, and each of its cases if the run is verbose. */
export function showSuite(suite: SuiteId, plan: RunPlan): ShownSuite {
  const { quiet, verbose } = plan.settings;
  const progress = plan.showsProgress && !quiet ? progressOf(plan) : null;
  const violated = new Set<Rule>();
  return {
    onProgress: ({ done, total }) => {
      progress?.advance({ operation: suite, done, total, findings: violated.size });
    },
    onJudged: (judged) => {
      for (const { rule, isCertain } of judged.violated)
        if (isCertain && rule.level !== 'MAY') violated.add(rule);
      if (verbose) messages.lines(caseLine(suite, judged));
    },
    finish: (record) => {
      progress?.finish(record);
    },
    close: () => {
      progress?.close();
    },
  };
}

/** `OPERATION CASE STATUS RULES`: the case as `--replay` takes it after the seed, and what its main request came to. */
function caseLine(suite: SuiteId, { drawn, exchange, violated }: JudgedCase): string {
  const outcome = exchange.response?.status ?? exchange.failure?.kind ?? 'no answer';
  const rules = violated.length === 0 ? 'ok' : violated.map(({ rule }) => rule.id).join(' ');
  return `${suite} ${formatCasePath(drawn.path)} ${outcome} ${rules}`;
}
