import type { BranchCalendar } from '../calendar/branch-calendar.ts';
import { memberOfBranch } from '../identity/roles.ts';
import { type CopyOutlook, copyOutlook, type Fillability, fillability } from './copies.ts';
import { type Decision, nothingYet } from './decision.ts';
import { type Finding, finding, refusalsIn } from './findings.ts';
import { type Hold, isOver } from './hold.ts';
import type { ItemCirculation } from './item-circulation.ts';
import { limitFindings, owedLimit, standingFindings } from './patron-checks.ts';
import type { Limit, PatronStanding } from './patron-standing.ts';
import type { CirculationPolicies } from './policies.ts';
import type { RefusalFor } from './refusals.ts';

/** All that placing a hold is decided on. */
export type PlaceHoldRequest = {
  holdId: string;
  recordId: string;
  /** Only when one copy and no other is wanted. */
  itemId?: string;
  patron: PatronStanding;
  pickup: { branchId: string; allowsPickup: boolean; calendar: BranchCalendar };
  at: string;
  policies: CirculationPolicies;
  /** All copies of the union record. */
  items: readonly ItemCirculation[];
  /** The patron's holds on this union record. */
  ownHolds: readonly Hold[];
};

const repeated = ({ ownHolds, items, patron }: PlaceHoldRequest): Finding<RefusalFor<'placeHold'>>[] => {
  const open = ownHolds.find((hold) => !isOver(hold));
  const lent = items.find((item) => item.loan?.patronId === patron.patronId);
  return [
    finding('already-requested', open === undefined, open ? `Hold ${open.holdId} is open` : 'No open hold'),
    finding(
      'already-lent-to-patron',
      lent === undefined,
      lent ? `Copy ${lent.itemId} is lent to the patron` : 'No copy lent to the patron',
    ),
  ];
};

const copyFindings = ({ now, later, onRequest }: CopyOutlook): Finding<RefusalFor<'placeHold'>>[] => {
  const counts = `${now} copies now, ${later} later, ${onRequest} on request only`;
  const common = now + later > 0;
  return [
    finding('no-holdable-copy', common || onRequest > 0, counts),
    finding('only-on-request', common || onRequest === 0, counts),
  ];
};

const placed = ({ holdId, recordId, itemId, patron, pickup, at }: PlaceHoldRequest): Hold => ({
  holdId,
  recordId,
  ...(itemId && { itemId }),
  patronId: patron.patronId,
  patronMember: patron.homeMember,
  patronCategory: patron.category,
  pickupBranch: pickup.branchId,
  placedAt: at,
  priority: 0,
  state: 'placed',
  v: 1,
});

/**
 * Decides a hold. Refuses with every failed part at once (C26, C28, C30, C35). One whose copies are all lent may wait;
 * `fillability` then says `consortium-loan`, so that the patron can be offered that way instead.
 */
export const decidePlaceHold = (
  request: PlaceHoldRequest,
): Decision<RefusalFor<'placeHold'>> & { outlook: CopyOutlook; fillability: Fillability } => {
  const { patron, pickup, policies, at, itemId } = request;
  const items = request.items.filter((item) => itemId === undefined || item.itemId === itemId);
  const outlook = copyOutlook(items, policies, pickup.branchId, patron);
  const { maxHolds, owedLimit: owed } = policies.blocks.body;
  const limits: Limit[] = [{ counter: 'holds', below: maxHolds }, owedLimit(owed)];
  const findings: Finding<RefusalFor<'placeHold'>>[] = [
    ...standingFindings(patron, [memberOfBranch(pickup.branchId)], pickup.calendar, at),
    ...limitFindings(patron, limits).flatMap(({ check, ...rest }) =>
      check === 'too-many-holds' || check === 'owed-over-limit' ? [{ check, ...rest }] : [],
    ),
    ...repeated(request),
    finding('pickup-not-allowed', pickup.allowsPickup, `Pickup at ${pickup.branchId}`),
    ...copyFindings(outlook),
  ];
  const said = {
    explain: { checks: findings, policyVersion: policies.loanRules.version },
    outlook,
    fillability: fillability(outlook),
  };
  const refused = refusalsIn(findings);
  if (refused.length > 0) return { refused, ...said };
  const out = nothingYet();
  const { blocks, expiresOn, patronId, homeMember } = patron;
  out.changes.holds.push({ after: placed(request) });
  // The number of holds must stand as read: of two requests at once for one record, the second decides again (C28).
  const asRead = { blocks, expiresOn, holds: patron.counters.holds };
  out.changes.patrons.push({ patronId, add: { holds: 1 }, limits, asRead });
  const { holdId, recordId } = request;
  out.facts.push({
    name: 'hold-placed',
    at,
    members: { patron: homeMember },
    holdId,
    patronId,
    branchId: pickup.branchId,
    detail: { recordId },
  });
  return { ...out, ...said };
};
