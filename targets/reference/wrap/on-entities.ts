import type { JsonObject } from '../answer.ts';
import type { Behaviour } from '../behaviour.ts';
import { isJsonObject } from '../read-json.ts';
import { onSuccess } from './on-success.ts';

/** Changes each client that a list shows; an array of none leaves it out. */
export function onEntities(behaviour: Behaviour, change: (entity: JsonObject) => unknown): void {
  onSuccess(behaviour, ['oauth_client_list_post'], (body) => ({
    ...body,
    entities: [body['entities']]
      .flat(1)
      .flatMap((entity: unknown) => (isJsonObject(entity) ? change(entity) : entity)),
  }));
}
