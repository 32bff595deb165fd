import { actorName } from '../../../layers/platform/http/actor.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { Consistency } from '../data/circulation-stores.ts';
import type { CirculationDeps } from '../deps.ts';
import type { Bill, BillKind } from '../domain/decisions/decision.ts';
import { type CirculationPolicies, calendarBranch } from '../domain/decisions/policies.ts';
import { decideDamage } from '../domain/items/damage.ts';
import { lateSince } from '../domain/loans/late-since.ts';
import { decideAndSave } from './decide-and-save.ts';
import { findItem } from './find-item.ts';
import { loadItemHold } from './load-item-holds.ts';
import { loadLostBill } from './load-lost-bill.ts';
import type { OperationInput } from './operation-input.ts';
import { refuseUnknownBranch, refuseWithoutPolicies } from './refuse-without-policies.ts';
import { resolvePatron } from './resolve-patron.ts';

type Money = { amount: number; currency: string };
type Damaged = { itemId: string; state: 'damaged'; charged?: Money; fine?: Money; claimed?: Money };
type Body = {
  branchId: string;
  item: string;
  patron?: string | undefined;
  member?: string | undefined;
  amount?: number | undefined;
};

/** Returns the patron to charge: the borrower; the patron whom the desk names, when it is not on loan; or undefined. */
const payerOf = async (
  deps: CirculationDeps,
  { loan }: ItemCirculation,
  { patron, member }: Body,
  consistency: Consistency,
) => {
  if (loan) return deps.status(loan.patronId, consistency);
  return patron === undefined ? undefined : resolvePatron(deps, { patron, member }, consistency);
};

const sumOf = (bills: readonly Bill[], kind: BillKind): Money | undefined => {
  const bill = bills.find((one) => one.kind === kind);
  return bill && { amount: bill.amount, currency: bill.currency };
};

const planDamage = async (
  deps: CirculationDeps,
  { actor, body, now, policies }: Omit<OperationInput<Body, Damaged>, 'keep'> & { policies: CirculationPolicies },
  consistency: Consistency,
) => {
  const { branchId, amount } = body;
  const { ids } = deps;
  const item = await findItem(deps, body.item, consistency);
  if ('refused' in item) return item;
  const payer = await payerOf(deps, item, body, consistency);
  if (payer && 'refused' in payer) return payer;
  const place = item.loan ? calendarBranch(policies, item, item.loan.checkoutBranch) : branchId;
  const calendar = (await deps.calendars([place], now, lateSince(item.loan, now))).get(place);
  if (!calendar) return refuseUnknownBranch(place, '/body/branchId');
  const [claim, lostBill] = await Promise.all([
    loadItemHold(deps, item, consistency),
    loadLostBill(deps, item, consistency),
  ]);
  const decision = decideDamage({
    ...{ item, branchId, at: iso(now), policies, waiting: [], calendarOf: () => calendar },
    ids: {
      ...{ bill: ids.next('bill', now), fineEntry: ids.next('entry', now) },
      ...{ refundEntry: ids.next('entry', now), feeRefundEntry: ids.next('entry', now) },
    },
    damageIds: { bill: ids.next('bill', now), entry: ids.next('entry', now) },
    ...(payer && { patron: payer }),
    ...(claim && { claim }),
    ...(amount !== undefined && { amount }),
    ...lostBill,
  });
  if ('refused' in decision) return decision;
  const { bills, item: changed } = decision.changes;
  const [charged, fine] = [sumOf(bills, 'damaged'), sumOf(bills, 'overdue')];
  const claimed = changed?.after.aside?.claim;
  const answer: Damaged = {
    ...{ itemId: item.itemId, state: 'damaged' },
    ...(charged && { charged }),
    ...(fine && { fine }),
    ...(claimed !== undefined && { claimed: { amount: claimed, currency: policies.loanRules.body.currency } }),
  };
  return { decided: decision, read: { item, holds: claim ? [claim] : [], by: actorName(actor) }, answer };
};

/** Checks a damaged item in: closes its loan, charges the damage to who had it, and sets the item aside. */
export const checkInDamaged = async (deps: CirculationDeps, { keep, ...input }: OperationInput<Body, Damaged>) => {
  const policies = await deps.policiesAt(input.now);
  if (!policies) return refuseWithoutPolicies();
  return decideAndSave(deps.table, (consistency) => planDamage(deps, { ...input, policies }, consistency), keep);
};
