import { randomBytes, randomUUID } from 'node:crypto';
import { onSuccess } from '../wrap/change-answer.ts';
import { mapTexts } from '../wrap/change-input.ts';
import { registerOperation } from '../wrap/concern.ts';
import type { Variant } from './variant.ts';

/** Lawful ways to store clients. */
export const clientVariants: readonly Variant[] = [
  {
    id: 'base64-secrets',
    description: 'Client secrets are Base64, with the characters that a form sets apart.',
    install: (behaviour) => {
      behaviour.newClientSecret = () => `${randomBytes(30).toString('base64')}+/=`;
    },
  },
  {
    id: 'control-characters-stripped',
    description: 'Control characters are left out of what is kept, and answered so.',
    install: (behaviour) => {
      behaviour.recordInput = (input) => mapTexts(input, (text) => text.replace(/\p{Cc}/gu, ''));
    },
  },
  {
    id: 'numeric-client-ids',
    description: 'Client ids are numbers in sequence.',
    install: (behaviour) => {
      let count = 4000;
      behaviour.newClientId = () => String(++count);
    },
  },
  {
    id: 'secret-kept-on-update',
    description: 'An update leaves the client its secret.',
    install: (behaviour) => {
      behaviour.rotatesClientSecrets = false;
    },
  },
  {
    id: 'uuid-client-ids',
    description: 'Client ids are UUIDs.',
    install: (behaviour) => {
      behaviour.newClientId = () => randomUUID();
    },
  },
  /** One for every eighth client of ours. */
  {
    id: 'namesakes-of-others',
    description: 'Others register clients of the same names meanwhile.',
    install: (behaviour) => {
      let count = 0;
      onSuccess(behaviour, registerOperation, (body, _call, { store }) => {
        const client = store.clients.get(String(body['client_id']));
        count += 1;
        if (client !== undefined && count % 8 === 0)
          store.putClient({
            ...client,
            client_id: behaviour.newClientId(),
            client_secret: behaviour.newClientSecret(),
          });
        return body;
      });
    },
  },
];
