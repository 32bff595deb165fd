import { isPartner } from '../../../layers/kernel/identity/party.ts';
import { type Actor, chargedBy } from '../../../layers/platform/http/actor.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { ruleOf } from '../../../layers/records/policies/domain/resolve.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { Loan } from '../../items/public/loan.ts';
import type { Consistency } from '../data/circulation-stores.ts';
import type { CirculationDeps, InterlibraryDeps } from '../deps.ts';
import { contextWith } from '../domain/decisions/decision-use.ts';
import type { Override } from '../domain/decisions/findings.ts';
import { type CirculationPolicies, calendarBranch, policiesFor } from '../domain/decisions/policies.ts';
import type { NewKey } from '../domain/decisions/used-keys.ts';
import { lateSince } from '../domain/loans/late-since.ts';
import { decideRenewal, saysEnoughToRenew } from '../domain/loans/renewal.ts';
import { rulesMet } from '../domain/loans/rules-met.ts';
import { decideAndSave } from './decide-and-save.ts';
import { findItem } from './find-item.ts';
import { storedResult } from './item-idempotency.ts';
import { loadOpenLoans } from './load-open-loans.ts';
import { channelOf, type RefusalLog } from './log-refusal.ts';
import { madeOffline, refuseOlder } from './offline.ts';
import { refuseUnknownBranch, refuseWithoutPolicies } from './refuse-without-policies.ts';
import { resolvePatron } from './resolve-patron.ts';
import { overrideAudit, supervisorOverride } from './supervisor-override.ts';
import { titleForMachine } from './title-for-machine.ts';

/** A renewal as the operation receives it. `now` in epoch ms. */
export type RenewLoanInput = {
  actor: Actor | undefined;
  item: string;
  branchId?: string | undefined;
  /** The patron whose loan it must be, as a machine names it. */
  patron?: string | undefined;
  override?: { comment: string; due?: string | undefined } | undefined;
  /** When a desk without a network renewed it (C87). */
  madeAt?: string | undefined;
  now: number;
  key: NewKey | undefined;
};

/** The input of a renewal decision besides the records. */
type Renewal = Omit<RenewLoanInput, 'item' | 'patron' | 'override' | 'madeAt'> & {
  policies: CirculationPolicies;
  override?: Override;
  madeAt?: string;
  isAutomatic?: boolean;
};
type Titled = { title?: string };

/** Returns the loan that this caller may renew: patrons only their own, a machine that of the card that it names; another patron's item counts as not on loan. */
const loanFor = (actor: Actor | undefined, { loan }: ItemCirculation, named: string | undefined) => {
  const patronId = actor?.kind === 'patron' ? actor.id : named;
  return loan && (patronId === undefined || loan.patronId === patronId) ? loan : undefined;
};

/** Parses the response stored with a key: loan, due date, and whether the supplier was asked. */
const storedAnswer = (itemId: string, stored: string) => {
  const [loanId = '', due = '', asked] = stored.split(' ');
  return { itemId, loanId, due, ...(asked !== undefined && { asked: true as const }) };
};

/**
 * Asks the supplier of an item on an interlibrary loan: the due date is unchanged until it responds. Undefined when the item is on no
 * such loan, or we lent it to a partner.
 */
const askSupplier = async (
  { interlibraryLoans }: InterlibraryDeps,
  { actor, branchId, now, key }: Renewal,
  { itemId, request }: ItemCirculation,
  loan: Loan,
  titled: Titled,
) => {
  if (request === undefined || isPartner(loan.patronId)) return undefined;
  const staffId = actor?.kind === 'staff' ? actor.id : undefined;
  const { requestId } = request;
  const asked = await interlibraryLoans.requestRenewal({ requestId, staffId, branchId, now, key });
  if (asked === 'unknown') return undefined;
  return asked === 'requested'
    ? { again: { itemId, loanId: loan.loanId, due: loan.due, ...titled, asked: true as const } }
    : asked;
};

