import {
  divideHalfEven,
  type Exact,
  fromMinorUnits,
  parseExact,
  sumExact,
} from '../../../../layers/kernel/money/exact.ts';
import { splitExactly } from '../../../../layers/kernel/money/split.ts';
import { holdsFor } from './condition.ts';
import type { MemberFigures } from './figures.ts';
import type { Guard } from './guard-schema.ts';
import { firstYear, monthsIn } from './membership.ts';
import type { FormulaRefusal, Reckoning } from './reckoning.ts';

type Fees = ReadonlyMap<string, Exact>;
type Limits = { low: Exact; high: Exact | undefined };
type Of<K extends Guard['kind']> = Extract<Guard, { kind: K }>;
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
const percentPaid = (guard: Guard, member: MemberFigures, given: Reckoning): Exact => {
  if (guard.kind === 'phase-in') {
    const first = firstYear(member, given);
    const paid = first === undefined ? undefined : guard.percents[given.year - first];
    return paid === undefined ? HUNDRED : parseExact(paid);
  }
  if (guard.kind !== 'subsidy' || (guard.flag !== undefined && !member.flags.includes(guard.flag))) return HUNDRED;
  return HUNDRED - parseExact(guard.percent);
};

/** To a multiple of so many minor units; halves go up. */
const rounded = (fee: Exact, { unit, mode = 'nearest' }: Of<'round-to'>, { minorDigits }: Reckoning): Exact => {
  const step = fromMinorUnits(unit, minorDigits);
  const over = ((fee % step) + step) % step;
  if (over === 0n || mode === 'down') return fee - over;
  return mode === 'up' || over * 2n >= step ? fee - over + step : fee - over;
};

/** From the fee before towards the fee now, by one of the steps that are left. */
const onTheWay = (
  fee: Exact,
  { from, years }: Of<'transition'>,
  { feeBefore }: MemberFigures,
  given: Reckoning,
): Exact => {
  const left = years - (given.year - from);
  // Who paid nothing before has no old fee to come from.
  if (!feeBefore || given.year < from || left <= 1) return fee;
  const before = fromMinorUnits(feeBefore, given.minorDigits);
  return before + divideHalfEven(fee - before, BigInt(left));
};

/** What a guard leaves of the fee of a member whom it is for. */
const paidOf = (guard: Guard, fee: Exact, member: MemberFigures, given: Reckoning): Exact => {
  if (guard.kind === 'by-month') return divideHalfEven(fee * BigInt(monthsIn(member, given)), 12n);
  if (guard.kind === 'round-to') return rounded(fee, guard, given);
  if (guard.kind === 'transition') return onTheWay(fee, guard, member, given);
  return share(fee, percentPaid(guard, member, given));
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

/** The fees before, changed in proportion to what they are on their way to, so that they sum to what the formula raises. */
const inProportion = (fees: Fees, paid: Fees): Map<string, Exact> | undefined => {
  const total = sumExact(fees.values());
  return total !== 0n && sumExact(paid.values()) === 0n ? undefined : splitExactly(total, paid);
};

const guardedFees = (
  guard: Guard,
  fees: Fees,
  members: ReadonlyMap<string, MemberFigures>,
  given: Reckoning,
): Map<string, Exact> | undefined => {
  const ofMember = <T>(work: (member: MemberFigures, fee: Exact, isFor: boolean) => T): Map<string, T> =>
    new Map(
      [...fees].flatMap(([id, fee]) => {
        const member = members.get(id);
        return member ? [[id, work(member, fee, holdsFor(guard.when, member, given))] as const] : [];
      }),
    );
  const byOthers = guard.borne.bornBy === 'others';
  if (guard.kind === 'minimum' || guard.kind === 'maximum' || guard.kind === 'yearly-change') {
    const limits = ofMember((member, _, isFor) => (isFor ? (limitsOf(guard, member, given) ?? none) : none));
    if (byOthers) return filled(fees, limits);
    // Whom it is not for is not even held at nothing: a discount may still be made good by another part.
    return ofMember((member, fee, isFor) => (isFor ? clamped(fee, limits.get(member.memberId) ?? none) : fee));
  }
  const paid = ofMember((member, fee, isFor) => (isFor ? paidOf(guard, fee, member, given) : fee));
  if (!byOthers) return paid;
  return guard.kind === 'transition' ? inProportion(fees, paid) : spread(fees, paid);
};

const refusal = (code: FormulaRefusal['code'], title: string, problem: string): { refused: FormulaRefusal[] } => ({
  refused: [{ code, detail: `${title}: ${problem}`, params: { title } }],
});

/**
 * What a guard does to fees (exact, in units of the currency). Where the others bear it the sum stays as it was, and no limit of
 * this guard is passed by what they bear; refuses `cannot-balance` where that cannot be, and `below-nothing` where a discount left
 * less than nothing.
 */
export const guardEffects = (
  guard: Guard,
  fees: Fees,
  members: ReadonlyMap<string, MemberFigures>,
  given: Reckoning,
): GuardEffects => {
  const { title, borne } = guard;
  // Nobody can bear anything in proportion to less than nothing.
  if (borne.bornBy === 'others' && [...fees.values()].some((fee) => fee < 0n))
    return refusal('below-nothing', title, 'a fee is below nothing, so the others cannot bear it in proportion.');
  const after = guardedFees(guard, fees, members, given);
  if (!after) return refusal('cannot-balance', title, 'the others cannot bear it, all are held by it.');
  return new Map([...after].flatMap(([id, fee]) => (fee === fees.get(id) ? [] : [[id, fee - (fees.get(id) ?? 0n)]])));
};
