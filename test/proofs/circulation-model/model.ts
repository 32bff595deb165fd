import { CAP, COPIES, DAYS, HOLDS, isFilm, LIMIT, LOST, OWED, PATRONS, PER_DAY, RENEWALS, recordOf } from './world.ts';

/** A copy in the model: its patron and loan, the hold it is reserved for, and its location or destination. */
export type ModelCopy = {
  who?: number;
  how?: 'lent' | 'claimed' | 'lost' | 'paid';
  dueDay: number;
  renewals: number;
  /** The fines at renewals: the cap is for the whole loan. */
  fined: number;
  lostDay: number;
  /** The charge for the loss, which is refunded on return. */
  charge: number;
  missing: boolean;
  /** The hold that a copy is reserved for, and its progress. */
  hold?: number;
  aside?: 'paged' | 'travelling' | 'shelf';
  at: string;
  /** In transit home. */
  travels: boolean;
  /** Its hold ended while the copy was reserved: the next scan determines its destination. */
  stale: boolean;
  /** Reserved for a hold with another pickup branch, and still on the shelf of the previous hold. */
  shelved: boolean;
};

export type ModelHold = { patron: number; record: string; pickup: string; frozen: boolean; recalls?: number };

/** A simple model of the libraries: no versions, no conditions, and only rules that a leaflet for patrons would contain. */
export type Model = {
  copies: ModelCopy[];
  patrons: { loans: number; holds: number; owed: number; claims: number }[];
  holds: Map<number, ModelHold>;
  queues: Record<string, number[]>;
  day: number;
};

export const HOME = 'ash.main';

export const newModel = (): Model => ({
  copies: Array.from({ length: COPIES }, () => ({
    ...{
      dueDay: 0,
      renewals: 0,
      fined: 0,
      lostDay: 0,
      charge: 0,
      missing: false,
      at: HOME,
      travels: false,
      stale: false,
      shelved: false,
    },
  })),
  patrons: Array.from({ length: PATRONS }, () => ({ loans: 0, holds: 0, owed: 0, claims: 0 })),
  holds: new Map(),
  queues: { rec_0: [], rec_1: [] },
  day: 0,
});

const patronIn = (model: Model, at: number) => model.patrons[at] ?? { loans: 0, holds: 0, owed: 0, claims: 0 };
export const copyIn = (model: Model, at: number): ModelCopy => {
  const copy = model.copies[at];
  if (copy === undefined) throw new Error(`There is no copy ${at}.`);
  return copy;
};

/** The copy that a hold has, or has paged. */
export const copyOf = (model: Model, hold: number): ModelCopy | undefined =>
  model.copies.find((copy) => copy.hold === hold);

export const setFree = (copy: ModelCopy): void => {
  if (copy.aside === 'shelf' || copy.aside === 'travelling' || copy.shelved) copy.stale = true;
  copy.shelved = false;
  delete copy.hold;
  delete copy.aside;
};

/** The first hold in a record's queue that still waits for a copy; suspended ones are skipped. */
export const firstWaiting = (
  model: Model,
  record: string,
  but?: (hold: ModelHold, no: number) => boolean,
): number | undefined =>
  (model.queues[record] ?? []).find((no) => {
    const hold = model.holds.get(no);
    const caught = ['travelling', 'shelf'].includes(copyOf(model, no)?.aside ?? '');
    return hold !== undefined && !hold.frozen && !caught && but?.(hold, no) !== true;
  });

/** The first hold that still needs a copy; those of one patron also when a copy is being fetched for them. */
const firstInNeed = (model: Model, record: string, who: number): ModelHold | undefined => {
  const first = firstWaiting(model, record, ({ patron }, no) => patron !== who && copyOf(model, no) !== undefined);
  return first === undefined ? undefined : model.holds.get(first);
};

