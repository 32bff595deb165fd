import type {
  Changes,
  Decided,
  Decision,
  PatronChange,
} from '../../../functions/circulation/domain/decisions/decision.ts';
import type { CirculationPolicies } from '../../../functions/circulation/domain/decisions/policies.ts';
import { byQueueOrder } from '../../../functions/circulation/domain/holds/hold-queue.ts';
import { releasePage } from '../../../functions/circulation/domain/holds/target-hold.ts';
import type { MoneyMoves, OpenBill } from '../../../functions/circulation/domain/money/payment.ts';
import { type Hold, isOver } from '../../../functions/items/domain/hold.ts';
import type { ItemCirculation } from '../../../functions/items/domain/item-circulation.ts';
import {
  type CounterDeltas,
  counted,
  exceeded,
  type PatronStatus,
} from '../../../functions/patrons/domain/record/patron-status.ts';
import { type Posting, post } from '../../../layers/records/ledger/domain/post.ts';
import { aCalendar } from '../../builders/calendar.ts';
import { anItem, aPatron } from '../../builders/circulation.ts';
import { moving } from '../../builders/movement.ts';
import { aRule, blocksDocument, loanRulesDocument } from '../../builders/policies.ts';

/** The defects that the model must detect. */
export const mutants = [
  'item-condition',
  'limit-condition',
  'seen-condition',
  'hold-condition',
  'counter-down',
  'refund',
] as const;
export type Mutant = (typeof mutants)[number];

/** A stored bill: its owner, its reason, and its open amount. */
export type WorldBill = OpenBill & { patronId: string; kind: string; itemId?: string };

/** The records of the libraries in memory. Every decision of the domain is applied to them completely or not at all, as in the table. */
export type World = {
  items: Map<string, ItemCirculation>;
  patrons: Map<string, PatronStatus>;
  holds: Map<string, Hold>;
  bills: Map<string, WorldBill>;
  postings: Posting[];
  now: number;
  serial: number;
  mutant?: Mutant;
  /** How often each kind of act was done, in all runs. */
  done: Map<string, number>;
};

export const LIMIT = 2;
export const HOLDS = 3;
export const OWED = 2000;
export const DAYS = 28;
export const PER_DAY = 25;
export const CAP = 1000;
export const LOST = 3000;
export const RENEWALS = 2;
export const COPIES = 5;
export const PATRONS = 3;
export const branches = ['ash.main', 'birch.east', 'cedar.main'] as const;

const allDay = [{ open: '00:00', close: '23:59' }];
const everyDay = { monday: allDay, tuesday: allDay, wednesday: allDay, thursday: allDay, friday: allDay };

/** Always open, in UTC, so that the days of a loan are simple. */
export const calendar = aCalendar({
  timeZone: 'UTC',
  weekly: { ...everyDay, saturday: allDay, sunday: allDay },
});

const floating = [{ group: 'films', items: [{ itemCategory: 'dvd' }], places: [{ at: 'consortium', stopDepth: 0 }] }];

/** The rules of this world: small limits, so that they are reached; recalls; films stay where they are returned. */
export const policies: CirculationPolicies = {
  ...moving({ floating: floating as never }),
  loanRules: loanRulesDocument([aRule({ id: 'recalls', values: { recallable: true } })]),
  blocks: blocksDocument({ maxLoans: LIMIT, maxHolds: HOLDS, owedLimit: OWED }),
};

export const itemId = (copy: number): string => `itm_${copy}`;
export const patronId = (patron: number): string => `pat_${patron}`;
/** Copies 0 to 2 belong to one record, the others to another. */
export const recordOf = (copy: number): string => (copy < 3 ? 'rec_0' : 'rec_1');
/** The last copy floats. */
export const isFilm = (copy: number): boolean => copy === COPIES - 1;
export const records = ['rec_0', 'rec_1'] as const;

/** Creates a world on a Monday noon: every copy on its shelf, no loans and no debts. */
export const newWorld = (done: Map<string, number>, mutant?: Mutant): World => ({
  done,
  items: new Map(
    Array.from({ length: COPIES }, (_, copy) => [
      itemId(copy),
      anItem({
        itemId: itemId(copy),
        barcode: `3000${copy}`,
        recordId: recordOf(copy),
        category: isFilm(copy) ? 'dvd' : 'book',
        v: 1,
      }),
    ]),
  ),
  patrons: new Map(
    Array.from({ length: PATRONS }, (_, at) => [patronId(at), aPatron({ patronId: patronId(at), v: 1 })]),
  ),
  ...{ holds: new Map(), bills: new Map(), postings: [], now: Date.parse('2026-03-02T11:00:00.000Z'), serial: 0 },
  ...(mutant && { mutant }),
});

export const iso = (world: World): string => new Date(world.now).toISOString();

