import { z } from 'zod';
import { didYouMean } from '../spec/names/did-you-mean.ts';
import { isOperationId, operationIds } from '../spec/operation-ids.ts';
import type { OperationId } from '../spec/operation-ids.ts';
import { featureNames } from './features.ts';
import type { FeatureName } from './features.ts';
import { matchesGlob, readTargetFile } from './read-target-file.ts';

/** Whether a target has a feature: declared, or observed in its answers. */
export type Support = boolean | 'observe';

/** What a target declares of itself where the contract leaves it open. Plain JSON. */
export interface Profile {
  readonly name: string;
  /** The build that the profile was written for. */
  readonly build: string | null;
  /** Operations that need no credentials. */
  readonly public: readonly OperationId[];
  readonly supports: Readonly<Record<FeatureName, Support>>;
  /** Rules that do not apply to the target, by glob, with the reason. */
  readonly rules: Readonly<Record<string, { readonly off: string }>>;
  readonly limits: {
    /** A longer list may be refused; null if nothing is declared. */
    readonly maximumListLength: number | null;
  };
}

/** The plain contract: nothing is public, and whatever it leaves open is observed. */
export const contractProfile: Profile = {
  name: 'contract',
  build: null,
  public: [],
  supports: { bearer: 'observe', refreshRotation: 'observe', identityProvider: 'observe', adfs: 'observe' },
  rules: {},
  limits: { maximumListLength: null },
};

/** Reads a profile. Throws a {@link TargetFileError} with all problems, including unknown operations and rules. */
export async function loadProfile(file: string, ruleIds: readonly string[]): Promise<Profile> {
  return readTargetFile(file, profileSchema(ruleIds), profileKeys);
}

/** Keys of all objects in a profile, for whoever mistypes one. */
const profileKeys = [...Object.keys(contractProfile), ...featureNames, 'maximumListLength', 'off'];

const text = (what: string): z.ZodString =>
  z
    .string({ error: `expected ${what}, a text` })
    .trim()
    .min(1, { error: `expected ${what}, a text` });

const operation = z
  .string({ error: 'expected an operation id' })
  .refine((id): id is OperationId => isOperationId(id), {
    error: ({ input }) =>
      `there is no operation ${String(input)}${didYouMean(String(input), operationIds)}; use an id of the contract`,
  });

const support = z.union([z.boolean(), z.literal('observe')], { error: 'expected true, false or observe' });

const supports = z.strictObject(
  Object.fromEntries(featureNames.map((name) => [name, support.default('observe')])) as Record<
    FeatureName,
    z.ZodDefault<typeof support>
  >,
  { error: `expected an object of ${featureNames.join(', ')}` },
);

function profileSchema(ruleIds: readonly string[]): z.ZodType<Profile> {
  const glob = z.string().refine((value) => ruleIds.some((id) => matchesGlob(value, id)), {
    error: ({ input }) =>
      `no rule is called so${didYouMean(String(input), ruleIds)}; the command "rules" lists them`,
  });
  const off = z.strictObject(
    { off: text('why the rule does not apply') },
    { error: 'expected {"off": "why the rule does not apply"}' },
  );
  return z.strictObject(
    {
      name: text('the name of the profile'),
      build: text('the build of the target').nullable().default(null),
      public: z.array(operation, { error: 'expected a list of operation ids' }).default([]),
      supports: supports.prefault({}),
      rules: z.record(glob, off, { error: 'expected an object of rules' }).default({}),
      limits: z
        .strictObject(
          { maximumListLength: z.int({ error: whole }).min(1, { error: whole }).nullable().default(null) },
          { error: 'expected an object of limits' },
        )
        .prefault({}),
    },
    { error: 'expected a profile, an object with a name' },
  );
}

const whole = 'expected a whole number from 1';
