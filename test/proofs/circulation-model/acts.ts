import { decideCheckin } from '../../../functions/circulation/domain/checkin/checkin.ts';
import type { Decided } from '../../../functions/circulation/domain/decisions/decision.ts';
import { decideChangePickup } from '../../../functions/circulation/domain/holds/change-pickup.ts';
import { decideCancelHold, decideEndHold } from '../../../functions/circulation/domain/holds/end-hold.ts';
import { decidePlaceHold } from '../../../functions/circulation/domain/holds/place-hold.ts';
import { decideReorderHolds } from '../../../functions/circulation/domain/holds/reorder-holds.ts';
import { decideRetargetHold } from '../../../functions/circulation/domain/holds/retarget-hold.ts';
import { decideSuspendHold } from '../../../functions/circulation/domain/holds/suspend-hold.ts';
import { decideTargetHold } from '../../../functions/circulation/domain/holds/target-hold.ts';
import {
  claimMissing,
  claimReturned,
  declareLost,
} from '../../../functions/circulation/domain/items/lost-and-claimed.ts';
import { decideCheckout } from '../../../functions/circulation/domain/loans/checkout.ts';
import { decideRecall } from '../../../functions/circulation/domain/loans/recall.ts';
import { decideRenewal } from '../../../functions/circulation/domain/loans/renewal.ts';
import type { Hold } from '../../../functions/items/domain/hold.ts';
import type { ItemCirculation } from '../../../functions/items/domain/item-circulation.ts';
import * as plain from './model.ts';
import {
  calendar,
  decidedIn,
  iso,
  itemId,
  nextId,
  patronId,
  policies,
  queueOf,
  recordOf,
  type World,
} from './world.ts';

/**
 * An act at a desk: the domain's decision on the current records (none when it refuses), whether the model expects success
 * ('follow': either is accepted), and the effect on the model.
 */
export type Act = {
  say: string;
  plan: (world: World) => Decided | undefined;
  may: (model: plain.Model) => boolean | 'follow';
  done: (model: plain.Model, world: World, decided: Decided) => void;
};

const copy = (world: World, at: number): ItemCirculation => {
  const item = world.items.get(itemId(at));
  if (item === undefined) throw new Error(`There is no copy ${at}.`);
  return item;
};

const claimOf = (world: World, { hold, transit }: ItemCirculation): { claim?: Hold } => {
  const claim = world.holds.get(hold?.holdId ?? transit?.holdId ?? '');
  return claim ? { claim } : {};
};

const itemsOf = (world: World, record: string): ItemCirculation[] =>
  [...world.items.values()].filter((item) => item.recordId === record);

const patron = (world: World, at: number) => {
  const status = world.patrons.get(patronId(at));
  if (status === undefined) throw new Error(`There is no patron ${at}.`);
  return status;
};

export const numberOf = (holdId: string): number => Number(holdId.slice(4));
const idOf = (no: number): string => `hld_${String(no).padStart(6, '0')}`;

export const checkOut = (at: number, who: number, branchId: string): Act => ({
  say: `check out ${at} to ${who} at ${branchId}`,
  plan: (world) => {
    const [item, borrower] = [copy(world, at), patron(world, who)];
    const ownHold = queueOf(world, recordOf(at)).find((hold) => hold.patronId === borrower.patronId);
    const about = { item, patron: borrower, branchId, at: iso(world), policies, calendar };
    const holds = { ...claimOf(world, item), ...(ownHold && { ownHold }), waiting: queueOf(world, recordOf(at)) };
    return decidedIn(decideCheckout({ ...about, ...holds, loanId: nextId(world, 'lon') }));
  },
  may: (model) => plain.mayCheckOut(model, at, who),
  done: (model) => plain.checkOut(model, at, who, branchId),
});

export const checkIn = (at: number, branchId: string): Act => ({
  say: `check in ${at} at ${branchId}`,
  plan: (world) => {
    const item = copy(world, at);
    const ids = {
      bill: nextId(world, 'bil'),
      fineEntry: nextId(world, 'ent'),
      refundEntry: nextId(world, 'ent'),
      feeRefundEntry: nextId(world, 'ent'),
    };
    const where = { branchId, at: iso(world), policies, calendarOf: () => calendar, guests: 0 };
    return decideCheckin({ item, ...where, waiting: queueOf(world, recordOf(at)), ...claimOf(world, item), ids });
  },
  may: () => true,
  done: (model) => plain.checkIn(model, at, branchId),
});

export const renew = (at: number): Act => ({
  say: `renew ${at}`,
  plan: (world) => {
    const item = copy(world, at);
    const borrower = world.patrons.get(item.loan?.patronId ?? '');
    if (borrower === undefined) return undefined;
    const about = { item, patron: borrower, at: iso(world), policies, calendar, waiting: queueOf(world, recordOf(at)) };
    return decidedIn(decideRenewal({ ...about, ids: { bill: nextId(world, 'bil'), entry: nextId(world, 'ent') } }));
  },
  may: (model) => plain.mayRenew(model, at),
  done: (model) => plain.renew(model, at),
});

