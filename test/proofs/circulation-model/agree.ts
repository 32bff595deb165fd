import type { Hold } from '../../../functions/items/domain/hold.ts';
import { claims, isOver } from '../../../functions/items/domain/hold.ts';
import { holdStates } from '../../../functions/items/domain/hold-states.ts';
import type { ItemCirculation } from '../../../functions/items/domain/item-circulation.ts';
import { itemStates } from '../../../functions/items/domain/item-states.ts';
import { allows } from '../../../functions/items/domain/state-table.ts';
import { contradictions } from '../crash-points/recount.ts';
import { numberOf } from './acts.ts';
import type { Model } from './model.ts';
import { bookedIn, patronId, queueOf, records, type World } from './world.ts';

type Before = { items: ReadonlyMap<string, ItemCirculation>; holds: ReadonlyMap<string, Hold> };

const demand = (is: boolean, what: () => string): void => {
  if (!is) throw new Error(what());
};

const same = (what: string, model: unknown, real: unknown): void =>
  demand(
    JSON.stringify(model) === JSON.stringify(real),
    () => `${what}: ${JSON.stringify(model)} in the model, ${JSON.stringify(real)} in the house`,
  );

const states = { lent: 'on-loan', claimed: 'claimed-returned', lost: 'lost', paid: 'lost-and-paid' } as const;

const copiesAgree = (model: Model, world: World): void => {
  model.copies.forEach((copy, at) => {
    const item = world.items.get(`itm_${at}`);
    if (item === undefined) throw new Error(`Copy ${at} is gone.`);
    const { who, how, missing, hold, renewals, dueDay } = copy;
    same(`who has copy ${at}`, who === undefined ? null : patronId(who), item.loan?.patronId ?? null);
    if (how !== undefined) same(`how copy ${at} is out`, states[how], item.state);
    if (how === 'lent') same(`renewals of ${at}`, renewals, item.loan?.renewals);
    if (how === 'lent') {
      const day = Math.floor((Date.parse(item.loan?.due ?? '') - Date.parse('2026-03-02T00:00:00.000Z')) / 86_400_000);
      same(`day due of ${at}`, dueDay, day);
    }
    same(`copy ${at} missing`, missing, item.state === 'missing');
    const claim = world.holds.get(item.hold?.holdId ?? '');
    same(`whom copy ${at} is for`, hold ?? null, claims(claim, item.itemId) ? numberOf(claim.holdId) : null);
    const wrong = contradictions(item);
    demand(wrong.length === 0, () => wrong.join('; '));
  });
};

const patronsAgree = (model: Model, world: World): void => {
  model.patrons.forEach((patron, at) => {
    const id = patronId(at);
    const { counters } = world.patrons.get(id) ?? {};
    same(`counters of ${at}`, patron, {
      loans: counters?.loans,
      holds: counters?.holds,
      owed: counters?.owed,
      claims: counters?.claims ?? 0,
    });
    const loans = [...world.items.values()].filter(({ loan }) => loan?.patronId === id && loan.lost?.paid !== true);
    same(`loans of ${at}, counted`, loans.length, counters?.loans);
    const films = loans.filter(({ category }) => category === 'dvd').length;
    same(`films of ${at}, counted`, films, counters?.perGroup.dvds ?? 0);
    const holds = [...world.holds.values()].filter((hold) => hold.patronId === id && !isOver(hold));
    same(`holds of ${at}, counted`, holds.length, counters?.holds);
    const owed = [...world.bills.values()].reduce((sum, bill) => sum + (bill.patronId === id ? bill.open : 0), 0);
    same(`bills of ${at}, summed`, owed, counters?.owed);
  });
};

const holdsAgree = (model: Model, world: World): void => {
  for (const record of records)
    same(
      `queue of ${record}`,
      model.queues[record],
      queueOf(world, record).map(({ holdId }) => numberOf(holdId)),
    );
  for (const hold of world.holds.values()) {
    const having = [...world.items.values()].filter(
      (item) => claims(hold, item.itemId) && item.hold?.holdId === hold.holdId,
    );
    const wants = ['targeted', 'in-transit', 'on-shelf'].includes(hold.state) ? 1 : 0;
    same(`copies of hold ${hold.holdId}, which is ${hold.state}`, wants, having.length);
  }
};

const stepsAllowed = (world: World, before: Before): void => {
  for (const [id, item] of world.items) {
    const was = before.items.get(id);
    // Two writes of one step may skip a state: only single writes are checked against the table.
    if (was && item.v === was.v + 1)
      demand(
        was.state === item.state || allows(itemStates, was.state, item.state),
        () => `${id}: ${was.state} to ${item.state}`,
      );
  }
  for (const [id, hold] of world.holds) {
    const was = before.holds.get(id);
    if (was && hold.v === was.v + 1)
      demand(
        was.state === hold.state || allows(holdStates, was.state, hold.state),
        () => `${id}: ${was.state} to ${hold.state}`,
      );
  }
};

/** Compares model and domain records, and the records with a recount. */
export const agreeNow = (model: Model, world: World): void => {
  copiesAgree(model, world);
  patronsAgree(model, world);
  holdsAgree(model, world);
  const { all, owed } = bookedIn(world);
  same('the ledger', 0, all);
  const open = [...world.bills.values()].reduce((sum, bill) => sum + bill.open, 0);
  same('owed by the ledger', owed, open);
};

/** The same, and checks every step since the previous records against the state tables. */
export const agree = (model: Model, world: World, before: Before): void => {
  agreeNow(model, world);
  stepsAllowed(world, before);
};
