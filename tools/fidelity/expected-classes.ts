import { classOfRule } from '../../checks/classification.ts';
import type { DifferenceClass } from '../../checks/difference-class.ts';
import { faults } from '../../targets/reference/faults/index.ts';

/** The classes of the differences that a fault has to show: those of the rules that it trips. None for what is no fault. */
export function expectedClasses(fault: string): readonly DifferenceClass[] {
  const { trips = [] } = faults.find(({ id }) => id === fault) ?? {};
  return [...new Set(trips.map(classOfRule))];
}
