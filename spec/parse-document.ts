import * as yaml from 'yaml';
import { ContractError } from './contract-error.ts';

/**
 * Turns JSON or YAML text into plain JSON, free of sharing and cycles.
 * JSON is tried first: it is YAML too, but a large description parses some hundred times as fast that way.
 */
export function parseDocument(text: string, source: string): unknown {
  if (/^\s*[{[]/.test(text)) {
    try {
      return JSON.parse(text);
    } catch {
      // YAML in flow style begins like JSON; where it is neither, the YAML parser names the line.
    }
  }
  return parseYaml(text, source);
}

function parseYaml(text: string, source: string): unknown {
  const document = yaml.parseDocument(text, { merge: true, logLevel: 'silent' });
  if (document.errors.length > 0) {
    throw unreadable(
      source,
      document.errors.map(({ message }) => firstLine(message)),
    );
  }
  try {
    // Through JSON, so that what an anchor and its aliases share becomes separate, and a cycle is found.
    const plain: unknown = JSON.parse(JSON.stringify(document.toJS()));
    return plain;
  } catch {
    throw unreadable(source, ['has aliases that contain themselves, or too many of them']);
  }
}

/** The parser puts an excerpt after the message; the line and column are in the message. */
function firstLine(message: string): string {
  return `is not valid JSON or YAML: ${(message.split('\n')[0] ?? message).replace(/:$/, '')}`;
}

function unreadable(source: string, messages: readonly string[]): ContractError {
  return new ContractError(
    'unreadable',
    source,
    messages.map((message) => ({ pointer: '', message })),
  );
}
