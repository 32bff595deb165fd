import { placeOfPartner } from '../../../../layers/kernel/identity/party.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { type Decided, nothingYet } from '../../../circulation/public/decision.ts';
import { declareLost } from '../../../circulation/public/declare-lost.ts';
import { lostChargeIds } from '../../../circulation/public/lost-charge-ids.ts';
import { withdrawReturned } from '../../../circulation/public/withdraw-returned.ts';
import { isBorrowed } from '../../../items/public/borrowed-item.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { borrowedItem } from '../../domain/items/borrowed-item.ts';
import { letGo, reserveFor } from '../../domain/items/reserved-item.ts';
import {
  change,
  checkin,
  type ItemStep,
  isFor,
  type Loaded,
  loadPatronStatus,
  type Move,
  noMoves,
  type Stores,
  writesOf,
} from './item-move.ts';

/** Receives a partner's item: creates its record, its barcode and its patron's hold, and puts it on the hold shelf. */
export const arrive: Move = async (stores, step, loaded) => {
  if (loaded.item && isBorrowed(loaded.item) && isFor(loaded.item, step.before)) return noMoves;
  const { after, before, branchId = after.pickupBranch, now, at } = step;
  const patron = await loadPatronStatus(stores, after);
  // An item whose patron was erased in the meantime is only sent back.
  if (patron === undefined) return noMoves;
  const barcode = await stores.borrowed.barcodeFor(after.requestId, step.barcode ?? before.barcode);
  const ids = { itemId: stores.ids.next('item', now), recordId: stores.ids.next('record', now), barcode };
  const reserved = reserveFor(after, borrowedItem(after, ids), patron, at);
  const made = await checkin(
    stores,
    { item: { ...reserved.item, v: 0 }, hold: { ...reserved.hold, v: 0 } },
    branchId,
    step,
  );
  if ('refused' in made) return made;
  const { item, holds } = made.changes;
  const fresh = {
    ...made.changes,
    ...(item && { item: change(item.after, 0) }),
    holds: holds.map((one) => change(one.after, 0)),
  };
  const known = stores.borrowed.known(after, ids);
  const { itemId } = ids;
  return {
    writes: [...writesOf({ ...made, changes: fresh }, { item: undefined, hold: undefined }), ...known],
    noted: { itemId, barcode },
  };
};

const partnerOf = ({ before: { asks } }: ItemStep): string =>
  (asks.find(({ closedAt }) => closedAt === undefined) ?? asks.at(-1))?.supplierMember ?? '';

const sent = (made: Decided, item: ItemCirculation, step: ItemStep, branchId: string): Decided => {
  const { at } = step;
  const now = made.changes.item?.after ?? item;
  const { aside: _, hold: _hold, ...rest } = now;
  const to = placeOfPartner(partnerOf(step));
  const transit = { from: branchId, to, purpose: 'home' as const, sentAt: at };
  const members = { owner: item.memberId, desk: memberOfBranch(branchId) };
  const about = { at, members, itemId: item.itemId, branchId };
  return {
    ...made,
    facts: [...made.facts, { name: 'item-sent', ...about, detail: { to, purpose: 'home' } }],
    changes: { ...made.changes, item: { after: { ...rest, state: 'in-transit', transit }, expect: item.v } },
  };
};

/** Sends a partner's item back, collected or not; an open loan ends as by a check-in. */
export const sendOutside: Move = async (stores, step, loaded) => {
  const { item, hold } = loaded;
  const { branchId } = step;
  if (item === undefined || branchId === undefined || item.transit?.sentAt !== undefined) return noMoves;
  const ended = letGo(hold, step.at);
  const made = await checkin(stores, { item, hold: ended ?? hold }, branchId, step);
  if ('refused' in made) return made;
  const gone = sent(made, item, step, branchId);
  const holds = ended && hold ? [change(ended, hold.v)] : [];
  return { writes: writesOf({ ...gone, changes: { ...gone.changes, holds } }, loaded) };
};

/** The end of an open loan when the request ends: returned to the lender, or lost. */
const loanEnded = async (
  stores: Stores,
  step: ItemStep,
  { item, hold }: { item: ItemCirculation } & Loaded,
): Promise<Decided> => {
  const { loan } = item;
  if (loan === undefined || item.state === 'lost-and-paid') return nothingYet();
  if (step.after.state !== 'closed-lost') {
    const made = await checkin(stores, { item, hold }, loan.checkoutBranch, step);
    return 'refused' in made ? nothingYet() : made;
  }
  const lost = declareLost({ item, at: step.at, ids: lostChargeIds(stores.ids, step.now) });
  return 'refused' in lost ? nothingYet() : lost;
};

/** Withdraws a partner's item when its request has ended; its rows are deleted after this write. */
export const withdraw: Move = async (stores, step, loaded) => {
  const { item, hold } = loaded;
  if (item === undefined || !isBorrowed(item) || !isFor(item, step.before) || item.state === 'withdrawn')
    return noMoves;
  const made = withdrawReturned(item, step.at, await loanEnded(stores, step, { ...loaded, item }));
  const ended = letGo(hold, step.at);
  const holds = ended && hold ? [change(ended, hold.v)] : [];
  return { writes: writesOf({ ...made, changes: { ...made.changes, holds } }, loaded) };
};
