import { bound } from './bands.ts';
import { holdsFor, readingsOfWhen, type When } from './condition.ts';
import { type FigureReading, type MemberFigures, readFigure, tooOldYear } from './figures.ts';
import type { Guard } from './guard-schema.ts';
import { firstYear } from './membership.ts';
import type { Part, PlainKey, ShareKey, SimplePart } from './part-schema.ts';
import type { FormulaRefusal, Reckoning } from './reckoning.ts';

type Given = Pick<Reckoning, 'year' | 'yearStartsIn'>;
/** A figure that is needed of a member, and the bound that it may not lie beyond. */
type Needed = { reading: FigureReading; last?: number | undefined };

const isDueOnce = ({ once }: Pick<Part, 'once'>, member: MemberFigures, given: Given): boolean =>
  once === undefined || given.year === (once === 'joining' ? firstYear(member, given) : once);

const mayConcern = (part: Part, member: MemberFigures, given: Given): boolean =>
  (part.onlyOptedInto === undefined || member.optedInto.includes(part.onlyOptedInto)) && isDueOnce(part, member, given);

/** Those whom a part is for: who opted in, whose year it is, and for whom its condition holds. */
export const concerned = (part: Part, all: readonly MemberFigures[], given: Given): readonly MemberFigures[] =>
  all.filter((member) => mayConcern(part, member, given) && holdsFor(part.when, member, given));

/** The key by which a member shares; none where it is of no case. */
export const keyFor = (key: ShareKey, member: MemberFigures, given: Given): PlainKey | undefined =>
  key.by === 'cases' ? key.cases.find(({ when }) => holdsFor(when, member, given))?.key : key;

const neededByKey = (key: ShareKey, member: MemberFigures, given: Given): Needed[] => {
  const own = keyFor(key, member, given);
  const asked =
    key.by === 'cases' ? key.cases.flatMap(({ when }) => readingsOfWhen(when)).map((reading) => ({ reading })) : [];
  if (own === undefined || own.by === 'equal') return asked;
  return [...asked, { reading: own, last: own.by === 'bands' ? own.bands.at(-1)?.upTo : undefined }];
};

const neededBySimple = (part: SimplePart, member: MemberFigures, given: Given): Needed[] => {
  if (part.kind === 'fixed' || part.kind === 'flag') return [];
  if (part.kind === 'share') return neededByKey(part.key, member, given);
  if (part.kind === 'prorated')
    return part.limits.map((limit) => ({ reading: limit, last: part.beyond === 'refused' ? limit.full : undefined }));
  if (part.kind === 'tiers') return [{ reading: part, last: part.tiers.at(-1)?.upTo }];
  return [{ reading: part, last: part.kind === 'bands' ? part.bands.at(-1)?.upTo : undefined }];
};

const unusable = (member: MemberFigures, { reading, last }: Needed, { year }: Given): FormulaRefusal[] => {
  const [value, { memberId }, { figure }] = [readFigure(member, reading, year), member, reading];
  const params = { member: memberId, figure };
  const old = tooOldYear(member, reading, year);
  if (old !== undefined) {
    const detail = `${memberId} has reported no ${figure} since ${old}, which is too old for ${year}.`;
    return [{ code: 'figure-too-old', detail, params: { ...params, year: String(old) } }];
  }
  if (value === undefined)
    return [{ code: 'figure-missing', detail: `${memberId} has reported no ${figure}.`, params }];
  if (last === undefined || value <= bound(last)) return [];
  return [{ code: 'beyond-bands', detail: `${figure} of ${memberId} is beyond the last band, ${last}.`, params }];
};

const unusableOfWhen = (when: When | undefined, member: MemberFigures, given: Given): FormulaRefusal[] =>
  readingsOfWhen(when).flatMap((reading) => unusable(member, { reading }, given));

/** Every figure that the conditions of guards need and cannot use. */
export const unusableOfGuards = (
  guards: readonly Pick<Guard, 'when'>[],
  members: readonly MemberFigures[],
  given: Given,
): FormulaRefusal[] => guards.flatMap(({ when }) => members.flatMap((member) => unusableOfWhen(when, member, given)));

/**
 * Every figure that a part needs and cannot use: not reported by the year (nobody is taken for zero), too long ago, or beyond its
 * bands. Of those alone whom it concerns.
 */
export const unusableFigures = (part: Part, all: readonly MemberFigures[], given: Given): FormulaRefusal[] => {
  const asked = all.filter((member) => mayConcern(part, member, given));
  const members = concerned(part, all, given);
  const within =
    part.kind === 'sum-of' || part.kind === 'max-of' || part.kind === 'min-of'
      ? part.parts.flatMap((one) => unusableFigures(one, members, given))
      : members.flatMap((member) =>
          neededBySimple(part, member, given).flatMap((needed) => unusable(member, needed, given)),
        );
  return [
    ...asked.flatMap((member) => unusableOfWhen(part.when, member, given)),
    ...within,
    ...unusableOfGuards(part.guards ?? [], members, given),
  ];
};

/** A member's figure, which was found to be usable before. Throws a RangeError where it is not. */
export const figureOf = (member: MemberFigures, reading: FigureReading, { year }: Given): bigint => {
  const value = readFigure(member, reading, year);
  if (value === undefined) throw new RangeError(`${member.memberId} has reported no ${reading.figure}`);
  return value;
};
