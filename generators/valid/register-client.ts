import type { Operation } from '../../spec/operation.ts';
import type { Family } from '../family.ts';
import { slot } from '../request/build-request.ts';
import { readBackStep } from '../setup/probe-steps.ts';
import { jsonFamilies } from './json-families.ts';

/** Valid registrations: what is written is read back. */
export function registerClientFamilies(operation: Operation): readonly Family[] {
  return jsonFamilies(operation, { after: [readBackStep(slot('created.id'))] });
}
