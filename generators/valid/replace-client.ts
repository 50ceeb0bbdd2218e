import fc from 'fast-check';
import type { Operation } from '../../spec/operation.ts';
import type { Step } from '../case.ts';
import type { Family } from '../family.ts';
import { buildRequest } from '../request/build-request.ts';
import { buildArbitrary } from '../schema/build-arbitrary.ts';
import { markClients } from '../setup/mark-client.ts';
import { readBackStep, replayStep } from '../setup/probe-steps.ts';
import { mainRequestStep, registerStep } from '../setup/setup-steps.ts';
import { domainOverlay } from './domain.ts';
import { jsonFamilies } from './json-families.ts';
import { freshClient } from './register-client.ts';
import { validFamily } from './valid-family.ts';

/** Valid replacements of a client of the case's own: what is written is read back, also if it is written twice. */
export function replaceClientFamilies(operation: Operation): readonly Family[] {
  const schema = operation.body?.schema ?? true;
  if (schema === false) return [];
  const before = freshClient.map((client) => [registerStep(client)]);
  const bodies = markClients(buildArbitrary(schema, domainOverlay), schema);
  return [
    ...jsonFamilies(operation, { before, after: [readBackStep()] }),
    validFamily({
      operation: operation.id,
      name: 'repeated',
      steps: fc.tuple(before, bodies).map(([setup, json]): readonly Step[] => {
        const main = mainRequestStep(operation.id, buildRequest(operation.id, { json }));
        return [...setup, main, replayStep(main), readBackStep()];
      }),
      enough: 20,
    }),
  ];
}
