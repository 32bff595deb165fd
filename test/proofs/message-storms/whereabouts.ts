import { readItem } from '../../../functions/items/data/item-store.ts';
import type { ItemCirculation } from '../../../functions/items/domain/item-circulation.ts';
import { hasEnded } from '../../../functions/resource-sharing/domain/workflow/workflow.ts';
import { isPartner } from '../../../layers/kernel/identity/party.ts';
import type { RequestRows, Row } from './row.ts';

/** The required location of a request's copy, by the state of the side that has it, when all events are processed. */
const PLACES: Record<string, readonly string[]> = {
  ...{ lent: ['on-loan'], 'renewal-asked': ['on-loan'], overdue: ['on-loan'] },
};

const linked = (item: ItemCirculation, requestId: string): boolean =>
  item.request?.requestId === requestId || item.hold?.holdId === requestId;

/** Checks the copies against the requests: both agree on a copy that is away, and an ended request holds none. */
export const itemFaults = (
  requests: readonly RequestRows[],
  items: readonly Row[],
  holds: readonly Row[],
): string[] => {
  const copies = items.map(readItem);
  const found: string[] = [];
  for (const { head, asks } of requests) {
    const { requestId, state } = head;
    const ended = hasEnded({ ...head, asks });
    const own = copies.filter((item) => linked(item, requestId));
    const hold = holds.find(({ holdId }) => holdId === requestId);
    const fault = (what: string) =>
      found.push(`${requestId} (${state}, ${asks.map(({ supplierState }) => supplierState).join()}): ${what}`);
    if (own.length > 1) fault(`${own.length} copies are away for it`);
    const [item] = own;
    // A written-off copy may be anywhere until it is scanned.
    if (
      ended &&
      state !== 'closed-lost' &&
      item &&
      item.state !== 'withdrawn' &&
      !['lost-and-paid', 'claimed-returned'].includes(item.state)
    )
      fault(`it has ended, and ${item.itemId} is ${item.state} for it`);
    if (ended && hold && ['placed', 'targeted', 'in-transit', 'on-shelf'].includes(String(hold.state)))
      fault(`it has ended, and its hold is ${hold.state}`);
    const places = isPartner(head.requesterMember) ? undefined : PLACES[state];
    if (places && !(item && places.includes(item.state))) fault(`its copy is ${item?.state ?? 'nowhere'}`);
  }
  return found;
};
