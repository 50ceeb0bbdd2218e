import type { Contract } from '../../spec/operation.ts';
import type { Family } from '../family.ts';
import { buildRequest } from '../request/build-request.ts';
import { markClients } from '../setup/mark-client.ts';
import { readBackStep } from '../setup/probe-steps.ts';
import { mainRequestStep, registerStep } from '../setup/setup-steps.ts';
import { clientInputs, emptiedClient } from './register-client.ts';
import { validFamily } from './valid-family.ts';

const operation = 'oauth_client_client_id_delete';

/** Valid deletions of a client of the case's own, with every kind of text in it: it is echoed, and is then gone. */
export function deleteClientFamilies(contract: Contract): readonly Family[] {
  const schema = contract.operations.oauth_client_post.body?.schema ?? true;
  const inputs = markClients(clientInputs(schema), schema);
  const main = mainRequestStep(operation, buildRequest(operation));
  return [
    validFamily({
      operation,
      name: 'domain',
      steps: inputs.map((input) => [registerStep(input), main, readBackStep()]),
    }),
    validFamily({
      operation,
      name: 'emptied',
      steps: emptiedClient.map((input) => [registerStep(input), main, readBackStep()]),
      enough: 12,
    }),
  ];
}
