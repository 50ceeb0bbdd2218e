import { catalogue } from '../../checks/catalogue.ts';
import { faults } from '../../targets/reference/faults/index.ts';

/** The ids of the rules of level MUST. */
export const musts: ReadonlySet<string> = new Set(
  catalogue.filter(({ level }) => level === 'MUST').map(({ id }) => id),
);

/** The faults of the reference target that violate a MUST. */
export const mustFaults = faults.filter(({ trips }) => trips.some((rule) => musts.has(rule)));
