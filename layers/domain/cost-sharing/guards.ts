import { divideHalfEven, type Exact, fromMinorUnits, parseExact, sumExact } from '../money/exact.ts';
import { splitExactly } from '../money/split.ts';
import type { MemberFigures } from './figures.ts';
import type { Guard } from './formula.ts';
import type { FormulaRefusal, Reckoning } from './parts.ts';

type Fees = ReadonlyMap<string, Exact>;
type Limits = { low: Exact; high: Exact | undefined };
/** How a fee was changed for each member, below zero where it fell; those of whom it changed nothing are left out. */
export type GuardEffects = ReadonlyMap<string, Exact> | { refused: FormulaRefusal[] };

const HUNDRED = parseExact('100');
const share = (fee: Exact, percent: Exact): Exact => divideHalfEven(fee * percent, HUNDRED);
const none: Limits = { low: 0n, high: undefined };

/** Between what a guard holds a member's fee; undefined for the guards that take a part of it instead. */
const limitsOf = (guard: Guard, { feeBefore }: MemberFigures, { minorDigits }: Reckoning): Limits | undefined => {
  if (guard.kind === 'minimum') return { low: fromMinorUnits(guard.amount, minorDigits), high: undefined };
  if (guard.kind === 'maximum') return { low: 0n, high: fromMinorUnits(guard.amount, minorDigits) };
  if (guard.kind !== 'yearly-change') return undefined;
  // Who paid nothing before has nothing to be held against: a percentage of it would keep it free for ever.
  if (!feeBefore) return none;
  const before = fromMinorUnits(feeBefore, minorDigits);
  const low = guard.down === undefined ? 0n : before - share(before, parseExact(guard.down));
  return { low, high: guard.up === undefined ? undefined : before + share(before, parseExact(guard.up)) };
};

/** What is left to pay of a fee, in per cent. */
const percentPaid = (guard: Guard, { joined, flags }: MemberFigures, year: number): Exact => {
  if (guard.kind === 'phase-in') {
    const paid = joined === undefined ? undefined : guard.percents[year - joined];
    return paid === undefined ? HUNDRED : parseExact(paid);
  }
  if (guard.kind !== 'subsidy' || (guard.flag !== undefined && !flags.includes(guard.flag))) return HUNDRED;
  return HUNDRED - parseExact(guard.percent);
};

const clamped = (fee: Exact, { low, high }: Limits): Exact =>
  fee < low ? low : high !== undefined && fee > high ? high : fee;

/**
 * Fees within their limits that sum to what they summed to before: those at no limit bear the rest in proportion to their fees,
 * and are held themselves as soon as that would carry them over one. Undefined where the limits leave no such fees.
 */
const filled = (fees: Fees, limits: ReadonlyMap<string, Limits>): Map<string, Exact> | undefined => {
  const total = sumExact(fees.values());
  const held = new Map<string, Exact>();
  for (;;) {
    const free = new Map([...fees].filter(([id]) => !held.has(id)));
    const rest = total - sumExact(held.values());
    if (free.size === 0) return rest === 0n ? held : undefined;
    if (rest < 0n) return undefined;
    if (rest > 0n && sumExact(free.values()) === 0n) return undefined;
    const tried = splitExactly(rest, free);
    const over = [...tried].map(([id, fee]) => ({ id, fee, within: clamped(fee, limits.get(id) ?? none) }));
    const excess = over.reduce((sum, { fee, within }) => sum + within - fee, 0n);
    const broken = over.filter(({ fee, within }) =>
      excess === 0n ? fee !== within : excess > 0n ? within > fee : within < fee,
    );
    if (broken.length === 0) return new Map([...held, ...tried]);
    for (const { id, within } of broken) held.set(id, within);
  }
};

/** What others took off is borne by those of whom it took nothing, in proportion to their fees. */
const spread = (fees: Fees, paid: Fees): Map<string, Exact> | undefined => {
  const free = new Map([...fees].filter(([id, fee]) => paid.get(id) === fee && fee > 0n));
  const missing = sumExact(fees.values()) - sumExact(paid.values());
  if (missing === 0n) return new Map(paid);
  if (free.size === 0) return undefined;
  const borne = splitExactly(missing, free);
  return new Map([...paid].map(([id, fee]) => [id, fee + (borne.get(id) ?? 0n)]));
};

const guardedFees = (
  guard: Guard,
  fees: Fees,
  members: ReadonlyMap<string, MemberFigures>,
  given: Reckoning,
): Map<string, Exact> | undefined => {
  const ofMember = <T>(work: (member: MemberFigures, fee: Exact) => T): Map<string, T> =>
    new Map(
      [...fees].flatMap(([id, fee]) => {
        const member = members.get(id);
        return member ? [[id, work(member, fee)] as const] : [];
      }),
    );
  const byOthers = guard.borne.bornBy === 'others';
  if (guard.kind === 'phase-in' || guard.kind === 'subsidy') {
    const paid = ofMember((member, fee) => share(fee, percentPaid(guard, member, given.year)));
    return byOthers ? spread(fees, paid) : paid;
  }
  const limits = ofMember((member) => limitsOf(guard, member, given) ?? none);
  return byOthers ? filled(fees, limits) : ofMember((member, fee) => clamped(fee, limits.get(member.memberId) ?? none));
};

/**
 * What a guard does to fees (exact, in units of the currency). Where the others bear it the sum stays as it was, and no limit of
 * this guard is passed by what they bear; refuses `cannot-balance` where that cannot be.
 */
export const guardEffects = (
  guard: Guard,
  fees: Fees,
  members: ReadonlyMap<string, MemberFigures>,
  given: Reckoning,
): GuardEffects => {
  const after = guardedFees(guard, fees, members, given);
  if (!after) {
    const { title } = guard;
    const detail = `${title}: the others cannot bear it, all are held by it.`;
    return { refused: [{ code: 'cannot-balance', detail, params: { title } }] };
  }
  return new Map([...after].flatMap(([id, fee]) => (fee === fees.get(id) ? [] : [[id, fee - (fees.get(id) ?? 0n)]])));
};
