import { blocksKind } from '../../../../layers/records/policies/domain/blocks.ts';
import { inForce, type PolicyDocument } from '../../../../layers/records/policies/domain/document.ts';
import {
  type Exception,
  excepted,
  exceptionsAt,
  exceptionsKind,
} from '../../../../layers/records/policies/domain/exceptions.ts';
import { floorsKind } from '../../../../layers/records/policies/domain/floors.ts';
import { defaultHolds, type HoldsPolicy, holdsKind } from '../../../../layers/records/policies/domain/holds.ts';
import { loanRulesKind } from '../../../../layers/records/policies/domain/loan-rules.ts';
import { defaultMovement, type Movement, movementKind } from '../../../../layers/records/policies/domain/movement.ts';
import { type OwnKind, ownValuesIn } from '../../../../layers/records/policies/domain/own-values.ts';
import { type ResolvedRule, resolveLoanRule } from '../../../../layers/records/policies/domain/resolve.ts';
import {
  defaultTargeting,
  type Targeting,
  targetingKind,
} from '../../../../layers/records/policies/domain/targeting.ts';
import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';

/** The policies that circulation uses, as in force at one instant. */
export type CirculationPolicies = {
  loanRules: PolicyDocument<typeof loanRulesKind>;
  floors?: PolicyDocument<typeof floorsKind>;
  blocks: PolicyDocument<typeof blocksKind>;
  movement?: PolicyDocument<typeof movementKind>;
  targeting?: PolicyDocument<typeof targetingKind>;
  holds?: PolicyDocument<typeof holdsKind>;
  /** The exceptions of members in force at the instant. */
  exceptions?: readonly Exception[];
};

/** The kinds of policy that circulation uses. */
export const circulationKinds = [
  loanRulesKind,
  blocksKind,
  floorsKind,
  movementKind,
  targetingKind,
  holdsKind,
  exceptionsKind,
] as const;

/** Returns the targeting policy: as adopted, or the default. */
export const targetingOf = ({ targeting }: Pick<CirculationPolicies, 'targeting'>): Targeting =>
  targeting?.body ?? defaultTargeting;

/** Returns the holds policy: as adopted, or the default. */
export const holdsPolicyOf = ({ holds }: Pick<CirculationPolicies, 'holds'>): HoldsPolicy =>
  holds?.body ?? defaultHolds;

/** Returns whether the fines that overdue loans have accrued count in the limit of debts (C35). */
export const countsAccrued = ({ blocks }: Pick<CirculationPolicies, 'blocks'>): boolean =>
  blocks.body.accruedFines !== 'ignore';

/** Returns the movement policy: as adopted, or the default. */
export const movementOf = ({ movement }: Pick<CirculationPolicies, 'movement'>): Movement =>
  movement?.body ?? defaultMovement;

/** Selects the policies in force; undefined when the consortium has not yet adopted loan rules or block thresholds. */
export const circulationPolicies = (
  documents: readonly PolicyDocument[],
  at: string,
): CirculationPolicies | undefined => {
  const loanRules = inForce(documents, loanRulesKind, at);
  const blocks = inForce(documents, blocksKind, at);
  const floors = inForce(documents, floorsKind, at);
  const movement = inForce(documents, movementKind, at);
  const targeting = inForce(documents, targetingKind, at);
  const holds = inForce(documents, holdsKind, at);
  const exceptions = exceptionsAt(inForce(documents, exceptionsKind, at), at);
  if (loanRules === undefined || blocks === undefined) return undefined;
  return {
    loanRules,
    blocks,
    ...(floors && { floors }),
    ...(movement && { movement }),
    ...(targeting && { targeting }),
    ...(holds && { holds }),
    ...(exceptions.length > 0 && { exceptions }),
  };
};

/**
 * Returns the policies as they apply to the patrons of a member: with the limits that the member set for them itself, and those that exceptions
 * set for it.
 */
export const policiesFor = <P extends Pick<CirculationPolicies, 'blocks' | 'floors' | 'holds' | 'exceptions'>>(
  policies: P,
  { homeMember }: { homeMember: string },
): P => {
  const own = (kind: OwnKind, body: Parameters<typeof ownValuesIn>[0]) =>
    ownValuesIn(body, { floors: policies.floors?.body, kind, memberId: homeMember });
  const { blocks, holds, exceptions = [] } = policies;
  if (blocks.body.members === undefined && holds?.body.members === undefined && exceptions.length === 0)
    return policies;
  return {
    ...policies,
    blocks: { ...blocks, body: { ...blocks.body, ...own('blocks', blocks.body), ...excepted(exceptions, homeMember) } },
    ...(holds && { holds: { ...holds, body: { ...holds.body, ...own('holds', holds.body) } } }),
  };
};

/** The borrower's attributes that the loan rules use. */
export type Borrower = { homeMember: string; category: string; residence?: string | undefined };

/** Returns whether the loan rules name an item's type as equipment, for the decision log. */
export const isEquipment = (
  { loanRules }: Pick<CirculationPolicies, 'loanRules'>,
  { category }: Pick<ItemCirculation, 'category'>,
): boolean => loanRules.body.equipmentTypes.includes(category);

/** Returns the side of a loan rule's condition on residence, which the patron met when the rule decided; nothing where it has none. */
export const residenceMet = (
  { loanRules }: Pick<CirculationPolicies, 'loanRules'>,
  ruleId: string,
): { residence?: 'in' | 'not-in' } => {
  const wanted = loanRules.body.rules.find(({ id }) => id === ruleId)?.when.patronResidence;
  return wanted ? { residence: 'in' in wanted ? 'in' : 'not-in' } : {};
};

/** Returns the borrower of a hold, as the patron was when the hold was placed. */
export const borrowerOf = ({
  patronMember: homeMember,
  patronCategory: category,
  patronResidence: residence,
}: Pick<Hold, 'patronMember' | 'patronCategory' | 'patronResidence'>): Borrower => ({
  homeMember,
  category,
  residence,
});

/** The fields of an item that the loan rules use. */
export type RuledItem = Pick<ItemCirculation, 'branchId' | 'category' | 'location' | 'price'>;

/** Returns the loan rule for an item, a borrower and the branch of the checkout or pickup. */
export const ruleFor = (
  policies: CirculationPolicies,
  item: RuledItem,
  branchId: string,
  borrower: Borrower,
): ResolvedRule =>
  resolveLoanRule(
    policies.loanRules.body,
    policies.floors?.body,
    {
      itemBranch: item.branchId,
      checkoutBranch: branchId,
      patronHome: borrower.homeMember,
      patronCategory: borrower.category,
      patronResidence: borrower.residence,
      itemCategory: item.category,
      location: item.location,
      ...(item.price !== undefined && { price: item.price }),
    },
    policies.exceptions,
  );

/** Returns the branch whose calendar applies to a loan: the checkout branch, unless the consortium adopted the item's home. */
export const calendarBranch = (
  policies: Pick<CirculationPolicies, 'loanRules'>,
  item: ItemCirculation,
  checkoutBranch: string,
): string => (policies.loanRules.body.deciders.calendar === 'owner' ? item.branchId : checkoutBranch);

/** Returns the limit groups that count an item category, regardless of the rule's owner (C66). */
export const groupsOf = (policies: CirculationPolicies, category: string): string[] =>
  Object.entries(policies.loanRules.body.groups)
    .filter(([, categories]) => categories.includes(category))
    .map(([group]) => group);
