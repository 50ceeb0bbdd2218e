import { faults } from '../../targets/reference/faults/index.ts';
import { variants } from '../../targets/reference/variants/index.ts';
import { spawnReference } from '../../targets/spawn-reference.ts';
import { mockFromTrace } from '../mock-from-trace.ts';
import { refuseUnknown } from '../refuse-unknown.ts';
import { UserError } from '../user-error.ts';
import { output } from '../terminal.ts';

/** Options of `mock`, as given. */
export interface MockOptions {
  readonly port: string;
  readonly fault?: readonly string[];
  readonly variant?: readonly string[];
  /** A trace of the build that is to be imitated. */
  readonly from?: string;
  readonly listFaults?: boolean;
  readonly listVariants?: boolean;
}

/** Serves the reference target until SIGINT or SIGTERM, or lists what it can be told to do. */
export async function serveMock(options: MockOptions): Promise<void> {
  if (options.listFaults === true) {
    for (const { id, description, trips } of faults)
      output.lines(id, `    ${description}`, `    trips ${trips.join(', ')}`);
    return;
  }
  if (options.listVariants === true) {
    for (const { id, description } of variants) output.lines(id, `    ${description}`);
    return;
  }
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UserError(`--port: expected a port number, got "${options.port}"`);
  }
  refuseUnknown('--fault', options.fault ?? [], new Set(faults.map(({ id }) => id)), '--list-faults');
  refuseUnknown('--variant', options.variant ?? [], new Set(variants.map(({ id }) => id)), '--list-variants');
  const how = { port, faults: options.fault ?? [], variants: options.variant ?? [] };
  const starting = options.from === undefined ? spawnReference(how) : mockFromTrace(options.from, how);
  const reference = await starting.catch((error: unknown) => {
    if (error instanceof UserError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`the reference target cannot listen on port ${port}: ${reason}`);
  });
  output.lines(`serving ${reference.url}`, 'user admin, password nutanix/4u; stop with Ctrl+C');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void reference.close());
  await reference.wait();
}
