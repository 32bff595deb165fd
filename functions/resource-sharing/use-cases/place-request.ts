import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type RefusalOf, refuse } from '../../../layers/platform/http/outcome.ts';
import type { Viewer } from '../../catalogue/public/visibility.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { startWorkflow } from '../data/loan-machine.ts';
import type { PlacingDeps } from '../deps.ts';
import { type LoanRequest, type NewLoanRequest, placeLoanRequest } from '../domain/requests/request.ts';
import type { Stop } from '../domain/workflow/review-stops.ts';
import type { LoanRequestInput } from '../schemas/loan-request-input.ts';
import type { PlaceCode } from '../schemas/place-request.ts';
import { type BorrowerSetting, borrowerRefusals, countWrite, settingFor } from './check-borrower.ts';
import { COPYRIGHT_STOP, countCopy } from './copies/count-copy.ts';
import { beginsOutside, findSuppliers, noSupplier, type Sourcing } from './find-suppliers.ts';
import { type HoldOutlook, holdOutlook } from './hold-outlook.ts';
import { loadSetting, type Setting } from './load-setting.ts';
import { localAvailability } from './local-availability.ts';
import { citationFor, resolveWanted, type Wanted } from './resolve-wanted.ts';
import { stopForReview } from './review-stop.ts';

type Refusal = RefusalOf<PlaceCode>;
type Refusing = { refused: Refusal[] };
type Judged = { patron: PatronStatus; input: LoanRequestInput; wanted: Wanted; setting: BorrowerSetting };

const missingRefusals = ({ missing }: Wanted): Refusal[] =>
  missing.map((field) => ({
    code: 'citation-incomplete',
    detail: `A search needs ${field}.`,
    pointer: `/body/citation/${field}`,
  }));

/**
 * The same request exists: an open hold for the item, or a loan of it to the patron. A copy of a part is another item.
 */
const doubleRefusals = (
  { patron, input, wanted }: Judged,
  { sources }: Sourcing,
  hold: HoldOutlook | undefined,
): Refusal[] => {
  if (input.confirmedDuplicate || wanted.service === 'copy') return [];
  if (sources?.items.some(({ loan }) => loan?.patronId === patron.patronId)) {
    return [{ code: 'already-lent-to-patron', detail: 'The patron has a copy of this record.' }];
  }
  const held = hold?.refused.some(({ code }) => code === 'already-requested');
  return held ? [{ code: 'already-requested', detail: 'An open hold for this record stands.' }] : [];
};

const heldRefusals = ({ input, wanted }: Judged, sourcing: Sourcing, hold: HoldOutlook | undefined): Refusal[] => {
  const { pickupBranch, needBy } = input;
  const held = localAvailability({ hold, sourcing, wanted, pickupBranch, needBy });
  // A patron who knows that the item is on the shelf and wants it sent may request it.
  return input.confirmedDuplicate ? held.filter(({ code }) => code !== 'held-by-own-library') : held;
};

/** Returns the refusals of a request for which no supplier can be asked, or only partners, to which nobody has agreed yet. */
const sourceRefusals = async (
  deps: PlacingDeps,
  judged: Judged,
  sourcing: Sourcing,
  viewer: Viewer,
): Promise<Refusal[]> => {
  if (sourcing.rota.entries.length > 0) return [];
  const { input, setting } = judged;
  const outside = { ...input, outside: true, maxCost: undefined };
  const looked = input.outside
    ? sourcing
    : await findSuppliers(deps, { ...judged, input: outside, anyCost: true }, setting);
  return looked.rota.entries.length > 0
    ? [{ code: 'only-outside', detail: 'Only libraries outside could supply it.' }]
    : noSupplier(looked, viewer.kind === 'staff');
};

/** A hold is considered when it would supply the item: the item itself, of a record of ours. */
export const mayHold = ({ inUnion, service }: Pick<Wanted, 'inUnion' | 'service'>): boolean =>
  inUnion && service !== 'copy';

const judge = async (
  deps: PlacingDeps,
  patron: PatronStatus,
  input: LoanRequestInput,
  viewer: Viewer,
  now: number,
): Promise<Refusing | (Judged & { sourcing: Sourcing })> => {
  const loaded = await loadSetting(deps, input, now);
  if ('refused' in loaded) return loaded;
  const setting = await settingFor(deps, patron, loaded);
  const barred = borrowerRefusals(patron, setting);
  if (barred.length > 0) return { refused: barred };
  const wanted = await resolveWanted(deps, input, { viewer, now });
  if (!wanted) return refuse('unknown-record', 'There is no such record.', '/body/recordId');
  const missing = missingRefusals(wanted);
  if (missing.length > 0) return { refused: missing };
  const judged = { patron, input, wanted, setting };
  const [sourcing, hold] = await Promise.all([
    findSuppliers(deps, judged, setting),
    mayHold(wanted) ? holdOutlook(deps, patron, wanted.recordId, setting) : undefined,
  ]);
  const refused = [...doubleRefusals(judged, sourcing, hold), ...heldRefusals(judged, sourcing, hold)];
  if (refused.length > 0) return { refused };
  const unsourced = await sourceRefusals(deps, judged, sourcing, viewer);
  return unsourced.length > 0 ? { refused: unsourced } : { ...judged, sourcing };
};

