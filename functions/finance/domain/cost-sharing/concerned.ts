import { bound } from './bands.ts';
import { holdsFor, readingsOfWhen, type When } from './condition.ts';
import {
  divisorReading,
  type FigureReading,
  figureText,
  isReported,
  type MemberFigures,
  readFigure,
  readingText,
  tooOldYear,
} from './figures.ts';
import type { Guard } from './guard-schema.ts';
import { firstYear } from './membership.ts';
import type { Part, PlainKey, ShareKey, SimplePart } from './part-schema.ts';
import type { Basis, FormulaRefusal, Reckoning } from './reckoning.ts';

type Given = Pick<Reckoning, 'year' | 'yearStartsIn'>;
/** A required figure of a member, and its upper bound. */
type Needed = { reading: FigureReading; last?: number | undefined };

const isDueOnce = ({ once }: Pick<Part, 'once'>, member: MemberFigures, given: Given): boolean =>
  once === undefined || given.year === (once === 'joining' ? firstYear(member, given) : once);

const mayConcern = (part: Part, member: MemberFigures, given: Given): boolean =>
  (part.onlyOptedInto === undefined || member.optedInto.includes(part.onlyOptedInto)) && isDueOnce(part, member, given);

/** Returns the members that a part applies to: those who opted in, whose year it is, and who meet its condition. */
export const concerned = (part: Part, all: readonly MemberFigures[], given: Given): readonly MemberFigures[] =>
  all.filter((member) => mayConcern(part, member, given) && holdsFor(part.when, member, given));

/** Returns the sharing key of a member; undefined when no case matches. */
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

/** Returns why a figure itself cannot be read: it is too old, or was not reported. */
const unreadable = (member: MemberFigures, reading: FigureReading, { year }: Given): FormulaRefusal[] => {
  const [{ memberId }, { figure }] = [member, reading];
  const params = { member: memberId, figure };
  const old = tooOldYear(member, reading, year);
  if (old !== undefined) {
    const detail = `${memberId} has reported no ${figure} since ${old}, which is too old for ${year}.`;
    return [{ code: 'figure-too-old', detail, params: { ...params, year: String(old) } }];
  }
  if (isReported(member, reading, year)) return [];
  return [{ code: 'figure-missing', detail: `${memberId} has reported no ${figure}.`, params }];
};

const unusable = (member: MemberFigures, { reading, last }: Needed, given: Given): FormulaRefusal[] => {
  const [{ memberId }, { figure }] = [member, reading];
  const divisor = divisorReading(reading);
  const refused = [reading, ...(divisor ? [divisor] : [])].flatMap((one) => unreadable(member, one, given));
  if (refused.length > 0) return refused;
  const value = readFigure(member, reading, given.year);
  if (value === undefined) {
    const by = divisor?.figure ?? figure;
    const detail = `${figure} of ${memberId} cannot be divided: its ${by} is zero.`;
    return [{ code: 'figure-zero', detail, params: { member: memberId, figure: by } }];
  }
  if (last === undefined || value <= bound(last)) return [];
  const params = { member: memberId, figure };
  return [{ code: 'beyond-bands', detail: `${figure} of ${memberId} is beyond the last band, ${last}.`, params }];
};

const unusableOfWhen = (when: When | undefined, member: MemberFigures, given: Given): FormulaRefusal[] =>
  readingsOfWhen(when).flatMap((reading) => unusable(member, { reading }, given));

/** Returns every unusable figure that the conditions of guards need. */
export const unusableOfGuards = (
  guards: readonly Pick<Guard, 'when'>[],
  members: readonly MemberFigures[],
  given: Given,
): FormulaRefusal[] => guards.flatMap(({ when }) => members.flatMap((member) => unusableOfWhen(when, member, given)));

/**
 * Returns every unusable figure that a part needs: not reported by the year (never taken as zero), too old, or above its bands. Only of
 * the members that the part applies to.
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

/** Returns a member's figure, which was checked before. Throws a RangeError when it is unusable. */
export const figureOf = (member: MemberFigures, reading: FigureReading, { year }: Given): bigint => {
  const value = readFigure(member, reading, year);
  if (value === undefined) throw new RangeError(`${member.memberId} has reported no ${reading.figure}`);
  return value;
};

/** Returns the basis of a line: the figure as it counts, and how it was divided, rounded and used. */
export const basisOf = (member: MemberFigures, reading: FigureReading, given: Given, rule?: string): Basis => {
  const read = readingText(member, reading, given.year);
  const rules = [...(rule === undefined ? [] : [rule]), ...(read === undefined ? [] : [`(${read})`])];
  return {
    ...{ figure: reading.figure, value: figureText(figureOf(member, reading, given)) },
    ...(rules.length > 0 && { rule: rules.join(' ') }),
  };
};
