import type { PlaceHoldRequest } from '../../functions/circulation/domain/holds/place-hold.ts';
import type { Hold } from '../../functions/items/domain/hold.ts';
import type { HoldsPolicy } from '../../layers/records/policies/domain/holds.ts';
import { aCalendar } from './calendar.ts';
import { anItem, aPatron, monday, policies } from './circulation.ts';
import { holdsDocument } from './policies.ts';

/** Policies with a changed holds policy. */
export const by = (over: Partial<HoldsPolicy>) => ({ ...policies(), holds: holdsDocument(over) });
/** The calendar of the pickup branch. */
export const calendar = aCalendar();
/** The input of a hold: a title with one copy, for a patron without loans and holds. */
export const aRequest = (over: Partial<PlaceHoldRequest> = {}): PlaceHoldRequest => ({
  ...{ holdId: 'hld_1', recordId: 'rec_1', patron: aPatron({ patronId: 'pat_2' }), at: monday, policies: policies() },
  pickup: { branchId: 'cedar.main', allowsPickup: true, calendar },
  items: [anItem()],
  ownHolds: [],
  ...over,
});

type Answer = { refused?: { code: string }[] } | object;
/** Returns the codes of all refusals; none if it was accepted. */
export const codes = (decision: Answer): string[] =>
  'refused' in decision && decision.refused ? decision.refused.map(({ code }) => code) : [];
/** Returns the holds that a decision writes. */
export const holdsAfter = (decision: object): Hold[] =>
  'changes' in decision
    ? (decision as { changes: { holds: { after: Hold }[] } }).changes.holds.map((one) => one.after)
    : [];
/** Returns the events of a decision. */
export const factNames = (decision: object): string[] =>
  'facts' in decision ? (decision as { facts: { name: string }[] }).facts.map(({ name }) => name) : [];

/** A block in the whole consortium. */
export const block = (code: string) => ({ code, scope: 'consortium', since: monday, by: 'staff:1' });
/** A volume of a multi-volume work. */
export const volume = (part: string, itemId: string) => anItem({ part, itemId });
