import { entriesOf } from './family.ts';
import type { Contract, Operation } from '../spec/operation.ts';
import type { OperationId } from '../spec/operation-ids.ts';
import { jsonMediaType } from './request/build-request.ts';
import { sendableSchema } from './schema/sendable-schema.ts';
import type { LeftOut } from './schema/sendable-schema.ts';
import { unreachedLimits } from './schema/size-limits.ts';
import { domainOverlay } from './valid/domain.ts';
import { rememberEach } from '../spec/remember.ts';

/** A contract whose JSON bodies can be built, and what of the original one is not sent. */
export interface SendableContract {
  readonly contract: Contract;
  readonly leftOut: ReadonlyMap<OperationId, readonly LeftOut[]>;
}

/** The contract as requests to its operations are made from. Answers are judged by the original one. */
export const sendableContract = rememberEach((contract: Contract): SendableContract => {
  const leftOut = new Map<OperationId, readonly LeftOut[]>();
  const operations = entriesOf(contract.operations).map(([id, operation]): [OperationId, Operation] => {
    const { body } = operation;
    if (body?.mediaType !== jsonMediaType) return [id, operation];
    const found = sendableSchema(body.schema, [domainOverlay, () => undefined]);
    leftOut.set(id, [...found.leftOut, ...unreachedLimits(found.schema)]);
    return [id, { ...operation, body: { ...body, schema: found.schema } }];
  });
  return {
    contract: { ...contract, operations: Object.fromEntries(operations) as Contract['operations'] },
    leftOut,
  };
});