const endHold = (model: Model, no: number): void => {
  const hold = model.holds.get(no);
  if (hold === undefined) return;
  const copy = copyOf(model, no);
  if (copy) setFree(copy);
  patronIn(model, hold.patron).holds -= 1;
  model.queues[hold.record] = (model.queues[hold.record] ?? []).filter((one) => one !== no);
  model.holds.delete(no);
};

const ownHold = (model: Model, patron: number, record: string): number | undefined =>
  (model.queues[record] ?? []).find((no) => model.holds.get(no)?.patron === patron);

const fine = ({ dueDay, fined }: ModelCopy, until: number): number =>
  Math.min(CAP - fined, Math.max(0, until - dueDay) * PER_DAY);

/** Whether a patron may have one more. */
const mayBorrow = (model: Model, patron: number): boolean => {
  const { loans, owed } = patronIn(model, patron);
  return loans < LIMIT && owed <= OWED;
};

export const mayCheckOut = (model: Model, at: number, patron: number): boolean => {
  const copy = copyIn(model, at);
  const forAnother = copy.hold !== undefined && model.holds.get(copy.hold)?.patron !== patron;
  const first = copy.hold === undefined ? firstInNeed(model, recordOf(at), patron) : undefined;
  const othersWait = first !== undefined && first.patron !== patron;
  return copy.who === undefined && !copy.missing && !forAnother && !othersWait && mayBorrow(model, patron);
};

export const checkOut = (model: Model, at: number, patron: number, branch: string): void => {
  const copy = copyIn(model, at);
  const own = copy.hold ?? ownHold(model, patron, recordOf(at));
  if (own !== undefined) endHold(model, own);
  Object.assign(copy, {
    who: patron,
    how: 'lent',
    dueDay: model.day + DAYS,
    renewals: 0,
    fined: 0,
    at: branch,
    travels: false,
    stale: false,
    shelved: false,
  });
  patronIn(model, patron).loans += 1;
};

const endLoan = (model: Model, copy: ModelCopy): void => {
  const { who, how } = copy;
  if (who === undefined) return;
  const patron = patronIn(model, who);
  if (how !== 'paid') patron.loans -= 1;
  if (how === 'lent') patron.owed += fine(copy, model.day);
  // Lost and returned: the charge is refunded, and the loan was overdue until it was lost.
  if (how === 'lost' || how === 'paid') {
    patron.owed += fine(copy, Math.min(model.day, copy.lostDay)) - copy.charge;
  }
  delete copy.who;
  delete copy.how;
};

const capture = (model: Model, copy: ModelCopy, no: number, branch: string): void => {
  const other = copyOf(model, no);
  if (other && other !== copy) setFree(other);
  copy.hold = no;
  copy.aside = model.holds.get(no)?.pickup === branch ? 'shelf' : 'travelling';
  copy.travels = false;
};

export const checkIn = (model: Model, at: number, branch: string): void => {
  const copy = copyIn(model, at);
  endLoan(model, copy);
  copy.missing = false;
  copy.at = branch;
  const held = copy.aside !== undefined && copy.aside !== 'paged' ? copy.hold : undefined;
  if (held === undefined) setFree(copy);
  copy.stale = false;
  copy.shelved = false;
  const next = held ?? firstWaiting(model, recordOf(at));
  if (next !== undefined) {
    capture(model, copy, next, branch);
    return;
  }
  // A transit home continues; films stay where they are returned.
  copy.travels = branch !== HOME && (copy.travels || !isFilm(at));
};

export const mayRenew = (model: Model, at: number): boolean => {
  const { who, how, renewals, dueDay } = copyIn(model, at);
  if (who === undefined || how !== 'lent' || renewals >= RENEWALS) return false;
  const others = ({ patron }: ModelHold, no: number) => patron === who || copyOf(model, no) !== undefined;
  if (firstWaiting(model, recordOf(at), others) !== undefined) return false;
  const { loans, owed } = patronIn(model, who);
  return loans <= LIMIT && owed <= OWED && model.day + DAYS > dueDay;
};