/** The libraries that are not on the rota, as they are stored. That a library has several copies explains nothing. */
export const excludedFrom = (sourcing: Sourcing | undefined): Pick<LoanRequest, 'excluded'> => {
  const excluded = sourcing?.rota.excluded.filter(({ reason }) => reason !== 'other-copy-preferred') ?? [];
  return excluded.length > 0 ? { excluded } : {};
};

/** Builds the new request from the input; with a citation when a partner that does not know our records is asked. */
export const placedAs = async (
  deps: Pick<PlacingDeps, 'table' | 'leads'>,
  {
    input,
    wanted,
    sourcing,
    setting,
  }: Omit<Judged, 'patron' | 'setting'> & { setting: Setting; sourcing: Sourcing | undefined },
): Promise<Omit<NewLoanRequest, 'requestId' | 'patronId'>> => {
  const entries = sourcing?.rota.entries ?? [];
  const needsCitation = wanted.service !== 'loan' || input.outside;
  const citation = needsCitation ? await citationFor(deps, wanted, setting.now) : wanted.citation;
  return {
    kind: sourcing && beginsOutside(sourcing) ? 'outside-loan' : 'consortium-loan',
    ...{ service: wanted.service, recordId: wanted.recordId },
    ...(citation && { citation }),
    ...(input.maxCost && { maxCost: input.maxCost }),
    ...(input.outside && { asksOutside: true as const }),
    ...excludedFrom(sourcing),
    ...(wanted.possible.length > 0 && { possibleRecords: [...wanted.possible] }),
    ...(input.notThese?.length && { ruledOut: [...input.notThese] }),
    requesterMember: memberOfBranch(input.pickupBranch),
    ...{ pickupBranch: input.pickupBranch, serviceLevel: input.serviceLevel, placedAt: setting.at, rota: entries },
    ...(input.needBy !== undefined && { needBy: input.needBy }),
  };
};

/** The writes that store the answer, in the write that places the request (`keep` of the operation). */
export type AnswerWrites = (placed: LoanRequest) => Write[];

/** Stopped for staff review: it neither counts among the patron's holds nor claims the item until it is resumed. */
const placeStopped = async (
  deps: PlacingDeps,
  request: LoanRequest,
  stop: Stop,
  { setting, keep }: Pick<Judged, 'setting'> & { keep: AnswerWrites },
): Promise<Refusing | { request: LoanRequest }> => {
  const made = stopForReview(request, stop, setting);
  const outcome = await deps.requests.place(made.request, keep(made.request), {
    counted: false,
    claims: false,
    facts: made.facts,
  });
  return outcome === 'placed' ? { request: made.request } : refuse('changed-meanwhile', 'Try again.');
};

const TRIES = 4;

const doubled = (): Refusing => refuse('already-requested', 'An open request for this stands.');

const place = async (
  deps: PlacingDeps,
  patron: PatronStatus,
  input: LoanRequestInput,
  { viewer, now, keep = () => [] }: { viewer: Viewer; now: number; keep?: AnswerWrites },
): Promise<Refusing | { request: LoanRequest }> => {
  const judged = await judge(deps, patron, input, viewer, now);
  if ('refused' in judged) return judged;
  const { patronId } = patron;
  const requestId = deps.newIds.next('loan-request', now);
  const placed = { requestId, patronId, ...(await placedAs(deps, judged)) };
  const request = placeLoanRequest(placed, judged.setting.sharing.timers);
  for (let i = 0; i < TRIES; i += 1) {
    const copy = await countCopy(deps, request, judged.setting);
    if (copy === 'copyright-limit') return placeStopped(deps, request, COPYRIGHT_STOP, { ...judged, keep });
    const writes = [countWrite(patronId, judged.setting), ...copy, ...keep(request)];
    let outcome = await deps.requests.place(request, writes);
    if (outcome === 'already-requested') {
      if (!input.confirmedDuplicate) return doubled();
      outcome = await deps.requests.place(request, writes, { claims: false });
    }
    if (outcome === 'already-requested') return doubled();
    if (outcome === 'placed') return { request };
    // A parallel request used the last copy that the guideline allows: this one is judged again.
    if (outcome.failed === 0) return refuse('too-many-holds', 'The patron has as many as allowed.');
  }
  return refuse('changed-meanwhile', 'Others asked for copies of the same periodical: try again.');
};

/**
 * Places an interactive request, with its rota in one write, and starts its workflow. The limit of holds and the one
 * open request per item are conditions of the write. Refuses with reasons (C83, C86); a confirmed duplicate is placed
 * beside the first request.
 */
export const placeRequest = async (
  deps: PlacingDeps,
  patron: PatronStatus,
  input: LoanRequestInput,
  how: { viewer: Viewer; now: number; keep?: AnswerWrites },
): Promise<Refusing | { request: LoanRequest }> => {
  const placed = await place(deps, patron, input, how);
  if ('request' in placed) await startWorkflow(deps.machine, placed.request.requestId);
  return placed;
};