/** Returns the next id of a kind. */
export const nextId = (world: World, kind: string): string => {
  world.serial += 1;
  return `${kind}_${String(world.serial).padStart(6, '0')}`;
};

/** Returns a record's open holds, in the order of its queue. */
export const queueOf = (world: World, record: string): Hold[] =>
  [...world.holds.values()].filter((hold) => hold.recordId === record && !isOver(hold)).toSorted(byQueueOrder);

const raised = (patron: PatronStatus, add: CounterDeltas, mutant: Mutant | undefined): PatronStatus => {
  const counters = { ...patron.counters, perGroup: { ...patron.counters.perGroup } };
  for (const [name, by = 0] of Object.entries(add)) {
    if (mutant === 'counter-down' && name === 'loans' && by < 0) continue;
    if (name === 'loans' || name === 'holds' || name === 'owed') counters[name] += by;
    else if (name === 'claims') counters.claims = counted(counters, 'claims') + by;
    else {
      const group = name.slice('group:'.length);
      counters.perGroup[group] = (counters.perGroup[group] ?? 0) + by;
    }
  }
  return { ...patron, counters, v: patron.v + 1 };
};

const standsAt = (expect: number | undefined, known: { v: number } | undefined): boolean =>
  expect === undefined ? known === undefined : known?.v === expect;

const patronHolds = (world: World, { patronId: id, limits, expected: asRead }: PatronChange): boolean => {
  const patron = world.patrons.get(id);
  if (patron === undefined) return false;
  const changed = (['holds', 'loans'] as const).some(
    (name) => asRead?.[name] !== undefined && patron.counters[name] !== asRead[name],
  );
  if (changed && world.mutant !== 'seen-condition') return false;
  return world.mutant === 'limit-condition' || exceeded(patron.counters, limits).length === 0;
};

/** Returns whether every condition of a decision's write is met now. */
const conditionsHold = (world: World, { item, freedCopy: freed, holds, patrons }: Changes): boolean => {
  const { mutant, items } = world;
  const copies = [item, freed].every(
    (change) =>
      change === undefined || mutant === 'item-condition' || standsAt(change.expect, items.get(change.after.itemId)),
  );
  const queued = holds.every(
    ({ after, expect }) => mutant === 'hold-condition' || standsAt(expect, world.holds.get(after.holdId)),
  );
  return copies && queued && patrons.every((change) => patronHolds(world, change));
};

const addBill = (world: World, { amount: open, ...bill }: Changes['bills'][number]): void => {
  world.bills.set(bill.billId, { ...bill, open });
};

/** Writes a decision as one transaction. Returns false when a condition is not met, and writes nothing. */
export const save = (world: World, { changes, postings }: Decided): boolean => {
  if (!conditionsHold(world, changes)) return false;
  const { item, freedCopy: freed, patrons, holds, bills, refund, pageToRelease: release } = changes;
  for (const change of [item, freed]) if (change) world.items.set(change.after.itemId, change.after);
  for (const { after } of holds) world.holds.set(after.holdId, after);
  for (const { patronId: id, add } of patrons) {
    const patron = world.patrons.get(id);
    if (patron) world.patrons.set(id, raised(patron, add, world.mutant));
  }
  for (const bill of bills) addBill(world, bill);
  const back = refund && world.bills.get(refund.billId);
  if (refund && back && world.mutant !== 'refund')
    world.bills.set(back.billId, { ...back, open: back.open - refund.amount });
  world.postings.push(...postings);
  const paged = release && world.items.get(release.itemId);
  const after = release && paged && releasePage(paged, release.holdId);
  if (after) world.items.set(after.itemId, after);
  return true;
};

/** Writes changes of money: bills, debts and the ledger. */
export const saveMoves = (world: World, id: string, { moves, owed, postings }: MoneyMoves): void => {
  for (const { billId, open } of moves) {
    const bill = world.bills.get(billId);
    if (bill) world.bills.set(billId, { ...bill, open });
  }
  const patron = world.patrons.get(id);
  if (patron) world.patrons.set(id, raised(patron, { owed }, undefined));
  world.postings.push(...postings);
};

/** Returns debits less credits over the whole ledger, and the patrons' debts by it. Throws when a posting cannot be booked. */
export const bookedIn = (world: World): { all: number; owed: number } => {
  const entries = world.postings.map(post);
  const lines = entries.flatMap((entry) => {
    if ('refused' in entry) throw new Error(`A posting cannot be booked: ${JSON.stringify(entry.refused)}`);
    return entry.lines;
  });
  const sum = (some: typeof lines) =>
    some.reduce((total, { side, amount }) => total + (side === 'debit' ? amount : -amount), 0);
  return { all: sum(lines), owed: sum(lines.filter(({ account }) => account === 'patron-receivables')) };
};

/** Returns the decision; nothing when it was refused. */
export const decidedIn = (decision: Decision | Decided): Decided | undefined =>
  'refused' in decision ? undefined : decision;
