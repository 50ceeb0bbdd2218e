import { entriesOf } from '../family.ts';
import type { Family } from '../family.ts';
import { longestPage } from '../request/judge-domain.ts';
import { registerStep } from '../setup/setup-steps.ts';
import { listStep } from './client-steps.ts';
import type { FamilyKind } from './family-name.ts';
import { asMain, sessionFamily } from './session-case.ts';
import { sessionClient } from './session-client.ts';

type FilterOf = (name: string) => string;

/** The names of all fixtures begin with this, so it sorts before them in any collation. */
const stem = 'conformance-';
/** A name that no client has. */
const noName = `${stem}none`;

/** FIQL filters that match a client by its name. */
const finding = {
  equal: (name) => `client_name==${name}`,
  unequal: () => `client_name!=${noName}`,
  'at-most': (name) => `client_name=le=${name}`,
  'at-least': (name) => `client_name=ge=${name}`,
  below: (name) => `client_name=lt=${name}0`,
  above: () => `client_name=gt=${stem}`,
  prefix: () => `client_name==${stem}*`,
  suffix: (name) => `client_name==*${name.slice(stem.length)}`,
  or: (name) => `client_name==${noName},client_name==${name}`,
  and: (name) => `client_name==${name};client_name=ge=${stem}`,
} satisfies Readonly<Record<string, FilterOf>>;

/** FIQL filters that do not match a client of that name. */
const leavingOut = {
  equal: () => `client_name==${noName}`,
  part: (name) => `client_name==${name.slice(0, -1)}`,
  end: (name) => `client_name==${name.slice(1)}`,
  unequal: (name) => `client_name!=${name}`,
  'unequal-prefix': () => `client_name!=${stem}*`,
  below: (name) => `client_name=lt=${name}`,
  above: (name) => `client_name=gt=${name}`,
  'at-most': () => `client_name=le=${stem}`,
  'at-least': (name) => `client_name=ge=${name}0`,
  or: (name) => `client_name==${noName},client_name!=${name}`,
  and: (name) => `client_name==${noName};client_name==${name}`,
} satisfies Readonly<Record<string, FilterOf>>;

/** Filtered lists. A filter by the name of a known client tells whether that client has to be listed. */
export function filterFamilies(): readonly Family[] {
  return [
    ...entriesOf(finding).map(([kind, filterOf]) => filterFamily(`finds.${kind}`, filterOf)),
    ...entriesOf(leavingOut).map(([kind, filterOf]) => filterFamily(`leaves-out.${kind}`, filterOf)),
  ];
}

/** Runs alone, so that clients of other cases do not fill the page. A target may not support every operator. */
function filterFamily(kind: FamilyKind<'list.filtered'>, filterOf: FilterOf): Family {
  return sessionFamily({
    name: `list.filtered.${kind}`,
    isAlone: true,
    expectation: 'either',
    aspect: 'input',
    values: sessionClient,
    steps: ({ input }) => [
      registerStep(input),
      asMain(listStep({ length: longestPage, filter: filterOf(input.client_name) })),
    ],
    enough: 2,
  });
}
