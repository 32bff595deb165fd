import { holdStore } from '../../../functions/circulation/data/hold-store.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { itemStore } from '../../../functions/items/data/item-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { aBorrower, aCopy, at, countersOf, selfCheckAt } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';

const monday = '2026-03-02T11:00:00.000Z';
const branchId = 'birch.east';
const AT_ONCE = 20;
const LIMIT = 15;
const CHECK_INS = 10;
const PAIRS = 10;

const many = <T>(n: number, make: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, i) => make(i)));
const statuses = (answers: { status: number }[], status: number): number =>
  answers.filter((answer) => answer.status === status).length;

/** The handlers of one round of races, on one runtime as in production. */
const handlers = () => {
  const runtime = at(monday);
  return { out: checkOut.using(runtime), in: checkIn.using(runtime), hold: placeHold.using(runtime) };
};
type Handlers = ReturnType<typeof handlers>;

/** Twenty concurrent self-checkouts of one patron, where fifteen are allowed. Returns the number of loans, and the counter. */
const oneCard = async (table: Table, { out }: Handlers) => {
  const [patron, copies] = await Promise.all([aBorrower(table), many(AT_ONCE, () => aCopy(table))]);
  const actor = selfCheckAt(branchId);
  const answers = await Promise.all(
    copies.map(({ barcode: item }) => call(out, { actor, body: { branchId, item, patron: patron.card } })),
  );
  const [counters, lent] = await Promise.all([
    countersOf(table, patron.patronId) as Promise<{ loans: number }>,
    itemStore(table).getMany(
      copies.map(({ itemId }) => itemId),
      { strong: true },
    ),
  ]);
  const recounted = lent.filter(({ loan }) => loan?.patronId === patron.patronId).length;
  const sound = statuses(answers, 201) === LIMIT && counters.loans === LIMIT && recounted === LIMIT;
  const refused = statuses(answers, 409);
  return { attempts: AT_ONCE, sound: sound && refused === AT_ONCE - LIMIT };
};

/** Twenty patrons at one item: one loan; then ten check-ins of it: one closes the loan (C22). */
const oneItem = async (table: Table, { out, in: takeBack }: Handlers) => {
  const [copy, patrons] = await Promise.all([aCopy(table), many(AT_ONCE, () => aBorrower(table))]);
  const actor = staffAt(branchId, 'desk');
  const body = { branchId, item: copy.barcode };
  const lent = await Promise.all(patrons.map(({ card: patron }) => call(out, { actor, body: { ...body, patron } })));
  const closed = await many(CHECK_INS, () => call(takeBack, { actor, body }));
  const counters = await Promise.all(patrons.map(({ patronId }) => countersOf(table, patronId)));
  const once = closed.filter(({ body: answer }) => (answer as { loanClosed?: boolean }).loanClosed).length;
  const level = counters.every((one) => (one as { loans: number }).loans === 0);
  return { attempts: AT_ONCE + CHECK_INS, sound: statuses(lent, 201) === 1 && once === 1 && level };
};

/** Twenty concurrent holds on one record, two per patron: a total order, one hold per patron (C28, C34). */
const oneQueue = async (table: Table, { hold }: Handlers) => {
  const [copy, patrons] = await Promise.all([aCopy(table), many(AT_ONCE, () => aBorrower(table))]);
  const body = { recordId: copy.recordId, pickupBranch: 'cedar.main' };
  const twice = [...patrons, ...patrons.slice(0, 5)];
  const answers = await Promise.all(twice.map(({ actor }) => call(hold, { actor, body })));
  const queue = await holdStore(table).queue([copy.recordId ?? ''], { strong: true });
  const counters = await Promise.all(patrons.map(({ patronId }) => countersOf(table, patronId)));
  const sound =
    statuses(answers, 201) === AT_ONCE &&
    new Set(queue.map(({ patronId }) => patronId)).size === AT_ONCE &&
    queue.length === AT_ONCE &&
    counters.every((one) => (one as { holds: number }).holds === 1);
  return { attempts: twice.length, sound };
};

/** Patrons who borrow a copy at one desk and request its title elsewhere at once: never both (C28, C57). */
const oneTitle = async (table: Table, { out, hold }: Handlers) => {
  const [copies, patrons] = await Promise.all([many(PAIRS, () => aCopy(table)), many(PAIRS, () => aBorrower(table))]);
  const desk = staffAt(branchId, 'desk');
  const both = await many(PAIRS, async (i) => {
    const [copy, patron] = [copies[i], patrons[i]];
    if (!copy || !patron) return false;
    await Promise.all([
      call(out, { actor: desk, body: { branchId, item: copy.barcode, patron: patron.card } }),
      call(hold, { actor: patron.actor, body: { recordId: copy.recordId, pickupBranch: 'cedar.main' } }),
    ]);
    const [lent, queue] = await Promise.all([
      itemStore(table).get(copy.itemId, { strong: true }),
      holdStore(table).queue([copy.recordId ?? ''], { strong: true }),
    ]);
    return lent?.loan?.patronId === patron.patronId && queue.length > 0;
  });
  return { attempts: 2 * PAIRS, sound: !both.includes(true) };
};

export type Races = { attempts: number; rounds: number; broken: number };

/** Races of concurrent requests until a number was made. Returns the number of rounds that violated an invariant: 0 is the proof. */
export const race = async (table: Table, attempts: number): Promise<Races> => {
  const deps = handlers();
  const done: Races = { attempts: 0, rounds: 0, broken: 0 };
  while (done.attempts < attempts) {
    for (const round of [oneCard, oneItem, oneQueue, oneTitle]) {
      const { attempts: made, sound } = await round(table, deps);
      done.attempts += made;
      done.rounds += 1;
      if (!sound) done.broken += 1;
    }
  }
  return done;
};
