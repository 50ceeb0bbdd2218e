import { parseArgs } from 'node:util';
import { serve } from './servers/serve.ts';
import { servers } from './servers/servers.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { serve: { type: 'boolean', default: false } },
});
// Child processes are ended when this process exits.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

if (values.serve) {
  for (const server of servers.filter(({ id }) => positionals.includes(id)))
    process.stdout.write(`${server.id} ${(await serve(server)).url}\n`);
}
