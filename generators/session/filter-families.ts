import { entriesOf } from '../family.ts';
import type { Family } from '../family.ts';
import { longestPage } from '../request/judge-domain.ts';
import { registerStep } from '../setup/setup-steps.ts';
import { listStep } from './client-steps.ts';
import type { FamilyKind } from './family-name.ts';
import { asMain, sessionFamily } from './session-case.ts';
import { sessionClient } from './session-client.ts';

type FilterOf = (name: string) => string;

/** Sorts before the names of all fixtures, in any collation, since they begin with it. */
const stem = 'conformance-';
/** The name of no client. */
const noName = `${stem}none`;

/** FIQL filters that the client of a name passes. */
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

/** FIQL filters that the client of a name does not pass. */
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

/** Lists by filter, of a client whose name is known: a filter by its name says whether it is to be listed. */
export function filterFamilies(): readonly Family[] {
  return [
    ...entriesOf(finding).map(([kind, filterOf]) => filterFamily(`finds.${kind}`, filterOf)),
    ...entriesOf(leavingOut).map(([kind, filterOf]) => filterFamily(`leaves-out.${kind}`, filterOf)),
  ];
}

/** Alone, so that the clients of other cases do not fill the page. A target may not filter by every operator. */
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
