import type { Finding, RuleRecord } from '../../checks/verdict.ts';
import type { Case } from '../../generators/case.ts';
import { familiesOf } from '../../generators/families.ts';
import { runMark } from '../../generators/setup/run-mark.ts';
import { sortedFindings } from '../../reports/failure-text.ts';
import { replayCommand, replayContextOf } from '../../reports/replay-command.ts';
import { deriveCheck } from '../../reports/reproduce/derive-check.ts';
import type { Reproduction, Unshown } from '../../reports/reproduce/reproduction.ts';
import { ruleRecords } from '../../reports/roll-up.ts';
import { factsOf } from '../../reports/rule-facts.ts';
import type { RunReport } from '../../reports/run-report.ts';
import { parseCasePath } from '../../suites/engine/case-path.ts';
import { drawShrinkable } from '../../suites/engine/draw-cases.ts';
import { readingPart } from '../../suites/engine/read-only.ts';
import { familiesUnder } from '../../suites/families-under.ts';
import type { RunPlan } from '../run-plan.ts';
import { portableStep } from './portable-step.ts';

/** What of a run its cases depend on. */
type CasePlan = Pick<RunPlan, 'contract' | 'profile' | 'seed' | 'basePath'> & {
  readonly settings: Pick<RunPlan['settings'], 'readOnly'>;
};

/**
 * All findings of a run in a form that can be shown without this suite, or with the reason why they cannot. Their cases
 * are drawn again, so nothing secret is in them.
 */
export function reproduceFindings(report: RunReport, plan: CasePlan): readonly (Reproduction | Unshown)[] {
  return ruleRecords(report).flatMap((record) =>
    sortedFindings(record).map((finding) => reproduce(report, plan, { record, finding })),
  );
}

function reproduce(
  report: RunReport,
  plan: CasePlan,
  { record, finding }: Pick<Unshown, 'record' | 'finding'>,
): Reproduction | Unshown {
  const replay = replayCommand(replayContextOf(report), { ...record, path: finding.path });
  const unshown = (reason: string): Unshown => ({ record, finding, replay, reason });
  const drawn = drawAgain(plan, record, finding);
  if (typeof drawn === 'string') return unshown(drawn);
  const steps = drawn.steps.filter(({ onlyIfSlowMs }) => onlyIfSlowMs === undefined).map(portableStep);
  const check = deriveCheck(finding, { steps, mark: runMark });
  if (check === null)
    return unshown(`only the rule itself can tell: at ${finding.at} it expected ${finding.expected}`);
  if (isUsedUp(drawn, finding)) return unshown('a case before it had used up the token that they share');
  if (check.sign === 'filled' && !steps.some(({ creates }) => creates))
    return unshown('it depends on clients that others have registered');
  const facts = factsOf(report.rules, record);
  return { record, facts, finding, basePath: plan.basePath, replay, steps, check };
}

/** The case of a finding; or why it has none that can be sent one request after the other. */
function drawAgain(
  plan: CasePlan,
  { operation }: RuleRecord,
  { path, isReproduced }: Finding,
): Case | string {
  const place = parseCasePath(path);
  if (place === null) return 'many answers show it together, and not one case';
  if (isReproduced === false) return 'it was not seen again when the case was sent again';
  const { contract, profile, seed } = plan;
  const family = familiesUnder(profile, familiesOf(contract, operation)).find(
    ({ name }) => name === place.family,
  );
  const drawn = family === undefined ? null : drawShrinkable({ seed, suite: operation }, family, place);
  const testCase =
    drawn !== null && plan.settings.readOnly ? readingPart(drawn.testCase) : (drawn?.testCase ?? null);
  if (testCase === null) return 'its case cannot be drawn again';
  return testCase.steps.some(({ together }) => together !== undefined)
    ? 'its requests are sent at the same instant'
    : testCase;
}

/** Whether a valid request was refused because the token of a shared step was no longer valid. */
function isUsedUp({ steps, breakage }: Case, { exchanges }: Finding): boolean {
  const isShared = steps.some(
    ({ operation, shared }) => operation === 'oauth_generate_token_post' && shared !== undefined,
  );
  const main = exchanges.find(({ step }) => step === 'main');
  return isShared && breakage === null && /^HTTP\/1\.1 404/.test(main?.response ?? '');
}
