#!/usr/bin/env node
/**
 * Everything is imported inside the try block. For an uncaught error Node would exit with 1, which is reserved for
 * findings about targets.
 */
try {
  const { start } = await import('./start.ts');
  await start();
} catch (error) {
  // Too few files may be open at a time, or the package is incomplete. The text is ours or Node's.
  process.stderr.write(`error: the command cannot be loaded: ${JSON.stringify(String(error))}\n`);
  process.exitCode = 2;
}
