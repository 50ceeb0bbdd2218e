import type { JsonObject } from '../answer.ts';
import type { Behaviour } from '../behaviour.ts';
import { isJsonObject } from '../read-json.ts';
import { onSuccess } from './on-success.ts';

/** Changes each client that a list shows. */
export function onEntities(behaviour: Behaviour, change: (entity: JsonObject) => unknown): void {
  onSuccess(behaviour, ['oauth_client_list_post'], (body) => ({
    ...body,
    entities: [body['entities']]
      .flat(1)
      .map((entity: unknown) => (isJsonObject(entity) ? change(entity) : entity)),
  }));
}
