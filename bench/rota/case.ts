import { type LoanRequest, placeLoanRequest } from '../../functions/resource-sharing/domain/requests/request.ts';
import { balanceChanges, type LendingBalance } from '../../functions/resource-sharing/domain/rota/lending-balance.ts';
import type { RotaEntry } from '../../functions/resource-sharing/domain/rota/rota.ts';
import { defaultSharingPolicy } from '../../functions/resource-sharing/domain/sharing-policy.ts';
import { act } from '../../functions/resource-sharing/domain/workflow/act.ts';
import type { TriggerContext } from '../../functions/resource-sharing/domain/workflow/context.ts';
import type { Trigger } from '../../functions/resource-sharing/domain/workflow/triggers.ts';
import type { Demand } from './demand.ts';

/** A request of the simulation: the product's own loan request, and the simulation's measurements of it. */
export type Case = {
  index: number;
  demand: Demand;
  loan: LoanRequest;
  received?: number;
  parcels: number;
};

/** The counters of all members, as the product stores them. */
export type Counters = Map<string, LendingBalance>;

const iso = (at: number): string => new Date(at).toISOString();

/** Creates the request of a patron with its rota, before any supplier is asked. */
export const placeCase = (index: number, demand: Demand, requesterMember: string, rota: RotaEntry[]): Case => {
  const placed = {
    ...{ requesterMember, rota, patronId: 'patron' },
    requestId: `req-${index}`,
    kind: 'consortium-loan' as const,
    recordId: `rec-${demand.title}`,
    pickupBranch: `${requesterMember}.main`,
    serviceLevel: 'normal' as const,
    placedAt: iso(demand.at),
    needBy: iso(demand.needBy),
  };
  return { index, demand, loan: placeLoanRequest(placed, defaultSharingPolicy.timers), parcels: 0 };
};

const count = (counters: Counters, { member, add }: { member: string; add: LendingBalance }): void => {
  const total: Record<string, number> = { ...counters.get(member) };
  for (const [name, amount] of Object.entries(add)) total[name] = (total[name] ?? 0) + amount;
  counters.set(member, total);
};

/**
 * Applies a trigger to a case by the product's workflow and increments the members' counters as the product does. Returns false if
 * the workflow refuses it: a timer that no longer runs, an answer that comes too late.
 */
export const applyTo = (
  one: Case,
  counters: Counters,
  at: number,
  trigger: Trigger,
  more: Pick<TriggerContext, 'side'> & Partial<TriggerContext>,
): boolean => {
  const acted = act(one.loan, trigger, {
    ...more,
    at: iso(at),
    by: { kind: 'system' },
    policy: defaultSharingPolicy.timers,
  });
  if ('refused' in acted || acted.unchanged) return false;
  one.loan = acted.request;
  for (const change of balanceChanges(acted)) count(counters, change);
  return true;
};
