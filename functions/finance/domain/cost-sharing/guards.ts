import {
  divideHalfEven,
  type Exact,
  fromMinorUnits,
  parseExact,
  sumExact,
} from '../../../../layers/kernel/money/exact.ts';
import { splitExactly } from '../../../../layers/kernel/money/split.ts';
import { holdsFor } from './condition.ts';
import { least, type MemberFigures, toMultiple } from './figures.ts';
import type { Guard } from './guard-schema.ts';
import { firstYear, monthsIn } from './membership.ts';
import type { FormulaRefusal, Reckoning } from './reckoning.ts';

type Fees = ReadonlyMap<string, Exact>;
type Limits = { low: Exact; high: Exact | undefined };
type Of<K extends Guard['kind']> = Extract<Guard, { kind: K }>;
/** The change of each member's fee, negative when it fell; without members whose fee did not change. */
export type GuardEffects = ReadonlyMap<string, Exact> | { refused: FormulaRefusal[] };

const HUNDRED = parseExact('100');
const share = (fee: Exact, percent: Exact): Exact => divideHalfEven(fee * percent, HUNDRED);
const none: Limits = { low: 0n, high: undefined };

/** Returns the limits of a guard for a member's fee; undefined for guards that take a part of it instead. */
const limitsOf = (guard: Guard, { feeBefore }: MemberFigures, { minorDigits }: Reckoning): Limits | undefined => {
  if (guard.kind === 'minimum') return { low: fromMinorUnits(guard.amount, minorDigits), high: undefined };
  if (guard.kind === 'maximum') return { low: 0n, high: fromMinorUnits(guard.amount, minorDigits) };
  if (guard.kind !== 'yearly-change') return undefined;
  // A member that paid nothing before has no limit: a percentage of zero would keep it free for ever.
  if (!feeBefore) return none;
  const before = fromMinorUnits(feeBefore, minorDigits);
  const low = guard.down === undefined ? 0n : before - share(before, parseExact(guard.down));
  return { low, high: guard.up === undefined ? undefined : before + share(before, parseExact(guard.up)) };
};

/** Returns the percentage of a fee that remains to be paid. */
const percentPaid = (guard: Guard, member: MemberFigures, given: Reckoning): Exact => {
  if (guard.kind === 'phase-in') {
    const first = firstYear(member, given);
    const paid = first === undefined ? undefined : guard.percents[given.year - first];
    return paid === undefined ? HUNDRED : parseExact(paid);
  }
  if (guard.kind !== 'subsidy' || (guard.flag !== undefined && !member.flags.includes(guard.flag))) return HUNDRED;
  return HUNDRED - parseExact(guard.percent);
};

/** Takes an amount off a fee, at most all of it; a fee below nothing stays as it is. */
const discounted = (fee: Exact, { amount }: Of<'discount'>, { minorDigits }: Reckoning): Exact => {
  const off = fromMinorUnits(amount, minorDigits);
  return fee > off ? fee - off : least(fee, 0n);
};

/** Returns a step from the previous fee towards the current one, by the number of remaining steps. */
const onTheWay = (
  fee: Exact,
  { from, years }: Of<'transition'>,
  { feeBefore }: MemberFigures,
  given: Reckoning,
): Exact => {
  const left = years - (given.year - from);
  // A member that paid nothing before has no old fee to start from.
  if (!feeBefore || given.year < from || left <= 1) return fee;
  const before = fromMinorUnits(feeBefore, given.minorDigits);
  return before + divideHalfEven(fee - before, BigInt(left));
};

/** Returns the fee of a member after a guard that applies to it. */
const paidOf = (guard: Guard, fee: Exact, member: MemberFigures, given: Reckoning): Exact => {
  if (guard.kind === 'by-month') return divideHalfEven(fee * BigInt(monthsIn(member, given)), 12n);
  if (guard.kind === 'round-to')
    return toMultiple(fee, fromMinorUnits(guard.unit, given.minorDigits), guard.mode ?? 'nearest');
  if (guard.kind === 'discount') return discounted(fee, guard, given);
  if (guard.kind === 'transition') return onTheWay(fee, guard, member, given);
  return share(fee, percentPaid(guard, member, given));
};

const clamped = (fee: Exact, { low, high }: Limits): Exact =>
  fee < low ? low : high !== undefined && fee > high ? high : fee;

/** Returns the fee of one member after a guard, without what it bears for others. */
export const guardedFee = (guard: Guard, fee: Exact, member: MemberFigures, given: Reckoning): Exact => {
  if (!holdsFor(guard.when, member, given)) return fee;
  const limits = limitsOf(guard, member, given);
  return limits ? clamped(fee, limits) : paidOf(guard, fee, member, given);
};

/**
 * Returns fees within their limits with the same sum as before: members at no limit bear the rest in proportion to their fees, and are
 * limited themselves when that would exceed a limit. Undefined when the limits permit no such fees.
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

/** Spreads what was taken off over the members that lost nothing, in proportion to their fees. */
const spread = (fees: Fees, paid: Fees): Map<string, Exact> | undefined => {
  const free = new Map([...fees].filter(([id, fee]) => paid.get(id) === fee && fee > 0n));
  const missing = sumExact(fees.values()) - sumExact(paid.values());
  if (missing === 0n) return new Map(paid);
  if (free.size === 0) return undefined;
  const borne = splitExactly(missing, free);
  return new Map([...paid].map(([id, fee]) => [id, fee + (borne.get(id) ?? 0n)]));
};

/** Returns the previous fees, changed in proportion to their targets, so that they sum to the formula's total. */
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
    // Other members are not even limited to zero: another part may still offset a discount.
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
 * Returns the effect of a guard on fees (exact, in units of the currency). When the others bear it the sum does not change, and their
 * parts exceed no limit of this guard; refuses `cannot-balance` when that is impossible, and `below-nothing` when a discount made a fee
 * negative.
 */
export const guardEffects = (
  guard: Guard,
  fees: Fees,
  members: ReadonlyMap<string, MemberFigures>,
  given: Reckoning,
): GuardEffects => {
  const { title, borne } = guard;
  // Nothing can be borne in proportion to a negative fee.
  if (borne.bornBy === 'others' && [...fees.values()].some((fee) => fee < 0n))
    return refusal('below-nothing', title, 'a fee is below nothing, so the others cannot bear it in proportion.');
  const after = guardedFees(guard, fees, members, given);
  if (!after) return refusal('cannot-balance', title, 'the others cannot bear it, all are held by it.');
  return new Map([...after].flatMap(([id, fee]) => (fee === fees.get(id) ? [] : [[id, fee - (fees.get(id) ?? 0n)]])));
};