export const renew = (model: Model, at: number): void => {
  const copy = copyIn(model, at);
  const charged = fine(copy, model.day);
  patronIn(model, copy.who ?? 0).owed += charged;
  copy.fined += charged;
  Object.assign(copy, { dueDay: model.day + DAYS, renewals: copy.renewals + 1 });
};

export const mayPlace = (model: Model, patron: number, record: string): boolean => {
  const copies = model.copies.filter((_, at) => recordOf(at) === record);
  const { holds, owed } = patronIn(model, patron);
  return (
    ownHold(model, patron, record) === undefined &&
    copies.every(({ who }) => who !== patron) &&
    copies.some(({ how, missing }) => !missing && (how === undefined || how === 'lent')) &&
    holds < HOLDS &&
    owed <= OWED
  );
};

export const place = (model: Model, no: number, hold: ModelHold): void => {
  model.holds.set(no, hold);
  model.queues[hold.record]?.push(no);
  patronIn(model, hold.patron).holds += 1;
};

/** Ends a hold without its copy: a copy on the shelf passes to the next hold, which gets it here or has it sent. */
export const giveUpHold = (model: Model, no: number): void => {
  const copy = copyOf(model, no);
  const shelved = copy?.aside === 'shelf';
  const record = model.holds.get(no)?.record ?? '';
  endHold(model, no);
  const next = shelved ? firstWaiting(model, record) : undefined;
  if (copy === undefined || next === undefined) return;
  const other = copyOf(model, next);
  if (other) setFree(other);
  copy.hold = next;
  copy.aside = model.holds.get(next)?.pickup === copy.at ? 'shelf' : 'paged';
  copy.shelved = copy.aside === 'paged';
  copy.stale = false;
};

/** Whether a copy is on a shelf for any hold. */
export const isFree = ({ who, missing, hold, travels, stale }: ModelCopy): boolean =>
  who === undefined && !missing && hold === undefined && !travels && !stale;

export const isWaiting = (model: Model, no: number): boolean => {
  const aside = copyOf(model, no)?.aside;
  return model.holds.has(no) && aside !== 'travelling' && aside !== 'shelf';
};

export const freeze = (model: Model, no: number, frozen: boolean): void => {
  const hold = model.holds.get(no);
  const copy = copyOf(model, no);
  if (hold) hold.frozen = frozen;
  if (frozen && copy) setFree(copy);
};

/** A new order is accepted when it names each open hold once, and none overtakes a hold with a copy or a paged copy. */
export const mayReorder = (model: Model, record: string, order: readonly number[]): boolean => {
  const queue = model.queues[record] ?? [];
  return queue.every(
    (no, at) =>
      copyOf(model, no) === undefined || queue.slice(at + 1).every((later) => order.indexOf(later) > order.indexOf(no)),
  );
};

export const lose = (model: Model, at: number): void => {
  const copy = copyIn(model, at);
  Object.assign(copy, { how: 'lost', charge: LOST, lostDay: model.day });
  patronIn(model, copy.who ?? 0).owed += LOST;
};

export const claim = (model: Model, at: number): void => {
  const copy = copyIn(model, at);
  copy.how = 'claimed';
  patronIn(model, copy.who ?? 0).claims += 1;
};

export const giveUpClaim = (model: Model, at: number): void => {
  const copy = copyIn(model, at);
  patronIn(model, copy.who ?? 0).loans -= 1;
  copy.missing = true;
  delete copy.who;
  delete copy.how;
};

/** Takes money at the desk (or, negative, pays it out), or waives it: a fully paid loss is settled. */
export const settle = (
  model: Model,
  patron: number,
  amount: number,
  lost?: { at: number; waived: number; open: number },
) => {
  patronIn(model, patron).owed -= amount;
  const copy = lost && copyIn(model, lost.at);
  if (copy === undefined || lost === undefined || copy.how !== 'lost') return;
  copy.charge -= lost.waived;
  if (lost.open > 0) return;
  copy.how = 'paid';
  patronIn(model, copy.who ?? 0).loans -= 1;
};
