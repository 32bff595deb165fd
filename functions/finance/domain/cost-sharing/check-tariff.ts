import { type Exact, toMinorUnits } from '../../../../layers/kernel/money/exact.ts';
import { breakPointsOf, everyGuard, everyPart, type Thresholds, thresholdsOf } from './break-points.ts';
import { concerned, unusableFigures, unusableOfGuards } from './concerned.ts';
import { readingsOfWhen } from './condition.ts';
import { divisorReading, type MemberFigures } from './figures.ts';
import type { Formula } from './formula.ts';
import { classesOf, type MemberClass } from './member-classes.ts';
import type { Reckoning } from './reckoning.ts';
import { type Piece, tariffOf } from './tariff.ts';
import type { TariffCheck, TariffDrop, Unchecked } from './tariff-check-schema.ts';
import { withKinks } from './tariff-line.ts';

/** The largest value that a member may report. */
const LARGEST = 1e12;
const MOST_VALUES = 20_000;
const MOST_COMBINATIONS = 200;
const MOST_DROPS = 20;

/** A figure with its smallest step (1 where every value and bound is whole, otherwise 0.001) and its break points in steps. */
type Scale = { figure: string; perUnit: number; points: number[]; readings: Thresholds[] };
type Values = Readonly<Record<string, number>>;
type Work = { formula: Formula; tariff: Piece; scales: Scale[]; given: Reckoning };

const ascending = (points: Iterable<number>): number[] => [...new Set(points)].toSorted((a, b) => a - b);

const scaleOf = (figure: string, readings: Thresholds[], members: readonly MemberFigures[]): Scale => {
  const reported = members.flatMap(({ figures }) => Object.values(figures[figure] ?? {}));
  const breaks = readings.flatMap(breakPointsOf);
  const perUnit = [...reported, ...breaks].every(Number.isInteger) ? 1 : 1000;
  const beyond = 10 * Math.max(1, ...reported, ...breaks);
  const values = [0, ...breaks, ...reported, beyond, LARGEST].filter((value) => value <= LARGEST);
  const steps = values.map((value) => Math.round(value * perUnit));
  const isRounded = readings.some(({ reading }) => reading.rounded);
  // A bound belongs to what is below it: the step after it is the first of the next band. What is rounded down changes at it.
  const beside = steps.flatMap((step) => [...(isRounded && step > 0 ? [step - 1] : []), step, step + 1]);
  return { figure, perUnit, readings, points: ascending(beside).slice(0, -1) };
};

const scalesOf = (formula: Formula, members: readonly MemberFigures[]): Scale[] =>
  [...Map.groupBy(thresholdsOf(formula), ({ reading }) => reading.figure)].map(([figure, readings]) =>
    scaleOf(figure, readings, members),
  );

const memberOf = (of: MemberClass, values: Values, { scales, given }: Work): MemberFigures => ({
  memberId: 'any',
  ...of,
  figures: Object.fromEntries(
    scales.map(({ figure, perUnit, readings }) => {
      const years = readings.map(({ reading: { yearsBefore = 0 } }) => given.year - yearsBefore);
      return [figure, Object.fromEntries(years.map((year) => [year, (values[figure] ?? 0) / perUnit]))];
    }),
  ),
});

/** Returns whether a formula joins figures: by alternatives, limits, rounding or conditions. Otherwise none depends on another. */
const joinsFigures = (formula: Formula): boolean =>
  everyPart(formula.parts).some(
    ({ kind, when }) => kind === 'max-of' || kind === 'min-of' || readingsOfWhen(when).length > 0,
  ) ||
  everyGuard(formula).some(
    ({ kind, when }) =>
      ['minimum', 'maximum', 'discount', 'round-to'].includes(kind) || readingsOfWhen(when).length > 0,
  ) ||
  thresholdsOf(formula).some(({ reading }) => divisorReading(reading));

/** Returns the values of the other figures for which one is checked; of too many combinations only those of one figure at a time. */
const combinationsOf = (others: readonly Scale[], formula: Formula): { values: Values[]; areAll: boolean } => {
  const least = Object.fromEntries(others.map(({ figure }) => [figure, 0]));
  if (!joinsFigures(formula)) return { values: [least], areAll: true };
  const count = others.reduce((product, { points }) => product * points.length, 1);
  if (count > MOST_COMBINATIONS) {
    const single = others.flatMap(({ figure, points }) => points.map((point) => ({ ...least, [figure]: point })));
    return { values: single.slice(0, MOST_COMBINATIONS), areAll: false };
  }
  const values = others.reduce<Values[]>(
    (all, { figure, points }) => all.flatMap((one) => points.map((point) => ({ ...one, [figure]: point }))),
    [{}],
  );
  return { values, areAll: true };
};

const isCovered = (member: MemberFigures, { formula, given }: Work): boolean =>
  formula.parts.every((part) => unusableFigures(part, [member], given).length === 0) &&
  unusableOfGuards(formula.guards, [member], given).length === 0;

type Fee = { at: number; fee: Exact };
type Found = { drop: TariffDrop; by: number };

const text = (step: number, { perUnit }: Scale): string => String(step / perUnit);

