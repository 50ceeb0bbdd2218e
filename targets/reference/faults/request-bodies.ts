import { bodyJson, bodyMembers } from '../wrap/read-call.ts';
import { mapMembers, onAnswer } from '../wrap/change-answer.ts';
import { onCall, onJson } from '../wrap/change-call.ts';
import { inputOperations, jsonOperations, namingOperations } from '../wrap/concern.ts';
import { refuseWhen } from '../wrap/refuse-call.ts';
import type { Fault } from './fault.ts';

/** What a lenient parser makes of broken JSON: the members that it could read before it gave up. */
function repair(text: string): string {
  const names = ['client_name', 'client_description'];
  const found = names.map((name) => [
    name,
    new RegExp(`"${name}"\\s*:\\s*"([^"\\\\]*)`).exec(text)?.[1] ?? '',
  ]);
  return JSON.stringify({ redirect_uris: [], default_scopes: [], scopes: [], ...Object.fromEntries(found) });
}

/** Faults in which JSON bodies of registrations and updates are accepted. */
export const requestBodyFaults: readonly Fault[] = [
  {
    id: 'astral-text-refused',
    description: 'Characters beyond the BMP are refused, as by a three-byte database column.',
    trips: ['request.valid.accepted'],
    operations: namingOperations,
    install: (behaviour) => {
      refuseWhen(behaviour, namingOperations, (call) =>
        /\p{Surrogate}|[\u{10000}-\u{10ffff}]/u.test(JSON.stringify(bodyMembers(call))),
      );
    },
  },
  {
    id: 'description-limit-of-a-column',
    description: 'A description over 255 characters is too long.',
    trips: ['request.valid.accepted'],
    operations: namingOperations,
    install: (behaviour) => {
      behaviour.maxLength = { ...behaviour.maxLength, client_description: 255 };
    },
  },
  {
    id: 'empty-arrays-refused',
    description: 'An empty array counts as missing.',
    trips: ['request.valid.accepted'],
    operations: namingOperations,
    install: (behaviour) => {
      refuseWhen(behaviour, namingOperations, (call) =>
        Object.values(bodyMembers(call)).some((value) => Array.isArray(value) && value.length === 0),
      );
    },
  },
  {
    id: 'empty-description-refused',
    description: 'An empty description counts as missing.',
    trips: ['request.valid.accepted'],
    operations: namingOperations,
    install: (behaviour) => {
      refuseWhen(behaviour, namingOperations, (call) => bodyMembers(call)['client_description'] === '');
    },
  },
  {
    id: 'empty-name-refused',
    description: 'An empty name counts as missing.',
    trips: ['request.valid.accepted'],
    operations: namingOperations,
    install: (behaviour) => {
      refuseWhen(behaviour, namingOperations, (call) => bodyMembers(call)['client_name'] === '');
    },
  },
  {
    id: 'json-media-type-case-sensitive',
    description: 'A media type in other case is another one.',
    trips: ['request.valid.accepted', 'request.case.ignored'],
    operations: jsonOperations,
    install: (behaviour) => {
      refuseWhen(behaviour, jsonOperations, ({ headers }) => /[A-Z]/.test(headers['content-type'] ?? ''));
    },
  },
  {
    id: 'length-in-bytes',
    description: 'Lengths count bytes of UTF-8.',
    trips: ['request.valid.accepted'],
    operations: namingOperations,
    install: (behaviour) => {
      behaviour.textLength = (text) => Buffer.byteLength(text);
    },
  },
  {
    id: 'length-in-utf-16-units',
    description: 'Lengths count UTF-16 units, so that a character beyond the BMP counts as two.',
    trips: ['request.valid.accepted'],
    operations: namingOperations,
    install: (behaviour) => {
      behaviour.textLength = (text) => text.length;
    },
  },
  {
    id: 'name-limit-off-by-one',
    description: 'A name of 64 characters is too long.',
    trips: ['request.valid.accepted'],
    operations: namingOperations,
    install: (behaviour) => {
      behaviour.maxLength = { ...behaviour.maxLength, client_name: 63 };
    },
  },
  {
    id: 'array-body-unwrapped',
    description: 'A body that is an array is taken as its first entry, or as an empty object.',
    trips: ['request.invalid.refused'],
    operations: jsonOperations,
    install: (behaviour) => {
      onCall(behaviour, jsonOperations, (call) => {
        const body = bodyJson(call);
        return Array.isArray(body) ? { ...call, body: Buffer.from(JSON.stringify(body[0] ?? {})) } : call;
      });
    },
  },
  {
    id: 'array-entries-unchecked',
    description: 'Entries of arrays become text, whatever they are.',
    trips: ['request.invalid.refused'],
    operations: namingOperations,
    install: (behaviour) => {
      onJson(behaviour, namingOperations, (members) =>
        mapMembers(members, (value) => (Array.isArray(value) ? value.map(String) : value)),
      );
    },
  },
  {
    id: 'description-limit-off-by-one',
    description: 'A description of 1001 characters is accepted.',
    trips: ['request.invalid.refused'],
    operations: namingOperations,
    install: (behaviour) => {
      behaviour.maxLength = { ...behaviour.maxLength, client_description: 1001 };
    },
  },
  {
    id: 'fragment-registered',
    description: 'A redirect URI with a fragment is registered.',
    trips: ['request.invalid.refused'],
    operations: inputOperations,
    install: (behaviour) => {
      const accepts = behaviour.acceptsRedirectUri;
      behaviour.acceptsRedirectUri = (uri) => accepts(uri.split('#')[0] ?? '');
    },
  },
  {
    id: 'length-limits-unchecked',
    description: 'No text is too long.',
    trips: ['request.invalid.refused'],
    operations: namingOperations,
    install: (behaviour) => {
      behaviour.maxLength = { client_name: Infinity, client_description: Infinity };
    },
  },
  {
    id: 'length-of-composed-text',
    description: 'A letter and its accent count as one.',
    trips: ['request.invalid.refused'],
    operations: namingOperations,
    install: (behaviour) => {
      const { textLength } = behaviour;
      behaviour.textLength = (text) => textLength(text.normalize('NFC'));
    },
  },
  {
    id: 'length-of-trimmed-text',
    description: 'Blanks at the ends do not count for a length.',
    trips: ['request.invalid.refused'],
    operations: namingOperations,
    install: (behaviour) => {
      const { textLength } = behaviour;
      behaviour.textLength = (text) => textLength(text.trim());
    },
  },
  {
    id: 'lenient-json',
    description:
      'Text after the JSON value and trailing commas are ignored, and broken JSON is an empty object.',
    trips: ['request.invalid.refused'],
    operations: jsonOperations,
    install: (behaviour) => {
      onCall(behaviour, jsonOperations, (call) =>
        bodyJson(call) === undefined
          ? { ...call, body: Buffer.from(repair(Buffer.from(call.body).toString())) }
          : call,
      );
    },
  },
  {
    id: 'missing-arrays-defaulted',
    description: 'Missing arrays become empty ones.',
    trips: ['request.invalid.refused'],
    operations: namingOperations,
    install: (behaviour) => {
      onJson(behaviour, namingOperations, (members) => ({
        redirect_uris: [],
        default_scopes: [],
        scopes: [],
        ...members,
      }));
    },
  },
  {
    id: 'missing-description-defaulted',
    description: 'A missing description becomes the empty text.',
    trips: ['request.invalid.refused'],
    operations: namingOperations,
    install: (behaviour) => {
      onJson(behaviour, namingOperations, (members) => ({ client_description: '', ...members }));
    },
  },
  {
    id: 'name-limit-doubled',
    description: 'A name of up to 128 characters is accepted.',
    trips: ['request.invalid.refused'],
    operations: namingOperations,
    install: (behaviour) => {
      behaviour.maxLength = { ...behaviour.maxLength, client_name: 128 };
    },
  },
  {
    id: 'null-as-empty',
    description: 'Null is taken as the empty text or array.',
    trips: ['request.invalid.refused'],
    operations: namingOperations,
    install: (behaviour) => {
      onJson(behaviour, namingOperations, (members) =>
        mapMembers(members, (value, name) => (value !== null ? value : name.endsWith('s') ? [] : '')),
      );
    },
  },
  {
    id: 'refusal-with-status-200',
    description: 'A refusal has status 200 and is one by its envelope only.',
    trips: ['request.invalid.refused', 'response.schema.valid'],
    operations: jsonOperations,
    install: (behaviour) => {
      onAnswer(behaviour, jsonOperations, (answer) =>
        answer.status === 400 ? { ...answer, status: 200 } : answer,
      );
    },
  },
  {
    id: 'text-as-array',
    description: 'A single text is taken as an array of one.',
    trips: ['request.invalid.refused'],
    operations: namingOperations,
    install: (behaviour) => {
      onJson(behaviour, namingOperations, (members) =>
        mapMembers(members, (value, name) =>
          name.endsWith('s') && typeof value === 'string' ? [value] : value,
        ),
      );
    },
  },
  {
    id: 'texts-coerced',
    description: 'Numbers and booleans become text.',
    trips: ['request.invalid.refused'],
    operations: namingOperations,
    install: (behaviour) => {
      onJson(behaviour, namingOperations, (members) =>
        mapMembers(members, (value, name) =>
          name.startsWith('client_') && (typeof value === 'number' || typeof value === 'boolean')
            ? String(value)
            : value,
        ),
      );
    },
  },
  {
    id: 'json-media-type-unchecked',
    description: 'The JSON operations read JSON out of any media type.',
    trips: ['request.media-type.refused'],
    operations: jsonOperations,
    install: (behaviour) => {
      onCall(behaviour, jsonOperations, (call) => ({
        ...call,
        headers: { ...call.headers, 'content-type': 'application/json' },
      }));
    },
  },
];
