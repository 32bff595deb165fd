import type { Actor } from '../../../layers/platform/http/actor.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import type { Hold } from '../../items/public/hold.ts';
import { isOver } from '../../items/public/hold-is-over.ts';
import { newestHolds, placedLast, queueTo } from '../data/hold-candidates.ts';
import { countersOf } from '../data/queue-counters-store.ts';
import type { CirculationDeps } from '../deps.ts';
import { contextWith } from '../domain/decisions/decision-use.ts';
import { packPlaced } from '../domain/decisions/stored-results.ts';
import { type NewKey, packedKey } from '../domain/decisions/used-keys.ts';
import { queuePlace } from '../domain/holds/hold-queue.ts';
import type { decidePlaceHold, PlaceHoldRequest } from '../domain/holds/place-hold.ts';
import { areCounted, placeAfter } from '../domain/holds/queue-counters.ts';
import type { HoldView } from '../schemas/holds.ts';
import { holdViewAt } from '../schemas/views.ts';
import { decideAndSave } from './decide-and-save.ts';
import { withHold } from './load-hold.ts';
import type { HoldRequest } from './load-hold-request.ts';
import { channelOf, type RefusalLog } from './log-refusal.ts';
import { placedAgain, placedBefore } from './placed-before.ts';
import { planHold } from './plan-hold.ts';
import { refuseUnknownBranch, refuseWithoutPolicies } from './refuse-without-policies.ts';
import { requestedPatron } from './resolve-patron.ts';

type HoldDecision = ReturnType<typeof decidePlaceHold>;
type Body = HoldRequest & {
  pickupBranch: string;
  wait: boolean;
  branchId?: string | undefined;
  patron?: string | undefined;
  member?: string | undefined;
};
type Accepted = Extract<HoldDecision, { changes: unknown }>;
type Placed = { hold: HoldView; warnings: 'local-copy-available'[] };

/**
 * Returns whether only a consortium loan gets the patron a copy: owners lend on request only, or all copies are on loan and waiting is
 * not accepted.
 */
const needsConsortiumLoan = (decision: HoldDecision, wait: boolean): boolean => {
  if (decision.fillability !== 'consortium-loan') return false;
  if ('refused' in decision) return decision.refused.every(({ code }) => code === 'only-on-request');
  return !wait;
};

const placedBy = ({ changes }: Accepted): Hold => {
  const hold = changes.holds.map(({ after }) => after).find((after) => !isOver(after));
  if (!hold) throw new Error('A hold was decided and is not there.');
  return hold;
};

/** Returns the decision with the key of its request in the hold, which costs no write of its own. */
const withRequestKey = (
  decision: Accepted,
  hold: Hold,
  key: NewKey | undefined,
  { hold: view, warnings }: Placed,
): Accepted => {
  if (key === undefined) return decision;
  const { place } = view;
  const state = hold.state === 'frozen' ? ('frozen' as const) : ('placed' as const);
  const placedWith = packedKey({ ...key, result: packPlaced({ state, place, local: warnings.length > 0 }) });
  const holds = decision.changes.holds.map((change) =>
    change.after === hold ? { ...change, after: { ...hold, placedWith } } : change,
  );
  return { ...decision, changes: { ...decision.changes, holds } };
};

/** Returns the place of a new hold: in a long queue by its counters, otherwise by the queue itself. */
const placeOf = async (
  { table }: CirculationDeps,
  { hold, recordIds, long }: { hold: Hold; recordIds: readonly string[]; long: boolean },
): Promise<number | undefined> => {
  if (long && areCounted(hold)) {
    const counters = (await countersOf(table, [hold.recordId])).get(hold.recordId)?.counters;
    const place = counters && placeAfter(counters, await newestHolds(table, recordIds, { strong: false }));
    if (place !== undefined) return place;
  }
  return queuePlace(withHold(hold, await queueTo(table, recordIds, hold)), hold.holdId);
};

type Input = { actor: Actor | undefined; body: Body; key: NewKey | undefined; now: number };

const refusalLogOf = (
  { patron, pickup, at, policies, channel, overdue, accrued }: PlaceHoldRequest,
  refusalId: string,
): RefusalLog => ({
  ...{ decision: 'hold', refusalId, at, branch: pickup.branchId, patron },
  policyVersion: policies.loanRules.version,
  context: contextWith(patron, undefined, pickup.calendar.timeZone, channel, { overdue, accrued }),
});

/**
 * Places a hold for a patron: patrons for themselves, a desk for the patron it names. Returns the response of the first request for a
 * repeated key.
 */
export const placeHold = async (deps: CirculationDeps, { actor, body, key, now }: Input) => {
  const who = requestedPatron(actor, body);
  if (!who) return refuse('patron-missing', 'Say for whom the hold is.', '/body/patron');
  const policies = await deps.policiesAt(now);
  if (!policies) return refuseWithoutPolicies();
  const branch = await deps.branches.known(body.pickupBranch, now);
  if (!branch) return refuseUnknownBranch(body.pickupBranch, '/body/pickupBranch');
  const suffices = (decision: HoldDecision): boolean =>
    !('refused' in decision) && !needsConsortiumLoan(decision, body.wait);
  const toPlan = {
    holdId: deps.ids.next('hold', now),
    who,
    body,
    branch,
    policies,
    channel: channelOf(actor),
    now,
    suffices,
  };
  const plan = async (consistency: { strong: boolean }) => {
    const planned = await planHold(deps, toPlan, consistency);
    if ('refused' in planned) return planned;
    const { decision, patron, recordIds, request, openHolds } = planned;
    const last = key ? await placedLast(deps.table, recordIds, consistency) : { holds: [], more: false };
    const before = placedBefore(key, patron.patronId, [...openHolds, ...last.holds]);
    if (before) return 'refused' in before ? before : { again: placedAgain(before, body, branch.calendar) };
    const log = () => refusalLogOf(request, deps.ids.next('decision', now));
    if (needsConsortiumLoan(decision, body.wait)) {
      const { later, onRequest } = decision.outlook;
      const refusal = refuse(
        'consortium-loan',
        `No copy now: ${later} lent or spoken for, ${onRequest} on request only.`,
      );
      return { ...refusal, log };
    }
    if ('refused' in decision) return { refused: decision.refused, log };
    const hold = placedBy(decision);
    const place = await placeOf(deps, { hold, recordIds, long: last.more });
    const answer: Placed = { hold: holdViewAt(hold, place), warnings: decision.alerts };
    return { decided: withRequestKey(decision, hold, key, answer), read: { patrons: [patron] }, answer, log };
  };
  return decideAndSave(deps.table, plan);
};
