import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type RefusalOf, refuse } from '../../../layers/platform/http/outcome.ts';
import { decisionWrites } from '../../circulation/public/circulation-writes.ts';
import { holdDecision } from '../../circulation/public/plan-hold.ts';
import { isOver } from '../../items/public/hold-is-over.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { duplicateKeyOf } from '../data/duplicate-key.ts';
import type { StoredLoanRequest } from '../data/loan-request-store.ts';
import type { ResourceSharingDeps } from '../deps.ts';
import { type LoanRequest, placeLoanRequest } from '../domain/requests/request.ts';
import type { LocalWay } from '../schemas/loan-request-input.ts';
import { type BorrowerSetting, borrowerRefusals, countWrite, settingFor } from './check-borrower.ts';
import { findSuppliers, noSupplier } from './find-suppliers.ts';
import { circulationFor } from './hold-outlook.ts';
import { loadSetting } from './load-setting.ts';
import { mayHold, placedAs } from './place-request.ts';
import {
  actOn,
  type FilledBy,
  inputOf,
  patronOf,
  type SourcingResult,
  type SourcingStep,
  wantedBy,
} from './sourcing-step.ts';

type Refusing = { refused: RefusalOf<'not-filled-locally'>[] };
type Filling = { filledBy: FilledBy; writes: Write[] };
type Asked = { request: LoanRequest; patron: PatronStatus; setting: BorrowerSetting };

const notFilled = (refused: readonly RefusalOf<string>[]): Refusing => ({
  refused: refused.map(({ code, detail }) => ({ code: 'not-filled-locally', detail, params: { why: code } })),
});

/** Places a hold instead: decided as by placing a hold, with its limits as conditions of the same write. */
const placeLocalHold = async (
  deps: ResourceSharingDeps,
  { request, patron, setting }: Asked,
): Promise<Filling | Refusing> => {
  if (!mayHold(wantedBy(request))) {
    return notFilled([{ code: 'copy-wanted', detail: 'A hold would give the item, and a copy is wanted.' }]);
  }
  const { rules: policies, branch, now } = setting;
  const holdId = deps.newIds.next('hold', now);
  const asked = {
    holdId,
    who: { patron: patron.patronId },
    body: { recordId: request.recordId },
    branch,
    policies,
    now,
  };
  const looked = await holdDecision(circulationFor(deps.table), asked, { strong: true });
  if ('refused' in looked) return notFilled(looked.refused);
  if ('refused' in looked.decision) return notFilled(looked.decision.refused);
  const { decision } = looked;
  const placed = decision.changes.holds.map(({ after }) => after).find((after) => !isOver(after));
  if (!placed) throw new Error('A hold was decided and is not there.');
  return {
    filledBy: { way: 'hold', recordId: placed.recordId, holdId },
    writes: decisionWrites(decision, { patrons: [looked.patron] }).map(({ write }) => write),
  };
};

/** Places a loan between members instead: a separate request that asks no partner. */
const placeConsortiumLoan = async (
  deps: ResourceSharingDeps,
  { request, patron, setting }: Asked,
): Promise<Filling | Refusing> => {
  const [wanted, input] = [wantedBy(request), { ...inputOf(request), outside: false }];
  const barred = borrowerRefusals(patron, setting);
  if (barred.length > 0) return notFilled(barred);
  const sourcing = await findSuppliers(deps, { patron, wanted, input }, setting);
  if (sourcing.rota.entries.length === 0) return notFilled(noSupplier(sourcing, true));
  const requestId = deps.newIds.next('loan-request', setting.now);
  const placed = await placedAs(deps, { input, wanted, sourcing, setting });
  const { patronId } = patron;
  const instead = placeLoanRequest({ requestId, patronId, ...placed }, setting.sharing.timers);
  const claims = (await deps.requests.claimedBy(patronId, duplicateKeyOf(instead))) === undefined;
  return {
    filledBy: { way: 'consortium-loan', requestId },
    writes: [...deps.requests.placingWrites(instead, { claims }), countWrite(patronId, setting)],
  };
};

const ways: Record<LocalWay, typeof placeLocalHold> = { hold: placeLocalHold, 'consortium-loan': placeConsortiumLoan };

/** Uses the requested way; without one, a hold, or a loan between members where no hold is possible. */
const fill = async (
  deps: ResourceSharingDeps,
  asked: Asked,
  way: LocalWay | undefined,
): Promise<Filling | Refusing> => {
  if (way !== undefined) return ways[way](deps, asked);
  const held = await placeLocalHold(deps, asked);
  if (!('refused' in held)) return held;
  const lent = await placeConsortiumLoan(deps, asked);
  return 'refused' in lent ? { refused: [...held.refused, ...lent.refused] } : lent;
};

/**
 * Fills a request from the consortium instead of asking a partner (C83): places a hold or a loan between members and
 * ends the request in one transaction. Refuses without a patron, and with every reason when neither way is open.
 */
export const fulfilLocally = async (
  deps: ResourceSharingDeps,
  step: SourcingStep,
  { request }: StoredLoanRequest,
): Promise<SourcingResult> => {
  const { needBy: _, ...place } = request;
  const setting = await loadSetting(deps, place, step.now);
  if ('refused' in setting) return setting;
  const acted = actOn(request, 'fill-locally', { ...step, reason: step.way ?? step.reason }, setting);
  if ('refused' in acted) return acted;
  if (acted.unchanged) return { acted, writes: [] };
  const patron = await patronOf(deps, request);
  if (!patron) return refuse('patron-missing', 'Say for whom it is first.');
  const asked = { request, patron, setting: await settingFor(deps, patron, setting) };
  const filling = await fill(deps, asked, step.way);
  return 'refused' in filling ? filling : { acted, ...filling };
};