export const placeHold = (who: number, recordId: string, pickup: string): Act => ({
  say: `hold on ${recordId} for ${who}, pickup ${pickup}`,
  plan: (world) => {
    const borrower = patron(world, who);
    const ownHolds = queueOf(world, recordId).filter((hold) => hold.patronId === borrower.patronId);
    const at = { branchId: pickup, allowsPickup: true, calendar };
    const about = { patron: borrower, at: iso(world), policies, items: itemsOf(world, recordId), ownHolds };
    return decidedIn(decidePlaceHold({ holdId: nextId(world, 'hld'), recordId, pickup: at, ...about }));
  },
  may: (model) => plain.mayPlace(model, who, recordId),
  done: (model, _world, { changes }) => {
    const no = numberOf(changes.holds[0]?.after.holdId ?? '');
    plain.place(model, no, { patron: who, record: recordId, pickup, frozen: false });
  },
});

/** An act on a hold by its number; nothing is planned for a missing hold. */
const onHold =
  (decide: (world: World, hold: Hold, item: ItemCirculation | undefined) => Decided | undefined, no: number) =>
  (world: World): Decided | undefined => {
    const hold = world.holds.get(idOf(no));
    return hold && decide(world, hold, world.items.get(hold.targetItemId ?? ''));
  };

const ending = (world: World, hold: Hold, item: ItemCirculation | undefined) => ({
  ...{ hold, at: iso(world), shelf: { queue: queueOf(world, hold.recordId), policies, calendar } },
  ...(item && { item }),
});

export const cancelHold = (no: number): Act => ({
  say: `cancel hold ${no}`,
  plan: onHold((world, hold, item) => {
    return decidedIn(decideCancelHold({ ...ending(world, hold, item), reason: 'by-patron' }));
  }, no),
  may: (model) => model.holds.has(no),
  done: (model) => plain.giveUpHold(model, no),
});

export const expireShelf = (no: number): Act => ({
  say: `the shelf of hold ${no} expires`,
  plan: onHold((world, hold, item) => {
    return decidedIn(decideEndHold({ ...ending(world, hold, item), cause: 'expired-on-shelf', reason: 'not-fetched' }));
  }, no),
  may: (model) => plain.copyOf(model, no)?.aside === 'shelf',
  done: (model) => plain.giveUpHold(model, no),
});

export const suspend = (no: number, frozen: boolean): Act => ({
  say: `${frozen ? 'suspend' : 'resume'} hold ${no}`,
  plan: onHold((world, hold, item) => {
    const suspension = frozen ? { suspension: { from: iso(world) } } : {};
    return decidedIn(decideSuspendHold({ hold, at: iso(world), policies, ...suspension, ...(item && { item }) }));
  }, no),
  may: (model) => plain.isWaiting(model, no) && (frozen || model.holds.get(no)?.frozen === true),
  done: (model) => plain.freeze(model, no, frozen),
});

export const changePickup = (no: number, branchId: string): Act => ({
  say: `pick hold ${no} up at ${branchId}`,
  plan: onHold((world, hold) => {
    const pickup = { branchId, allowsPickup: true };
    const items = itemsOf(world, hold.recordId);
    return decidedIn(decideChangePickup({ hold, pickup, items, policies, at: iso(world), send: false }));
  }, no),
  may: (model) => (model.holds.has(no) && model.holds.get(no)?.pickup !== branchId ? 'follow' : false),
  done: (model, _world, { changes }) => {
    const hold = model.holds.get(no);
    if (hold) hold.pickup = branchId;
    // Whether its copy stays, is sent or is released has its own rule (C61): it is read from what this act wrote, not from
    // what a concurrent act made of it.
    const changed = changes.holds.map(({ after }) => after).find(({ holdId }) => holdId === idOf(no));
    const held = plain.copyOf(model, no);
    if (held && changed?.targetItemId === undefined) plain.setFree(held);
    else if (held) held.aside = asideOf(changed);
  },
});

const asideOf = (hold: Hold | undefined): 'paged' | 'travelling' | 'shelf' =>
  hold?.state === 'on-shelf' ? 'shelf' : hold?.state === 'in-transit' ? 'travelling' : 'paged';

/** Returns the queue's holds in an order given by numbers: each gets the place to which its number sorts. */
export const reorder = (recordId: string, keys: readonly number[]): Act => {
  const orderOf = (queue: readonly number[]): number[] =>
    queue
      .map((no, at) => ({ no, key: keys[at] ?? at }))
      .toSorted((a, b) => a.key - b.key)
      .map(({ no }) => no);
  return {
    say: `reorder ${recordId} by ${keys.join(',')}`,
    plan: (world) => {
      const queue = queueOf(world, recordId);
      const order = orderOf(queue.map(({ holdId }) => numberOf(holdId))).map(idOf);
      return queue.length === 0 ? undefined : decidedIn(decideReorderHolds(queue, order, iso(world)));
    },
    may: (model) => {
      const queue = model.queues[recordId] ?? [];
      return queue.length > 0 && plain.mayReorder(model, recordId, orderOf(queue));
    },
    done: (model) => {
      model.queues[recordId] = orderOf(model.queues[recordId] ?? []);
    },
  };
};

