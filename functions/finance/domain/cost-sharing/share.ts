import { divideHalfEven, type Exact, fromMinorUnits, parseExact } from '../../../../layers/kernel/money/exact.ts';
import { splitExactly } from '../../../../layers/kernel/money/split.ts';
import { bandOf } from './bands.ts';
import { basisOf, figureOf, keyFor } from './concerned.ts';
import type { MemberFigures } from './figures.ts';
import type { ShareKey, SimplePart } from './part-schema.ts';
import type { Basis, Reckoned, Reckoning } from './reckoning.ts';

const HUNDRED = parseExact('100');

/** Returns a member's weight by a key, and the figure that it depends on. */
export const weightOf = (key: ShareKey, member: MemberFigures, given: Reckoning): { weight: bigint; basis?: Basis } => {
  const own = keyFor(key, member, given);
  if (own === undefined) return { weight: 0n };
  // Weights of one share use one scale: when classes share by different keys, an equal share is a weight of 1.
  if (own.by === 'equal') return { weight: parseExact('1') };
  const value = figureOf(member, own, given);
  if (own.by === 'figure') return { weight: value, basis: basisOf(member, own, given) };
  const { band, at } = bandOf(own.bands, value);
  return {
    weight: parseExact(String(band.weight)),
    basis: basisOf(member, own, given, `band ${at + 1}, weight ${band.weight}`),
  };
};

type Share = Extract<SimplePart, { kind: 'share' }>;

/** Returns the amount that a part shares, negative for a deducted grant; undefined when its cost was not given. */
export const wholeOf = (part: Share, given: Reckoning): Exact | undefined => {
  // A cost may have the name of an inherited property, such as `constructor`.
  const cost = Object.hasOwn(given.costs, part.cost) ? given.costs[part.cost] : undefined;
  if (cost === undefined) return undefined;
  const money = fromMinorUnits(cost, given.minorDigits);
  const raised = divideHalfEven(money * (HUNDRED + parseExact(part.addPercent)), HUNDRED);
  const size = divideHalfEven(raised * parseExact(part.percent), HUNDRED);
  return part.takenOff ? -size : size;
};

/**
 * Shares a total cost, or a deducted grant, by its key among members: the shares sum to it. Refuses a missing cost, and a key without
 * any weight.
 */
export const shared = (part: Share, members: readonly MemberFigures[], given: Reckoning): Reckoned => {
  const whole = wholeOf(part, given);
  if (whole === undefined)
    return {
      refused: [{ code: 'cost-missing', detail: `The cost ${part.cost} was not given.`, params: { cost: part.cost } }],
    };
  const weights = new Map(members.map((member) => [member.memberId, weightOf(part.key, member, given)]));
  if (whole !== 0n && ![...weights.values()].some(({ weight }) => weight > 0n)) {
    const { title } = part;
    return {
      refused: [{ code: 'nothing-to-share-by', detail: `Nobody has a weight for ${title}.`, params: { title } }],
    };
  }
  const parts = splitExactly(whole, new Map([...weights].map(([id, { weight }]) => [id, weight])));
  return new Map([...weights].map(([id, { basis }]) => [id, { amount: parts.get(id) ?? 0n, ...(basis && { basis }) }]));
};
