import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { duplicateKeyOf } from '../data/duplicate-key.ts';
import type { PlacingDeps } from '../deps.ts';
import { type Stop, stillStops } from '../domain/workflow/review-stops.ts';
import type { LoanRequestInput } from '../schemas/loan-request-input.ts';
import { type BorrowerSetting, borrowerRefusals } from './check-borrower.ts';
import { findSuppliers, type Sourcing } from './find-suppliers.ts';
import { type HoldOutlook, holdOutlook } from './hold-outlook.ts';
import { localAvailability } from './local-availability.ts';
import { mayHold } from './place-request.ts';
import type { Wanted } from './resolve-wanted.ts';

/** The subject of a review. `why` states, as a code, why there is no patron. */
export type Reviewed = {
  requestId: string;
  patron?: PatronStatus | undefined;
  why?: string | undefined;
  wanted: Wanted;
  input: Omit<LoanRequestInput, 'confirmedDuplicate' | 'serviceLevel'>;
  setting: BorrowerSetting;
  /** The stops that staff have accepted. */
  passed: ReadonlySet<string>;
};
type Deps = Omit<PlacingDeps, 'findCited'>;

/** The stop, or the possible suppliers. */
export type Review = { stop: Stop } | { sourcing: Sourcing; patron: PatronStatus };

const patronStop = ({ patron, why, setting }: Reviewed): Stop | undefined => {
  if (!patron) return { trigger: 'patron-invalid', reason: why ?? 'patron-missing' };
  const [reason] = borrowerRefusals(patron, setting).filter(({ code }) => code !== 'too-many-holds');
  return reason && { trigger: 'patron-invalid', reason: reason.code };
};

const limitStop = (patron: PatronStatus, { setting }: Reviewed): Stop | undefined =>
  borrowerRefusals(patron, setting).some(({ code }) => code === 'too-many-holds')
    ? { trigger: 'limit-reached', reason: 'too-many-holds' }
    : undefined;

const claimedStop = async (deps: Deps, patronId: string, reviewed: Reviewed): Promise<Stop | undefined> => {
  const claimant = await deps.requests.claimedBy(patronId, duplicateKeyOf(reviewed.wanted));
  const isDouble = claimant !== undefined && claimant !== reviewed.requestId;
  return isDouble ? { trigger: 'looks-double', reason: 'already-requested' } : undefined;
};

/** The same item by another way: an open hold for it, or a loan of it to the patron. */
const doubleStop = (
  patronId: string,
  { wanted }: Reviewed,
  { sources }: Sourcing,
  hold: HoldOutlook | undefined,
): Stop | undefined => {
  if (wanted.service === 'copy') return undefined;
  const isLent = sources?.items.some(({ loan }) => loan?.patronId === patronId);
  if (isLent) return { trigger: 'looks-double', reason: 'already-lent-to-patron' };
  const isHeld = hold?.refused.some(({ code }) => code === 'already-requested');
  return isHeld ? { trigger: 'looks-double', reason: 'already-requested' } : undefined;
};

const localStop = (
  { wanted, input: { pickupBranch, needBy } }: Reviewed,
  sourcing: Sourcing,
  hold: HoldOutlook | undefined,
): Stop | undefined => {
  const [held] = localAvailability({ hold, sourcing, wanted, pickupBranch, needBy });
  return held && { trigger: 'held-locally', reason: held.code };
};

/**
 * Returns the first finding that stops a request, in the order patron, form, duplicate, limit, own copies; without one,
 * the possible suppliers. Findings that staff accepted are skipped (C83, C86).
 */
export const reviewRequest = async (deps: Deps, reviewed: Reviewed): Promise<Review> => {
  const { patron, wanted, input, setting, passed } = reviewed;
  const stops = (found: Stop | undefined): found is Stop => found !== undefined && stillStops(found, passed);
  const invalid = patronStop(reviewed);
  // Without a patron nobody could collect the item, whatever staff accepted.
  if (!patron) return { stop: invalid ?? { trigger: 'patron-invalid' } };
  if (stops(invalid)) return { stop: invalid };
  const [blank] = wanted.missing;
  if (blank !== undefined) return { stop: { trigger: 'form-blank', reason: `${blank}-missing` } };
  const [claimed, sourcing, hold] = await Promise.all([
    claimedStop(deps, patron.patronId, reviewed),
    findSuppliers(deps, { patron, wanted, input }, setting),
    mayHold(wanted) ? holdOutlook(deps, patron, wanted.recordId, setting) : undefined,
  ]);
  const later = [
    claimed,
    doubleStop(patron.patronId, reviewed, sourcing, hold),
    limitStop(patron, reviewed),
    localStop(reviewed, sourcing, hold),
  ];
  const stop = later.find(stops);
  return stop ? { stop } : { sourcing, patron };
};