const paged = (model: plain.Model, decided: Decided, no: number): void => {
  const item = decided.changes.item?.after;
  if (item?.hold === undefined || numberOf(item.hold.holdId) !== no) return;
  const chosen = plain.copyIn(model, Number(item.itemId.slice(4)));
  if (!plain.isFree(chosen)) throw new Error(`Copy ${item.itemId} was paged and is not free.`);
  Object.assign(chosen, { hold: no, aside: 'paged' });
};

const firstUnpaged = (model: plain.Model, recordId: string): number | undefined =>
  plain.firstWaiting(model, recordId, (hold) => {
    const no = [...model.holds].find(([, one]) => one === hold)?.[0];
    return no !== undefined && plain.copyOf(model, no) !== undefined;
  });

/** The targeter pages a free copy for the first hold in the queue that waits without one. */
export const target = (recordId: string): Act => ({
  say: `target ${recordId}`,
  plan: (world) => {
    const hold = queueOf(world, recordId).find(({ state }) => state === 'placed');
    return hold && decidedIn(decideTargetHold(hold, itemsOf(world, recordId), policies, iso(world)));
  },
  may: (model) =>
    firstUnpaged(model, recordId) !== undefined &&
    model.copies.some((one, at) => recordOf(at) === recordId && plain.isFree(one)),
  done: (model, _world, decided) => {
    const first = firstUnpaged(model, recordId) ?? -1;
    const chosen = decided.changes.holds[0]?.after;
    if (chosen === undefined || numberOf(chosen.holdId) !== first)
      throw new Error('Another hold than the first was paged.');
    paged(model, decided, first);
  },
});

export const retarget = (no: number): Act => ({
  say: `retarget hold ${no}`,
  plan: onHold((world, hold) => {
    const choosing = { hold, items: itemsOf(world, hold.recordId), policies, at: iso(world) };
    return decidedIn(decideRetargetHold(choosing, { reason: 'not-on-shelf', branchId: 'ash.main' }));
  }, no),
  may: (model) => (plain.copyOf(model, no)?.aside === 'paged' ? 'follow' : false),
  done: (model, world, decided) => {
    const old = plain.copyOf(model, no);
    if (old && !world.items.get(itemId(model.copies.indexOf(old)))?.hold) plain.setFree(old);
    else if (old && decided.changes.holds[0]?.after.targetItemId !== itemId(model.copies.indexOf(old)))
      plain.setFree(old);
    if (plain.copyOf(model, no) === undefined) paged(model, decided, no);
  },
});

export const recall = (no: number): Act => ({
  say: `recall for hold ${no}`,
  plan: onHold((world, hold) => {
    const waiting = queueOf(world, hold.recordId);
    const about = { hold, items: itemsOf(world, hold.recordId), waiting, at: iso(world), policies };
    return decidedIn(decideRecall({ ...about, patronOf: () => ({ category: 'adult' }), calendarOf: () => calendar }));
  }, no),
  may: (model) => (plain.isWaiting(model, no) ? 'follow' : false),
  done: (model, _world, { changes }) => {
    const item = changes.item?.after;
    if (item?.loan === undefined) return;
    const lent = plain.copyIn(model, Number(item.itemId.slice(4)));
    const due = Math.floor((Date.parse(item.loan.due) - Date.parse('2026-03-02T00:00:00.000Z')) / 86_400_000);
    if (due > lent.dueDay) throw new Error(`A recall makes ${item.itemId} due later.`);
    lent.dueDay = due;
  },
});

const declaring =
  (decide: typeof declareLost | typeof claimReturned | typeof claimMissing, at: number) =>
  (world: World): Decided | undefined => {
    const ids = {
      ...{ bill: nextId(world, 'bil'), entry: nextId(world, 'ent') },
      ...{ feeBill: nextId(world, 'bil'), feeEntry: nextId(world, 'ent') },
    };
    return decidedIn(decide({ item: copy(world, at), at: iso(world), branchId: 'ash.main', ids }));
  };

export const lose = (at: number): Act => ({
  say: `declare ${at} lost`,
  plan: declaring(declareLost, at),
  may: (model) => plain.copyIn(model, at).how === 'lent',
  done: (model) => plain.lose(model, at),
});

export const claim = (at: number): Act => ({
  say: `claim ${at} returned`,
  plan: declaring(claimReturned, at),
  may: (model) => plain.copyIn(model, at).how === 'lent',
  done: (model) => plain.claim(model, at),
});

export const giveUpClaim = (at: number): Act => ({
  say: `give up the search for ${at}`,
  plan: declaring(claimMissing, at),
  may: (model) => plain.copyIn(model, at).how === 'claimed',
  done: (model) => plain.giveUpClaim(model, at),
});
