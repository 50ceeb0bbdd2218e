import { describeSource, ruleUrl } from '../../checks/source-link.ts';
import type { Cause } from '../causes/cause.ts';
import { findCauses } from '../causes/find-causes.ts';
import { adviceOf } from '../explain/advice/advice-of.ts';
import { inlineMarkdown } from '../explain/topic-markdown.ts';
import { factsOf } from '../rule-facts.ts';
import type { RunReport } from '../run-report.ts';
import {
  explainOf,
  extentOf,
  hintOf,
  levelOf,
  replayOf,
  rulesOf,
  seenText,
  statementOf,
} from './cause-text.ts';
import { lineIn } from './contract-file.ts';
import type { ContractFile } from './contract-file.ts';

/**
 * A run as a SARIF 2.1.0 log (docs.oasis-open.org/sarif/sarif/v2.1.0): one result for each cause, at the first of its
 * operations in the contract. The others are related locations.
 */
export function buildSarif(report: RunReport, contract: ContractFile): object {
  const causes = findCauses(report);
  const { tool, broken, isInterrupted } = report;
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            ...{ name: tool.name, semanticVersion: tool.version },
            rules: causes.map((cause) => descriptorOf(cause, report)),
          },
        },
        // Tells a run that saw little from one that found little.
        invocations: [{ executionSuccessful: broken === null && !isInterrupted }],
        results: causes.map((cause, index) => resultOf(cause, index, { report, contract })),
      },
    ],
  };
}

/** A cause is the rule, in SARIF's sense: its id stays, and which of our rules shows it best may change. */
function descriptorOf(cause: Cause, report: RunReport): object {
  const { claim, source } = factsOf(report.rules, cause.lead);
  const url = ruleUrl(source);
  const advice = adviceOf(cause.lead.rule);
  const help = [
    `${claim} (${describeSource(source)})`,
    ...(advice === null ? [] : [advice.why, advice.mend]),
    `More: \`${explainOf(cause, report)}\``,
  ];
  return {
    id: cause.id,
    shortDescription: { text: claim },
    help: { text: help.join('\n\n'), markdown: help.map(inlineMarkdown).join('\n\n') },
    ...(url === null ? {} : { helpUri: url }),
    defaultConfiguration: { level: levelOf(cause) },
  };
}

function resultOf(
  cause: Cause,
  ruleIndex: number,
  { report, contract }: { readonly report: RunReport; readonly contract: ContractFile },
): object {
  const { id, fingerprint, operations, records } = cause;
  const [first, ...others] = operations;
  const replay = replayOf(cause, report);
  const lines = [`${statementOf(cause)} (${extentOf(cause)}).`, seenText(cause), hintOf(cause)];
  return {
    ...{ ruleId: id, ruleIndex, level: levelOf(cause) },
    message: { text: escapeMessage(lines.filter(Boolean).join('\n')) },
    locations: [locationOf(contract, first)],
    ...(others.length === 0 ? {} : { relatedLocations: others.map((one) => locationOf(contract, one)) }),
    // The name that GitHub reads.
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    properties: {
      ...{ operations, rules: rulesOf(cause), tests: records.length },
      ...(replay === null ? {} : { replay }),
    },
  };
}

function locationOf(contract: ContractFile, operation: string | undefined): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(contract.path), uriBaseId: '%SRCROOT%' },
      region: { startLine: lineIn(contract, operation) },
    },
    ...(operation === undefined ? {} : { logicalLocations: [{ name: operation, kind: 'resource' }] }),
  };
}

/** SARIF takes brackets for links and braces for placeholders (sections 3.11.5 and 3.11.6). */
function escapeMessage(text: string): string {
  return text.replace(/[\\[\]]/g, String.raw`\$&`).replace(/[{}]/g, '$&$&');
}
