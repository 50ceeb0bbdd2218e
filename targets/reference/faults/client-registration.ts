import { onSuccess } from '../wrap/change-answer.ts';
import { mapArrays, mapTexts } from '../wrap/change-input.ts';
import { inputOperations, registerOperation } from '../wrap/concern.ts';
import { bodyMembers } from '../wrap/read-call.ts';
import type { Fault } from './fault.ts';

/** Faults in what a registration accepts, stores and returns. */
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
