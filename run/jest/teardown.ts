import { endRunEarly } from './runner.ts';

/**
 * Jest calls this when all its tests have ended. The run has ended by then, unless Jest was told to bail out: it ends
 * its process next, without waiting for its runner.
 */
export default async function teardown(): Promise<void> {
  await endRunEarly();
}
