import * as z from 'zod';
import { type ItemCirculation, transferPurposes } from '../domain/item-circulation.ts';
import { itemStates } from '../domain/item-states.ts';
import { storedLoan } from './packed-loan.ts';
import { storedRequest } from './packed-request.ts';
import { storedReserve, withReserve } from './packed-reserve.ts';
import { storedWay, wholeWay } from './packed-way.ts';

const states = Object.keys(itemStates.states) as (keyof typeof itemStates.states)[];
const stored = z.object({
  itemId: z.string(),
  barcode: z.string(),
  memberId: z.string(),
  branchId: z.string(),
  location: z.string(),
  category: z.string(),
  part: z.string().exactOptional(),
  recordId: z.string().exactOptional(),
  sourceId: z.string(),
  price: z.number().exactOptional(),
  state: z.enum(states),
  currentBranch: z.string(),
  loan: storedLoan.exactOptional(),
  transit: storedWay.transit.exactOptional(),
  hold: storedWay.hold.exactOptional(),
  away: z.string().exactOptional(),
  placed: z.object({ branchId: z.string(), purpose: z.enum(transferPurposes) }).exactOptional(),
  floated: z.string().exactOptional(),
  request: storedRequest.exactOptional(),
  aside: z.object({ at: z.string(), reason: z.string(), claim: z.number().exactOptional() }).exactOptional(),
  retained: z.string().exactOptional(),
  usedInHouse: z.number().exactOptional(),
  reserve: storedReserve.exactOptional(),
  lastCheckin: storedWay.lastCheckin.exactOptional(),
  keys: z.array(z.string()).exactOptional(),
  v: z.number(),
});

/** Decodes an item's circulation record from a stored item. */
export const readItem = (item: unknown): ItemCirculation => withReserve(wholeWay(stored.parse(item)));
