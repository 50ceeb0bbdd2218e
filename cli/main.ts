#!/usr/bin/env node
/** Nothing is imported before something catches what goes wrong with it: Node would end with 1, which is said of targets. */
try {
  const { start } = await import('./start.ts');
  await start();
} catch (error) {
  // Too few files may be open at a time, or the package is not whole. The text is ours or Node's.
  process.stderr.write(`error: the command cannot be loaded: ${JSON.stringify(String(error))}\n`);
  process.exitCode = 2;
}
