import { likenessOf } from '../../driver/clients/likeness.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import { isJsonObject, objectOrEmpty } from '../../spec/json-object.ts';
import type { RunningReference } from '../../targets/reference/create-reference.ts';
import { createReference } from '../../targets/reference/create-reference.ts';
import { onCall } from '../../targets/reference/wrap/change-call.ts';

/** A client of somebody else, with a pair of tokens. */
export interface OthersClient {
  readonly id: string;
  /** The client as read just after it was made. */
  readonly record: JsonObject;
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** What may match any id as a pattern, in SQL, a shell or a regular expression. */
const patterns = /^(?:%|%25|\*|\.\.|\.\*)$/;

const login = `Basic ${Buffer.from('admin:nutanix/4u').toString('base64')}`;

/** A faithful target on which somebody else has clients and tokens. */
export class OccupiedTarget {
  readonly clients: OthersClient[] = [];
  readonly #reference: RunningReference;

  private constructor(reference: RunningReference) {
    this.#reference = reference;
  }

  /**
   * Starts a target with this many clients of others. It accepts several spellings of an id, and may take ids that
   * nobody has for a pattern that the first client matches.
   */
  static async start(count: number, isByPattern = false): Promise<OccupiedTarget> {
    const ids: string[] = [];
    const reference = await createReference({
      customise: (behaviour) => {
        onCall(behaviour, 'all', (call) => {
          const isPattern = isByPattern && patterns.test(call.clientId);
          const meant = isPattern ? ids[0] : ids.find((id) => lastPart(call.clientId) === likenessOf(id));
          return meant === undefined ? call : { ...call, clientId: meant };
        });
      },
    });
    const others = new OccupiedTarget(reference);
    for (let number = 1; number <= count; number += 1) ids.push((await others.add()).id);
    return others;
  }

  get url(): string {
    return this.#reference.url;
  }

  close(): Promise<void> {
    return this.#reference.close();
  }

  /** Adds a client, as somebody else would at this moment. */
  async add(): Promise<OthersClient> {
    const redirect = 'https://team.example/callback';
    const made = await this.#json('POST', '/oauth/client', {
      client_name: `billing of team ${this.clients.length}`,
      client_description: 'in use',
      redirect_uris: [redirect],
      default_scopes: ['all'],
    });
    const id = String(made['client_id']);
    const answer = await this.#form('/oauth/authorize', {
      ...{ client_id: id, response_type: 'code', confirm: 'yes', redirect_uri: redirect },
    });
    const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const redeemed = await this.#form('/oauth/token', {
      ...{ grant_type: 'authorization_code', code, redirect_uri: redirect },
      ...{ client_id: id, client_secret: String(made['client_secret']) },
    });
    const tokens = objectOrEmpty(await redeemed.json());
    const client: OthersClient = {
      id,
      record: await this.#json('GET', `/oauth/client/${id}`),
      accessToken: String(tokens['access_token']),
      refreshToken: String(tokens['refresh_token']),
    };
    this.clients.push(client);
    return client;
  }

  /** Clients and tokens of others that have changed, one line each. */
  async damage(): Promise<readonly string[]> {
    const lines: string[] = [];
    for (const { id, record, accessToken, refreshToken } of this.clients) {
      const now = await this.#json('GET', `/oauth/client/${id}`);
      if (now['client_id'] === undefined) lines.push(`the client ${id} of others is deleted`);
      else if (JSON.stringify(now) !== JSON.stringify(record))
        lines.push(`the client ${id} of others is changed`);
      const used = await fetch(`${this.url}/users/me`, {
        headers: { authorization: `Bearer ${accessToken}` },
      });
      if (used.status !== 200) lines.push(`the access token of ${id} is revoked`);
      const refreshed = await this.#form('/oauth/token', {
        ...{ grant_type: 'refresh_token', refresh_token: refreshToken },
        ...{ client_id: id, client_secret: String(record['client_secret']) },
      });
      if (refreshed.status !== 200) lines.push(`the refresh token of ${id} is revoked`);
    }
    return lines;
  }

  async #json(method: string, path: string, body?: JsonObject): Promise<JsonObject> {
    const answer = await fetch(this.url + path, {
      method,
      headers: { authorization: login, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const json: unknown = await answer.json();
    return isJsonObject(json) ? json : {};
  }

  #form(path: string, pairs: Readonly<Record<string, string>>): Promise<Response> {
    return fetch(this.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { authorization: login },
      body: new URLSearchParams(pairs),
    });
  }
}

function lastPart(segment: string): string {
  return likenessOf(likenessOf(segment).split('/').at(-1) ?? '');
}
