import * as z from 'zod';
import { blocksKind } from '../../../layers/records/policies/domain/blocks.ts';
import { type PolicyDocument, policyDocumentSchema } from '../../../layers/records/policies/domain/document.ts';
import { exceptionsKind } from '../../../layers/records/policies/domain/exceptions.ts';
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
import { headingsKind } from '../../catalogue/public/headings-kind.ts';
import { unionRecordKind } from '../../catalogue/public/leading.ts';
import { matchingKind } from '../../catalogue/public/matching-kind.ts';
import { attributionKind } from '../../finance/public/attribution-kind.ts';
import { billingKind } from '../../finance/public/billing-policy.ts';
import { freeTierKind } from '../../finance/public/free-tier.ts';
import { priceBookKind } from '../../finance/public/price-change.ts';
import { costSharingKind } from '../../finance/public/sharing-key.ts';
import { sharingKind } from '../../resource-sharing/public/sharing-kind.ts';
import { bylawsKind } from './bylaws/bylaws.ts';

/** The kinds of policy that one person enters as decided, each declared by the context that reads it. */
export const adoptableKinds = [
  loanRulesKind,
  floorsKind,
  blocksKind,
  attributionKind,
  feesKind,
  sharingKind,
  patronsKind,
  movementKind,
  targetingKind,
  holdsKind,
  costSharingKind,
  noticesKind,
  billingKind,
  freeTierKind,
  unionRecordKind,
  copyTargetsKind,
  matchingKind,
  headingsKind,
  bylawsKind,
  exceptionsKind,
] as const;

/** Every kind of policy that the consortium decides: of prices one person proposes a change and another adopts it. */
export const policyKinds = [...adoptableKinds, priceBookKind] as const;

/** The name of a kind of policy. */
export type PolicyName = (typeof policyKinds)[number]['name'];

type Documents<K extends readonly PolicyKind[]> = {
  -readonly [I in keyof K]: ReturnType<typeof policyDocumentSchema<K[I]['name'], K[I]['body']>>;
};

/** A policy of any kind as adopted. */
export const policySchema = z.discriminatedUnion(
  'kind',
  policyKinds.map((kind) => policyDocumentSchema<string, z.ZodType>(kind)) as Documents<typeof policyKinds>,
);

/** Returns the kind of policy with this name. Throws for an unknown name; contracts accept known names only. */
export const policyKindOf = (name: PolicyName): PolicyKind => {
  const found = policyKinds.find((kind) => kind.name === name);
  if (!found) throw new Error(`There is no kind of policy ${name}.`);
  return found;
};

type DocumentOf<K extends PolicyKind> = K extends PolicyKind ? PolicyDocument<K> : never;

/** A policy of a known kind, as adopted; the kind determines the shape of its body. */
export type AdoptedPolicy = DocumentOf<(typeof policyKinds)[number]>;
