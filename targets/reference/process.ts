import { parseArgs } from 'node:util';
import { readFileSync } from 'node:fs';
import { createReference, UnknownSwitchError } from './create-reference.ts';
import type { Imitation } from './imitation/imitation.ts';

/**
 * The reference target as a process of its own. Prints its URL as one line of JSON when it listens, or the reason why it
 * does not. Ends with the parent to which it has a channel, or on SIGTERM. Ignores signals that a terminal sends to it and to its parent alike:
 * the parent may still have to clean up on it.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    host: { type: 'string', default: '127.0.0.1' },
    fault: { type: 'string', multiple: true, default: [] },
    variant: { type: 'string', multiple: true, default: [] },
    /** A file with the answers of another build, which this target imitates. */
    imitation: { type: 'string' },
    username: { type: 'string', default: 'admin' },
    /** Name of the environment variable with the password, since others can read a command line. */
    'password-env': { type: 'string' },
  },
});

const password = values['password-env'] === undefined ? undefined : process.env[values['password-env']];

try {
  const reference = await createReference({
    port: Number(values.port),
    host: values.host,
    faults: values.fault,
    variants: values.variant,
    username: values.username,
    ...(password === undefined ? {} : { password }),
    ...(values.imitation === undefined
      ? {}
      : { imitation: JSON.parse(readFileSync(values.imitation, 'utf8')) as Imitation }),
  });
  const end = () => void reference.close().finally(() => process.exit());
  process.once('SIGTERM', end);
  for (const signal of ['SIGINT', 'SIGHUP'] as const)
    process.on(signal, process.connected ? () => undefined : end);
  process.once('disconnect', end);
  process.stdout.write(`${JSON.stringify({ url: reference.url })}\n`);
} catch (error) {
  const isExpected = error instanceof UnknownSwitchError || (error instanceof Error && 'code' in error);
  if (!isExpected) throw error;
  process.stdout.write(`${JSON.stringify({ reason: error.message })}\n`);
  process.exitCode = 2;
}
