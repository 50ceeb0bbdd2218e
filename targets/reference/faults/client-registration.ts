import { randomText } from '../behaviour.ts';
import { bodyMembers } from '../wrap/read-call.ts';
import { mapArrays, mapTexts } from '../wrap/change-input.ts';
import { onSuccess } from '../wrap/change-answer.ts';
import { deleteOperation, generateOperation, inputOperations, registerOperation } from '../wrap/concern.ts';
import type { Fault } from './fault.ts';

/** Faults in what a registration takes, keeps and gives. */
export const clientRegistrationFaults: readonly Fault[] = [
  {
    id: 'arrays-cut-at-ten',
    description: 'Arrays keep ten entries.',
    trips: [
      'client.registration.echoed',
      'client.registration.stored',
      'client.update.echoed',
      'client.update.stored',
    ],
    operations: inputOperations,
    install: (behaviour) => {
      behaviour.recordInput = (input) => mapArrays(input, (array) => array.slice(0, 10));
    },
  },
  {
    id: 'arrays-deduplicated',
    description: 'Equal entries of arrays become one.',
    trips: [
      'client.registration.echoed',
      'client.registration.stored',
      'client.update.echoed',
      'client.update.stored',
    ],
    operations: inputOperations,
    install: (behaviour) => {
      behaviour.recordInput = (input) => mapArrays(input, (array) => [...new Set(array)]);
    },
  },
  {
    id: 'arrays-sorted',
    description: 'Arrays lose their order.',
    trips: [
      'client.registration.echoed',
      'client.registration.stored',
      'client.update.echoed',
      'client.update.stored',
    ],
    operations: inputOperations,
    install: (behaviour) => {
      behaviour.recordInput = (input) => mapArrays(input, (array) => [...array].sort());
    },
  },
  {
    id: 'astral-mojibake',
    description: 'Characters beyond the BMP become replacement characters.',
    trips: [
      'client.registration.echoed',
      'client.registration.stored',
      'client.update.echoed',
      'client.update.stored',
    ],
    operations: inputOperations,
    install: (behaviour) => {
      behaviour.recordInput = (input) =>
        mapTexts(input, (text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '\ufffd'));
    },
  },
  {
    id: 'empty-entries-dropped',
    description: 'Empty entries of arrays are lost.',
    trips: [
      'client.registration.echoed',
      'client.registration.stored',
      'client.update.echoed',
      'client.update.stored',
    ],
    operations: inputOperations,
    install: (behaviour) => {
      behaviour.recordInput = (input) => mapArrays(input, (array) => array.filter((entry) => entry !== ''));
    },
  },
  {
    id: 'plus-as-space',
    description: 'A plus sign becomes a space, as if JSON were a form.',
    trips: [
      'client.registration.echoed',
      'client.registration.stored',
      'client.update.echoed',
      'client.update.stored',
    ],
    operations: inputOperations,
    install: (behaviour) => {
      behaviour.recordInput = (input) => mapTexts(input, (text) => text.replaceAll('+', ' '));
    },
  },
  {
    id: 'redirect-uris-normalised',
    description: 'Redirect URIs are kept as a URL parser writes them.',
    trips: [
      'client.registration.echoed',
      'client.registration.stored',
      'client.update.echoed',
      'client.update.stored',
    ],
    operations: inputOperations,
    install: (behaviour) => {
      behaviour.recordInput = (input) => ({
        ...input,
        redirect_uris: input.redirect_uris.map((uri) => new URL(uri).href),
      });
    },
  },
  {
    id: 'registration-echo-incomplete',
    description: 'A registration answers empty arrays and stores the right ones.',
    trips: ['client.registration.echoed'],
    operations: registerOperation,
    install: (behaviour) => {
      onSuccess(behaviour, registerOperation, (body) => ({ ...body, redirect_uris: [], default_scopes: [] }));
    },
  },
  {
    id: 'spaces-collapsed',
    description: 'Runs of white space become one space.',
    trips: [
      'client.registration.echoed',
      'client.registration.stored',
      'client.update.echoed',
      'client.update.stored',
    ],
    operations: inputOperations,
    install: (behaviour) => {
      behaviour.recordInput = (input) => mapTexts(input, (text) => text.replace(/\s+/g, ' '));
    },
  },
  {
    id: 'text-as-latin-1',
    description: 'UTF-8 is read as ISO 8859-1.',
    trips: [
      'client.registration.echoed',
      'client.registration.stored',
      'client.update.echoed',
      'client.update.stored',
    ],
    operations: inputOperations,
    install: (behaviour) => {
      behaviour.recordInput = (input) => mapTexts(input, (text) => Buffer.from(text).toString('latin1'));
    },
  },
  {
    id: 'text-escaped',
    description: 'Texts are escaped for HTML.',
    trips: [
      'client.registration.echoed',
      'client.registration.stored',
      'client.update.echoed',
      'client.update.stored',
    ],
    operations: inputOperations,
    install: (behaviour) => {
      behaviour.recordInput = (input) =>
        mapTexts(input, (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
    },
  },
  {
    id: 'text-lower-cased',
    description: 'Texts are lower-cased.',
    trips: [
      'client.registration.echoed',
      'client.registration.stored',
      'client.update.echoed',
      'client.update.stored',
    ],
    operations: inputOperations,
    install: (behaviour) => {
      behaviour.recordInput = (input) => mapTexts(input, (text) => text.toLowerCase());
    },
  },
  {
    id: 'text-normalised',
    description: 'Texts are brought into Unicode NFC.',
    trips: [
      'client.registration.echoed',
      'client.registration.stored',
      'client.update.echoed',
      'client.update.stored',
    ],
    operations: inputOperations,
    install: (behaviour) => {
      behaviour.recordInput = (input) => mapTexts(input, (text) => text.normalize('NFC'));
    },
  },
  {
    id: 'text-trimmed',
    description: 'Spaces at the ends of texts are lost.',
    trips: [
      'client.registration.echoed',
      'client.registration.stored',
      'client.update.echoed',
      'client.update.stored',
    ],
    operations: inputOperations,
    install: (behaviour) => {
      behaviour.recordInput = (input) => mapTexts(input, (text) => text.trim());
    },
  },
  {
    id: 'description-cut-when-stored',
    description: 'A registration echoes the description whole and keeps 255 characters of it.',
    trips: ['client.registration.stored'],
    operations: registerOperation,
    install: (behaviour) => {
      onSuccess(behaviour, registerOperation, (body, _call, { store }) => {
        const client = store.clients.get(String(body['client_id']));
        if (client !== undefined)
          store.putClient({ ...client, client_description: client.client_description.slice(0, 255) });
        return body;
      });
    },
  },
  {
    id: 'redirect-uri-slash-stripped',
    description: 'The slash at the end of a redirect URI is dropped.',
    trips: ['client.registration.stored'],
    install: (behaviour) => {
      const record = behaviour.recordInput;
      behaviour.recordInput = (input) => {
        const { redirect_uris, ...others } = record(input);
        return { ...others, redirect_uris: redirect_uris.map((uri) => uri.replace(/\/$/, '')) };
      };
    },
  },
  {
    id: 'registration-lost',
    description: 'A registration is answered and never stored.',
    trips: ['client.registration.stored'],
    operations: registerOperation,
    install: (behaviour) => {
      onSuccess(behaviour, registerOperation, (body, _call, { store }) => {
        store.removeClient(String(body['client_id']), false);
        return body;
      });
    },
  },
  {
    id: 'line-ends-normalised',
    description: 'Ends of lines are kept as one character each.',
    trips: ['client.odd-text.kept'],
    operations: inputOperations,
    install: (behaviour) => {
      behaviour.recordInput = (input) => mapTexts(input, (text) => text.replaceAll('\r\n', '\n'));
    },
  },
  {
    id: 'client-ids-reused',
    description: 'The id of a deleted client is given to the next one of its name.',
    trips: ['client.id.never-reused'],
    operations: registerOperation,
    install: (behaviour) => {
      const free = new Map<string, string>();
      onSuccess(behaviour, deleteOperation, (body) => {
        free.set(String(body['client_name']), String(body['client_id']));
        return body;
      });
      onSuccess(behaviour, registerOperation, (body, _call, { store }) => {
        const id = free.get(String(body['client_name']));
        const client = store.clients.get(String(body['client_id']));
        if (id === undefined || client === undefined) return body;
        free.delete(client.client_name);
        store.removeClient(client.client_id, false);
        store.putClient({ ...client, client_id: id });
        return { ...body, client_id: id };
      });
    },
  },
  {
    id: 'client-ids-of-names',
    description: 'The id of a client is made of its name, so that one replaces another.',
    trips: ['client.id.unique'],
    operations: registerOperation,
    install: (behaviour) => {
      const record = behaviour.recordInput;
      let name = '';
      behaviour.recordInput = (input) => {
        name = input.client_name;
        return record(input);
      };
      behaviour.newClientId = () => `client-${Buffer.from(name).toString('hex').slice(0, 2)}`;
    },
  },
  {
    id: 'client-ids-in-latin-1',
    description: 'Client ids hold characters that are not printable ASCII.',
    trips: ['client.id.visible'],
    operations: registerOperation,
    install: (behaviour) => {
      behaviour.newClientId = () => `${randomText(16)}\u00e9`;
    },
  },
  {
    id: 'caller-chooses-id',
    description: 'A client_id in the body of a registration is taken.',
    trips: ['client.identifiers.assigned'],
    operations: registerOperation,
    install: (behaviour) => {
      onSuccess(behaviour, registerOperation, (body, call, { store }) => {
        const { client_id: chosen } = bodyMembers(call);
        const client = store.clients.get(String(body['client_id']));
        if (typeof chosen !== 'string' || client === undefined) return body;
        store.putClient({ ...client, client_id: chosen });
        return { ...body, client_id: chosen };
      });
    },
  },
  {
    id: 'client-secrets-sequential',
    description: 'Client secrets are numbers in sequence.',
    trips: ['client.secret.unguessable'],
    operations: registerOperation,
    install: (behaviour) => {
      let count = 0;
      behaviour.newClientSecret = () => `secret-${String(++count).padStart(24, '0')}`;
    },
  },
  {
    id: 'client-secrets-short',
    description: 'Client secrets have 24 random bits.',
    trips: ['client.secret.unguessable'],
    operations: registerOperation,
    install: (behaviour) => {
      behaviour.newClientSecret = () => randomText(3);
    },
  },
  {
    id: 'registered-secrets-short',
    description: 'Secrets of registered clients have 48 bits; those of generated ones are good.',
    trips: ['client.secret.unguessable'],
    operations: registerOperation,
    install: (behaviour) => {
      onSuccess(behaviour, registerOperation, (body, _call, { store }) => {
        const client = store.clients.get(String(body['client_id']));
        if (client === undefined) return body;
        const secret = randomText(6);
        store.putClient({ ...client, client_secret: secret });
        return { ...body, client_secret: secret };
      });
    },
  },
  {
    id: 'client-secrets-constant',
    description: 'All clients have the same secret.',
    trips: ['client.secret.unique'],
    operations: registerOperation,
    install: (behaviour) => {
      behaviour.newClientSecret = () => 'cf136dc3c1fc93f31185e5885805d';
    },
  },
  {
    id: 'generated-clients-shared',
    description: 'Every generated token belongs to the same client.',
    trips: ['client.secret.unique'],
    operations: generateOperation,
    install: (behaviour) => {
      let first: { readonly id: unknown; readonly secret: unknown } | null = null;
      onSuccess(behaviour, generateOperation, (body) => {
        first ??= { id: body['client_id'], secret: body['client_secret'] };
        return { ...body, client_id: first.id, client_secret: first.secret };
      });
    },
  },
  {
    id: 'client-secrets-in-latin-1',
    description: 'Client secrets hold characters that are not printable ASCII.',
    trips: ['client.secret.visible'],
    operations: registerOperation,
    install: (behaviour) => {
      behaviour.newClientSecret = () => `${randomText(24)}\u00e9`;
    },
  },
  {
    id: 'unknown-members-kept',
    description: 'Members that the contract does not know are kept and answered.',
    trips: ['client.unknown-member.dropped'],
    operations: registerOperation,
    install: (behaviour) => {
      onSuccess(behaviour, registerOperation, (body, call, { store }) => {
        const client = store.clients.get(String(body['client_id']));
        if (client !== undefined) store.putClient({ ...bodyMembers(call), ...client });
        return { ...bodyMembers(call), ...body };
      });
    },
  },
];
