import * as z from 'zod';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import {
  type HoldClaim,
  type ItemCirculation,
  type Transit,
  type TransitPurpose,
  transitPurposes,
} from '../domain/item-circulation.ts';

// The record contains an item's place and destination three times: as maps, with field names, they would make it exceed 1 KB.
const packedTime = (at: string | undefined): string => (at === undefined ? '-' : Date.parse(at).toString(36));
const time = (text = '-'): string | undefined => (text === '-' ? undefined : iso(Number.parseInt(text, 36)));

/** Represents a value that the record contains already. */
const SAME = '=';

type Way = Pick<ItemCirculation, 'transit' | 'hold' | 'lastCheckin' | 'currentBranch'>;

const packTransit = (
  { from, to, purpose, holdId, requestedAt, sentAt }: Transit,
  hold: HoldClaim | undefined,
): string => {
  const its = holdId === undefined ? [] : [holdId === hold?.holdId ? SAME : holdId];
  return [purpose, from, to, packedTime(sentAt), packedTime(requestedAt), ...its].join(' ');
};

const packHold = ({ pickupBranch, ...claim }: HoldClaim, transit: Transit | undefined): Partial<HoldClaim> =>
  transit?.to === pickupBranch ? claim : { ...claim, pickupBranch };

/** Returns the parts of an item's record for its place and destination, as stored: each omits what another contains. */
export const packWay = ({ transit, hold, lastCheckin, currentBranch }: Way): Record<string, unknown> => ({
  ...(transit && { transit: packTransit(transit, hold) }),
  ...(hold && { hold: packHold(hold, transit) }),
  ...(lastCheckin && {
    lastCheckin: [
      packedTime(lastCheckin.at),
      lastCheckin.branchId === currentBranch ? SAME : lastCheckin.branchId,
    ].join(' '),
  }),
});

const purposeOf = (text: string): TransitPurpose => transitPurposes.find((known) => known === text) ?? 'other';

const unpackTransit = (text: string): Transit => {
  const [purpose = '', from = '', to = '', sent, requested, holdId] = text.split(' ');
  const [sentAt, requestedAt] = [time(sent), time(requested)];
  return {
    ...{ from, to, purpose: purposeOf(purpose) },
    ...(holdId !== undefined && { holdId }),
    ...(requestedAt !== undefined && { requestedAt }),
    ...(sentAt !== undefined && { sentAt }),
  };
};

const unpackCheckin = (text: string): { at: string; branchId: string } => {
  const [at, branchId = ''] = text.split(' ');
  return { at: time(at) ?? '', branchId };
};

/** Decodes the packed parts. */
export const storedWay = {
  transit: z.string().transform(unpackTransit),
  hold: z.object({
    holdId: z.string(),
    patronId: z.string(),
    pickupBranch: z.string().default(SAME),
    shelfExpiresAt: z.string().exactOptional(),
  }),
  lastCheckin: z.string().transform(unpackCheckin),
};

/** Restores the values that the packed parts omit. */
export const wholeWay = <T extends Way>(item: T): T => {
  const { transit, hold, lastCheckin, currentBranch } = item;
  return {
    ...item,
    ...(transit?.holdId === SAME && hold && { transit: { ...transit, holdId: hold.holdId } }),
    ...(hold?.pickupBranch === SAME && { hold: { ...hold, pickupBranch: transit?.to ?? currentBranch } }),
    ...(lastCheckin?.branchId === SAME && { lastCheckin: { ...lastCheckin, branchId: currentBranch } }),
  };
};
