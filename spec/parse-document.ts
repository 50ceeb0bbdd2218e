import { ContractError } from './contract-error.ts';
import { parseJsonOrYaml } from './parse-yaml.ts';

/** Turns JSON or YAML text into plain JSON. Throws a ContractError `unreadable` with all that is wrong. */
export function parseDocument(text: string, source: string): unknown {
  const parsed = parseJsonOrYaml(text);
  if ('value' in parsed) return parsed.value;
  throw new ContractError(
    'unreadable',
    source,
    parsed.problems.map((message) => ({ pointer: '', message })),
  );
}
