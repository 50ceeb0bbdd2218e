import { openTarget, type Target } from '../../driver/open-target.ts';
import { listClients } from '../../driver/clients/list-clients.ts';
import { plainRequest } from '../../driver/plain-request.ts';

/** The credentials of the reference target. */
export const login = { basePath: '/api/nutanix/v3', username: 'admin', password: 'nutanix/4u' };

/** Does something on a target as another user of it would. */
export async function onTarget<Result>(
  url: string,
  work: (target: Target) => Promise<Result>,
): Promise<Result> {
  const target = openTarget({ origin: new URL(url).origin, connections: 1, timeoutMs: 5000 });
  return work(target).finally(() => target.close());
}

/** The names of a target's clients. */
export function clientNames(url: string): Promise<readonly (string | null)[]> {
  return onTarget(url, async (target) => {
    const { clients } = await listClients((request) => target.send(request), login, 50);
    return clients.map(({ name }) => name);
  });
}

/** Registers a client as another user would, and returns its id. */
export function register(url: string, name: string): Promise<string> {
  return onTarget(url, async (target) => {
    const body = {
      client_name: name,
      client_description: 'd',
      redirect_uris: ['https://a.example/'],
      default_scopes: ['all'],
    };
    const { response } = await target.send(plainRequest(login, 'POST', '/oauth/client', body));
    return (response?.json as { readonly client_id: string }).client_id;
  });
}