/** Returns where a tariff begins to fall as one figure grows; a fall below a minor unit is nobody's. */
const dropsOf = (work: Work, of: MemberClass, scale: Scale, others: Values): { found: Found[]; points: number } => {
  const { tariff, scales, given } = work;
  const memberAt = (at: number): MemberFigures => memberOf(of, { ...others, [scale.figure]: at }, work);
  const points = scale.points.filter((at) => isCovered(memberAt(at), work));
  const fees = withKinks(tariff, { memberAt }, points).map(
    (at): Fee => ({ at, fee: tariff.amountOf(memberAt(at)) ?? 0n }),
  );
  const minor = (fee: Exact): number => toMinorUnits(fee, given.minorDigits);
  const fell = (at: number): number => minor(fees[at - 1]?.fee ?? 0n) - minor(fees[at]?.fee ?? 0n);
  const found = fees.flatMap(({ at: larger, fee }, at): Found[] => {
    const before = fees[at - 1];
    if (!before || fell(at) <= 0 || (at > 1 && fell(at - 1) > 0)) return [];
    const drop: TariffDrop = {
      ...{ figure: scale.figure, smallerSize: text(before.at, scale), smallerFee: minor(before.fee) },
      ...{ largerSize: text(larger, scale), largerFee: minor(fee), ...of },
      others: Object.fromEntries(
        scales.flatMap((other) => (other === scale ? [] : [[other.figure, text(others[other.figure] ?? 0, other)]])),
      ),
    };
    return [{ drop, by: fell(at) }];
  });
  return { found, points: fees.length };
};

/** Returns the largest fall of each boundary, the largest first. */
const largestOf = (found: readonly Found[]): TariffDrop[] => {
  const byBoundary = Map.groupBy(found, ({ drop }) => `${drop.figure} ${drop.smallerSize} ${drop.flags.join()}`);
  const largest = [...byBoundary.values()].flatMap((same) => same.toSorted((a, b) => b.by - a.by).slice(0, 1));
  return largest.toSorted((a, b) => b.by - a.by).map(({ drop }) => drop);
};

const guardsUnchecked = (formula: Formula): Unchecked[] =>
  everyGuard(formula).flatMap(({ title, borne, kind }): Unchecked[] => [
    ...(kind === 'yearly-change' || kind === 'transition'
      ? [{ code: 'previous-year' as const, params: { title } }]
      : []),
    ...(borne.bornBy === 'others' ? [{ code: 'borne-by-others' as const, params: { title } }] : []),
  ]);

/** Names figures of which the amounts between the examined values are not straight. */
const readingsUnchecked = (formula: Formula): Unchecked[] =>
  thresholdsOf(formula).flatMap(({ reading }): Unchecked[] => {
    const { figure, rounded, dividedBy } = reading;
    return [
      ...(rounded ? [{ code: 'rounded-figure' as const, params: { figure } }] : []),
      ...(typeof dividedBy === 'string' ? [{ code: 'quotient' as const, params: { figure, by: dividedBy } }] : []),
    ];
  });

const sharesUnchecked = ({ parts }: Formula, members: readonly MemberFigures[], given: Reckoning): Unchecked[] =>
  everyPart(parts).flatMap((part): Unchecked[] =>
    part.kind === 'share' && concerned(part, members, given).length === 0
      ? [{ code: 'share-without-members', params: { title: part.title } }]
      : [],
  );

/**
 * Checks the tariff itself: for every class of members and every figure that the formula uses, whether the fee falls as the figure
 * grows, at every bound and every value where an alternative or a limit begins to count, up to the largest value that a member may
 * report. Fees are exact. The other figures have every combination of their own bounds. Names what was not checked.
 */
export const checkTariff = (
  formula: Formula,
  members: readonly MemberFigures[],
  given: Reckoning,
): { tariff: TariffCheck; unchecked: Unchecked[] } => {
  const scales = scalesOf(formula, members);
  const work: Work = { formula, tariff: tariffOf(formula, members, given), scales, given };
  const { classes, areAll } = classesOf(formula, members, given.year);
  const found: Found[] = [];
  let [points, isComplete] = [0, true];
  for (const of of classes)
    for (const scale of scales) {
      const combinations = combinationsOf(
        scales.filter((other) => other !== scale),
        formula,
      );
      isComplete &&= combinations.areAll;
      for (const others of combinations.values) {
        if (points >= MOST_VALUES) {
          isComplete = false;
          break;
        }
        const made = dropsOf(work, of, scale, others);
        found.push(...made.found);
        points += made.points;
      }
    }
  const drops = largestOf(found);
  return {
    tariff: {
      ...{ figures: scales.map(({ figure }) => figure), classes: classes.length, points },
      ...{ drops: drops.slice(0, MOST_DROPS), moreDrops: Math.max(0, drops.length - MOST_DROPS) },
    },
    unchecked: [
      ...guardsUnchecked(formula),
      ...readingsUnchecked(formula),
      ...sharesUnchecked(formula, members, given),
      ...(areAll ? [] : [{ code: 'classes' as const, params: {} }]),
      ...(isComplete ? [] : [{ code: 'combinations' as const, params: {} }]),
    ],
  };
};
