import { decimalText } from '../../../../layers/kernel/money/exact.ts';
import type { Condition, Result, Tally } from './count-votes.ts';
import { commonDivisor } from './fraction.ts';
import { WEIGHT_DECIMALS } from './weights.ts';

/** Returns a sum as decimal text: whole, or with the decimals of weights; a fraction of a vote that a limit made, as n/d. */
const sumText = (value: bigint, one: bigint): string => {
  const scale = 10n ** BigInt(WEIGHT_DECIMALS);
  if (value % one === 0n) return String(value / one);
  const common = commonDivisor(value, one);
  if ((value * scale) % one !== 0n) return `${value / common}/${one / common}`;
  return decimalText((value * scale) / one, WEIGHT_DECIMALS).replace(/0+$/, '');
};

const tallyText = ({ yes, no, abstain, entitled, one }: Tally) => ({
  ...{ yes: sumText(yes, one), no: sumText(no, one) },
  ...{ abstain: sumText(abstain, one), entitled: sumText(entitled, one) },
});
const conditionText = ({ count, base, of, compare, one, isMet }: Condition) => ({
  ...{ count: sumText(count, one), base: sumText(base, one), of, compare, isMet },
});

/** Returns a result with its sums as text, as it is stored and shown: "65" of "85". */
export const resultText = ({ outcome, heads, weight, quorum, majorities, floor, refusal, vetoes }: Result) => ({
  outcome,
  ...{ heads: tallyText(heads), weight: tallyText(weight) },
  ...(quorum && { quorum: { unit: quorum.unit, ...conditionText(quorum) } }),
  majorities: majorities.map(({ unit, ...one }) => ({ unit, ...conditionText(one) })),
  ...(floor && { floor: conditionText(floor) }),
  ...(refusal && { refusal: conditionText(refusal) }),
  vetoes: vetoes.map(({ chamber, ...one }) => ({ chamber, ...conditionText(one) })),
});
