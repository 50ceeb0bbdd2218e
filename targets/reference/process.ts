import { parseArgs } from 'node:util';
import { readFileSync } from 'node:fs';
import { createReference, UnknownSwitchError } from './create-reference.ts';
import type { Imitation } from './imitation/imitation.ts';

/**
 * The reference target as a process of its own. Prints its URL as one line of JSON when it listens; ends with the
 * parent that it has a channel to, or on SIGTERM. What a terminal sends to it and to its parent alike is the parent's
 * affair, which may still have to tidy up on it.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    host: { type: 'string', default: '127.0.0.1' },
    fault: { type: 'string', multiple: true, default: [] },
    variant: { type: 'string', multiple: true, default: [] },
    /** File of what another build answers otherwise, which this target is to answer too. */
    imitation: { type: 'string' },
    username: { type: 'string', default: 'admin' },
    /** Name of the environment variable that holds the password: a command line can be read by others. */
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
  if (!(error instanceof UnknownSwitchError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
