import { catalogue } from '../../checks/catalogue.ts';
import { describeSource, ruleUrl } from '../../checks/source-link.ts';

/** Lists the rules, one per line, or as JSON for scripts. */
export function listRules(isJson: boolean): string {
  if (isJson) {
    const rules = catalogue.map(({ id, level, source, claim, operations }) => ({
      id,
      level,
      source: { ...source, url: ruleUrl(source) },
      claim,
      operations,
    }));
    return JSON.stringify(rules, null, 2);
  }
  const width = Math.max(...catalogue.map(({ id }) => id.length));
  const lines = catalogue.map(
    ({ id, level, source, claim }) =>
      `${id.padEnd(width)}  ${level.padEnd(6)}  ${claim} (${describeSource(source)})`,
  );
  return [...lines, '', `${catalogue.length} rules`].join('\n');
}
