/**
 * How much of the API a mock has to be, each level with all before it: its answers have the documented form; it refuses
 * what is wrong in itself; it remembers what it was told; codes and tokens mean what OAuth says that they mean.
 */
export const mockLevels = ['shape', 'validation', 'memory', 'OAuth'] as const;

/** A level of a mock. */
export type MockLevel = (typeof mockLevels)[number];

/** Whether a level asks for more than another. */
export function isBeyond(level: MockLevel, demanded: MockLevel): boolean {
  return mockLevels.indexOf(level) > mockLevels.indexOf(demanded);
}
