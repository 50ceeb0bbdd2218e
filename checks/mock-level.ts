import { byBeginning } from './by-beginning.ts';

/**
 * How much of the API a mock has to be, each level with all before it: its answers have the documented form; it refuses
 * what is wrong in itself; it remembers what it was told; codes and tokens mean what OAuth says that they mean.
 */
export const mockLevels = ['shape', 'validation', 'memory', 'OAuth'] as const;

/** A level of a mock. */
export type MockLevel = (typeof mockLevels)[number];

/** The level of each rule, by the beginning of its id. */
const levels: Readonly<Record<string, MockLevel>> = {
  'response.': 'shape',
  'error.': 'shape',
  'header.': 'shape',
  'robustness.': 'shape',
  'session.answer.': 'shape',
  'session.refusal.': 'shape',
  'client.answer.': 'shape',
  'client.id.visible': 'shape',
  'client.secret.visible': 'shape',
  'token.answer.': 'shape',
  'token.type.': 'shape',
  'token.expires-in.': 'shape',
  'token.access.visible': 'shape',
  'token.refresh.visible': 'shape',
  'code.value.visible': 'shape',
  'login.answer.': 'shape',
  'revoke.answer.': 'shape',
  'request.': 'validation',
  'auth.': 'validation',
  'method.': 'validation',
  'revoke.hint.': 'validation',
  'auth.refused.no-effect': 'memory',
  'client.': 'memory',
  'list.': 'memory',
  'session.': 'memory',
  'authorize.': 'OAuth',
  'bearer.': 'OAuth',
  'code.': 'OAuth',
  'generate.': 'OAuth',
  'login.': 'OAuth',
  'refresh.': 'OAuth',
  'revoke.': 'OAuth',
  'token.': 'OAuth',
};

/** The level of a mock at which it begins to keep a rule. A rule of an area that is not listed asks for all of OAuth. */
export function mockLevelOf(rule: string): MockLevel {
  return byBeginning(levels, rule) ?? 'OAuth';
}

/** Whether a level asks for more than another. */
export function isBeyond(level: MockLevel, demanded: MockLevel): boolean {
  return mockLevels.indexOf(level) > mockLevels.indexOf(demanded);
}
