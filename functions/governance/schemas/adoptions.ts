import * as z from 'zod';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';
import type { PolicyKind } from '../../../layers/records/policies/domain/policy-kind.ts';
import { adoptableKinds, type PolicyName, policyKinds } from '../domain/policy-kinds.ts';

/** The kinds of policy. */
export const kindSchema = z.enum(policyKinds.map(({ name }) => name) as [PolicyName, ...PolicyName[]]);

const adoptionOf = <N extends string, S extends z.ZodType>(kind: PolicyKind<N, S>) =>
  z.strictObject({
    kind: z.literal(kind.name),
    /** The instant at which it takes effect; now when absent. */
    effectiveFrom: z.iso.datetime().optional(),
    /** The last version that who decides has read, 0 when there was none; refused when another was adopted since. */
    follows: z.int().min(0).default(0),
    /**
     * Whether the versions that were adopted before and begin after this one are ended before they begin. Required where there are such versions.
     */
    endsLater: z.boolean().optional(),
    decisionReference: oneLine(200),
    body: kind.body,
  });

type Adoptions<K extends readonly PolicyKind[]> = {
  -readonly [I in keyof K]: ReturnType<typeof adoptionOf<K[I]['name'], K[I]['body']>>;
};

/**
 * A policy to adopt, validated by the schema of its kind. Prices are excluded: one person proposes a price change and another adopts it
 * (`finance-prepare-price-change`).
 */
export const adoptionSchema = z.discriminatedUnion(
  'kind',
  adoptableKinds.map((kind) => adoptionOf<string, z.ZodType>(kind)) as Adoptions<typeof adoptableKinds>,
);

export type Adoption = z.infer<typeof adoptionSchema>;

/** A policy, as the contracts show it. */
export const examplePolicy = {
  kind: 'blocks' as const,
  version: 1,
  effectiveFrom: '2026-07-01T00:00:00.000Z',
  decisionReference: 'Board 2026-05-12, item 4',
  adoptedBy: 'staff:stf_01kaw5v7n0000000000000000z',
  body: { maxLoans: 50, maxHolds: 20, owedLimit: 1000, perGroup: { dvd: 5 } },
};
