import { keepRunning } from '../zoo/keep-running.ts';
import { openAdapter } from './adapter.ts';
import { startGateway } from './gateway.ts';
import { install } from './install.ts';
import type { Server } from './server.ts';

/** A server behind the contract. */
export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Installs and starts a server, with the gateway in front of it. */
export async function serve(server: Server): Promise<Served> {
  const installed = await install(server);
  const running = await keepRunning({ name: server.name, ...installed });
  const adapter = openAdapter(running.origin);
  const gateway = await startGateway(adapter, server.ownConsent === true);
  return {
    url: gateway.url,
    close: async () => {
      await gateway.close();
      await adapter.close();
      await running.close();
    },
  };
}
