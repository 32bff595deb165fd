import * as z from 'zod';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';
import { blocksKind } from '../../../layers/records/policies/domain/blocks.ts';
import { feesKind } from '../../../layers/records/policies/domain/fees.ts';
import { floorsKind } from '../../../layers/records/policies/domain/floors.ts';
import { holdsKind } from '../../../layers/records/policies/domain/holds.ts';
import { loanRulesKind } from '../../../layers/records/policies/domain/loan-rules.ts';
import { movementKind } from '../../../layers/records/policies/domain/movement.ts';
import { noticesKind } from '../../../layers/records/policies/domain/notices.ts';
import { patronsKind } from '../../../layers/records/policies/domain/patrons.ts';
import type { PolicyKind } from '../../../layers/records/policies/domain/policy-kind.ts';
import { targetingKind } from '../../../layers/records/policies/domain/targeting.ts';
import { copyTargetsKind } from '../../catalogue/public/copy-targets.ts';
import { unionRecordKind } from '../../catalogue/public/leading.ts';
import { attributionKind } from '../../finance/public/attribution-kind.ts';
import { billingKind } from '../../finance/public/billing-policy.ts';
import { freeTierKind } from '../../finance/public/free-tier.ts';
import { costSharingKind } from '../../finance/public/sharing-key.ts';
import { sharingKind } from '../../resource-sharing/public/sharing-kind.ts';
import { type PolicyName, policyKinds } from '../domain/policy-kinds.ts';

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

/**
 * A policy to adopt, validated by the schema of its kind. Prices are excluded: one person proposes a price change and another adopts it
 * (`finance-prepare-price-change`).
 */
export const adoptionSchema = z.discriminatedUnion('kind', [
  adoptionOf(loanRulesKind),
  adoptionOf(floorsKind),
  adoptionOf(blocksKind),
  adoptionOf(attributionKind),
  adoptionOf(feesKind),
  adoptionOf(sharingKind),
  adoptionOf(patronsKind),
  adoptionOf(movementKind),
  adoptionOf(targetingKind),
  adoptionOf(holdsKind),
  adoptionOf(costSharingKind),
  adoptionOf(noticesKind),
  adoptionOf(billingKind),
  adoptionOf(freeTierKind),
  adoptionOf(unionRecordKind),
  adoptionOf(copyTargetsKind),
]);

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
