import { listClients, type ListedClient } from '../../driver/clients/list-clients.ts';
import { openTarget, type Target } from '../../driver/open-target.ts';
import { plainRequest, type TargetLogin } from '../../driver/plain-request.ts';
import type { Creation } from '../../driver/clients/creation.ts';

/** Other users of a target during a run. They create clients and check that these stay unchanged. */
export class OtherTeams {
  readonly #target: Target;
  readonly #login: TargetLogin;
  readonly #made = new Map<string, Creation>();

  constructor(url: string, login: TargetLogin) {
    this.#target = openTarget({ origin: new URL(url).origin, connections: 1, timeoutMs: 30_000 });
    this.#login = login;
  }

  get count(): number {
    return this.#made.size;
  }

  async make({ name, description }: Creation): Promise<void> {
    const body = {
      client_name: name,
      client_description: description ?? 'Somebody else’s.',
      redirect_uris: ['https://portal.example.com/'],
      default_scopes: ['all'],
    };
    const request = plainRequest(this.#login, 'POST', '/oauth/client', body);
    const { response } = await this.#target.send(request);
    const id = (response?.json as { readonly client_id?: unknown } | undefined)?.client_id;
    // The texts may come from a case that the target refuses.
    if (typeof id === 'string') this.#made.set(id, { name, description: body.client_description });
  }

  /** Clients that the other users did not create, so they belong to runs. */
  async strangers(): Promise<readonly ListedClient[]> {
    return (await this.#list()).filter(({ id }) => !this.#made.has(id));
  }

  /** The created clients that are missing or changed, one line each. */
  async missing(): Promise<readonly string[]> {
    const there = new Map((await this.#list()).map((client) => [client.id, client]));
    return [...this.#made].flatMap(([id, { name, description }]) => {
      const client = there.get(id);
      if (client === undefined) return [`${id} ${name} is missing`];
      return client.name === name && client.description === description ? [] : [`${id} ${name} is changed`];
    });
  }

  close(): Promise<void> {
    return this.#target.close();
  }

  async #list(): Promise<readonly ListedClient[]> {
    return (await listClients((request) => this.#target.send(request), this.#login, 1000)).clients;
  }
}
