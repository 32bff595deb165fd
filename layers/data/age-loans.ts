import { millis } from '../domain/calendar/days.ts';
import type { LoanWatch } from '../domain/circulation/loan-watch.ts';
import { ageLoan, agesAt } from '../domain/circulation/lost-and-claimed.ts';
import { iso } from '../runtime/clock.ts';
import type { Ids } from '../runtime/ids.ts';
import { causedBy } from '../runtime/meter.ts';
import { saveDecision } from './circulation-writes.ts';
import { itemStore } from './item-store.ts';
import { loanWatchStore } from './loan-watch-store.ts';
import type { Table } from './table.ts';

const TRIES = 4;
// As many as a run does well within its time; the next run goes on where this one stopped.
const MOST = 2000;

export type Aged = { aged: number; dropped: number; left: number };
type Looked = keyof Aged;

/**
 * Looks at one noted loan: ages it when its time has come; drops the note when the item is back, lost, claimed (C72) or due
 * later, for then another note stands; leaves it when its hour comes later today. Safe to repeat.
 */
const look = async (table: Table, ids: Ids, watch: LoanWatch, now: number): Promise<Looked> => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const item = await itemStore(table).get(watch.itemId, { strong: true });
    const when = item?.loan?.loanId === watch.loanId && item.state === 'on-loan' ? agesAt(item.loan) : undefined;
    if (item === undefined || when === undefined) return 'dropped';
    if (millis(when) > now) return when.slice(0, 10) > watch.day ? 'dropped' : 'left';
    const entries = { bill: ids.next('bill', now), entry: ids.next('entry', now) };
    const decision = ageLoan({ item, at: iso(now), ids: entries });
    if ('refused' in decision) return 'dropped';
    const saved = await causedBy({ cause: item.memberId }, () => saveDecision(table, decision, { item }));
    if (saved === 'saved') return 'aged';
  }
  // Others were at it each time: the next run looks again.
  return 'left';
};

/** Ages all loans whose time has come (epoch ms). Idempotent, goes on where it stopped; reads only the days' own partitions. */
export const ageLoans = async (table: Table, ids: Ids, now: number): Promise<Aged> => {
  const watches = loanWatchStore(table);
  const today = iso(now).slice(0, 10);
  const sum: Aged = { aged: 0, dropped: 0, left: 0 };
  for (const day of await watches.daysUpTo(today)) {
    for (const watch of await watches.on(day)) {
      if (sum.aged + sum.dropped >= MOST) return sum;
      const looked = await look(table, ids, watch, now);
      sum[looked] += 1;
      if (looked !== 'left') await watches.forget(watch);
    }
    if (day < today && sum.left === 0) await watches.markDone(day);
  }
  return sum;
};