/** Decides a renewal on the records as they are, for the write. */
export const planRenewal = async (
  deps: CirculationDeps,
  renewal: Renewal,
  item: ItemCirculation,
  loan: Loan,
  titled: Titled,
  reading: Consistency,
) => {
  const { actor, branchId, policies: adopted, override, madeAt, isAutomatic = false, now, key } = renewal;
  const { ids } = deps;
  const place = calendarBranch(adopted, item, loan.checkoutBranch);
  const [calendars, patron, waiting] = await Promise.all([
    deps.calendars([place], now, lateSince(loan, now)),
    deps.status(loan.patronId, reading),
    deps.unions.waitingFor(item, saysEnoughToRenew({ item, policies: adopted, patronId: loan.patronId }), reading),
  ]);
  const calendar = calendars.get(place);
  if (!calendar || !patron) return refuseUnknownBranch(place, '/body/item');
  const policies = policiesFor(adopted, patron);
  const { earliest: _, ...open } = await loadOpenLoans(deps, patron, { policies, maxOverdue: null, now });
  const channel = channelOf(actor);
  const decision = decideRenewal({
    ...{ item, patron, at: iso(now), policies, calendar, waiting, channel, isAutomatic },
    ...open,
    ...(override && { override }),
    ...(madeAt !== undefined && { madeAt }),
    ...(branchId !== undefined && { branchId }),
    ...(key && { key }),
    ids: { bill: ids.next('bill', now), entry: ids.next('entry', now) },
  });
  if ('refused' in decision) {
    const { rule, policyVersion } = decision.explain;
    const { groups, checkoutBranch } = loan;
    const met = { ...rulesMet({ policies, item, patron }, rule, checkoutBranch, groups), ...open };
    // A scheduled check may run again: its refusal is logged once.
    const refusalId = isAutomatic ? `${loan.loanId}:${loan.due}` : ids.next('decision', now);
    const log = (): RefusalLog => ({
      ...{ decision: 'renewal', refusalId, at: iso(now), branch: checkoutBranch, groups },
      ...{
        patron,
        item,
        ...(policyVersion !== undefined && { policyVersion }),
        ...(rule && { ruleId: ruleOf(rule, 'loanPeriod') }),
      },
      context: contextWith(patron, undefined, calendar.timeZone, channel, met),
    });
    return { refused: decision.refused, log };
  }
  const due = decision.changes.item?.after.loan?.due ?? loan.due;
  const audit = overrideAudit('renewal', item, iso(now), ids.next('audit', now), override, branchId);
  const answer = { itemId: item.itemId, loanId: loan.loanId, due, ...titled };
  return { decided: decision, read: { item, ...audit, by: chargedBy(actor) }, answer };
};

/**
 * Renews a loan by the rule in force, or asks the supplier when the item is on an interlibrary loan. Patrons renew their own loans; the
 * desk and self-checks renew any. Returns the stored result for a repeated key.
 */
export const renewLoan = async (
  deps: InterlibraryDeps,
  { item: reference, patron: named, override: wanted, madeAt, ...input }: RenewLoanInput,
) => {
  const { actor, now, key } = input;
  const branchId = actor?.kind === 'patron' ? undefined : input.branchId;
  const policies = await deps.policiesAt(now);
  if (!policies) return refuseWithoutPolicies();
  const supervised = supervisorOverride(actor, branchId, wanted);
  if ('refused' in supervised) return supervised;
  const offline = madeOffline({ actor, madeAt, policies, now });
  if ('refused' in offline) return offline;
  const renewal = { actor, branchId, now, key, policies, ...supervised, ...offline.made };
  return decideAndSave(deps.table, async (reading) => {
    const item = await findItem(deps, reference, reading);
    if ('refused' in item) return item;
    const patron = named === undefined ? undefined : await resolvePatron(deps, { patron: named }, reading);
    if (patron && 'refused' in patron) return patron;
    const loan = loanFor(actor, item, patron?.patronId);
    const used = storedResult(item, key);
    if (used && 'refused' in used) return used;
    const titled = await titleForMachine(deps, actor, item, now);
    if (used) return { again: { ...storedAnswer(item.itemId, used.result), ...titled } };
    const older = refuseOlder(item, offline.made, 'renewal');
    if (older) return older;
    if (!loan) return refuse('not-on-loan', 'The item is not lent to you.', '/body/item');
    const asked = await askSupplier(deps, renewal, item, loan, titled);
    return asked ?? planRenewal(deps, renewal, item, loan, titled, reading);
  });
};
