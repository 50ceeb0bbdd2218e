import { bodyForm } from '../wrap/read-call.ts';
import { authorizeOperation } from '../wrap/concern.ts';
import { refuseWhen } from '../wrap/refuse-call.ts';
import type { Variant } from './variant.ts';

/** Lawful ways to answer an authorization. */
export const authorizeVariants: readonly Variant[] = [
  {
    id: 'denial-refused',
    description: 'A denied authorization is answered with an envelope instead of a redirect.',
    install: (behaviour) => {
      refuseWhen(behaviour, authorizeOperation, (call) => bodyForm(call).get('confirm') === 'no');
    },
  },
  {
    id: 'issuer-parameter',
    description: 'Locations have an iss parameter (RFC 9207).',
    install: (behaviour) => {
      const locate = behaviour.buildLocation;
      behaviour.buildLocation = (uri, parameters) =>
        locate(uri, [...parameters, ['iss', 'https://prism.example.com:9440']]);
    },
  },
  {
    id: 'location-form-encoded',
    description: 'Locations are encoded as forms are, with a plus sign for a space.',
    install: (behaviour) => {
      const locate = behaviour.buildLocation;
      behaviour.buildLocation = (uri, parameters) => locate(uri, parameters).replaceAll('%20', '+');
    },
  },
  {
    id: 'empty-state-in-errors',
    description: 'An error that is told by redirect has an empty state where none was sent.',
    install: (behaviour) => {
      const locate = behaviour.buildLocation;
      behaviour.buildLocation = (uri, parameters) => {
        const names = parameters.map(([name]) => name);
        const isBare = names.includes('error') && !names.includes('state');
        return locate(uri, isBare ? [...parameters, ['state', '']] : parameters);
      };
    },
  },
  {
    id: 'foreign-states-refused',
    description: 'A state with other characters than those of RFC 6749 appendix A.5 is refused.',
    install: (behaviour) => {
      refuseWhen(behaviour, authorizeOperation, (call) => /[^ -~]/.test(bodyForm(call).get('state') ?? ''));
    },
  },
  {
    id: 'scope-required',
    description: 'An authorization without a scope is refused, as RFC 6749 section 3.3 allows.',
    install: (behaviour) => {
      refuseWhen(behaviour, authorizeOperation, (call) => (bodyForm(call).get('scope') ?? '') === '');
    },
  },
  {
    id: 'slash-in-location',
    description: 'A slash stands between redirect URI and query, as the prose of the contract shows.',
    install: (behaviour) => {
      const locate = behaviour.buildLocation;
      behaviour.buildLocation = (uri, parameters) =>
        locate(uri.includes('?') || uri.endsWith('/') ? uri : `${uri}/`, parameters);
    },
  },
  {
    id: 'state-before-code',
    description: 'Locations have the state before the code.',
    install: (behaviour) => {
      const locate = behaviour.buildLocation;
      behaviour.buildLocation = (uri, parameters) => locate(uri, [...parameters].reverse());
    },
  },
];
