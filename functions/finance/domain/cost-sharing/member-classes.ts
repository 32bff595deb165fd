import { everyCondition, everyGuard, everyPart } from './break-points.ts';
import type { MemberFigures } from './figures.ts';
import type { Formula } from './formula.ts';

/** A class of members that a formula treats alike: its flags and offers, and the year of joining where that matters. */
export type MemberClass = Pick<MemberFigures, 'flags' | 'optedInto' | 'joined'>;

const MOST_NAMES = 6;

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

/** Returns every subset of some names; of many names only the empty one, the single ones and those that occur. */
const subsetsOf = (names: readonly string[], occurring: readonly (readonly string[])[]): string[][] => {
  if (names.length <= MOST_NAMES) {
    const numbers = Array.from({ length: 2 ** names.length }, (_, number) => number);
    return numbers.map((number) => names.filter((_, at) => Math.floor(number / 2 ** at) % 2 === 1));
  }
  const found = occurring.map((set) => names.filter((name) => set.includes(name)));
  const sets = [[], ...names.map((name) => [name]), ...found];
  return [...new Map(sets.map((set) => [set.join(), set])).values()];
};

const flagsOf = (formula: Formula): string[] =>
  unique([
    ...everyCondition(formula).flatMap(({ flags = [], notFlags = [] }) => [...flags, ...notFlags]),
    ...everyPart(formula.parts).flatMap((part) => (part.kind === 'flag' ? [part.flag] : [])),
    ...everyGuard(formula).flatMap((guard) => (guard.kind === 'subsidy' && guard.flag ? [guard.flag] : [])),
  ]);

const joinedOf = (formula: Formula, year: number): (number | undefined)[] => {
  const conditions = everyCondition(formula).flatMap(({ joinedFrom, joinedTo }) => [
    ...(joinedFrom === undefined ? [] : [joinedFrom, joinedFrom - 1]),
    ...(joinedTo === undefined ? [] : [joinedTo, joinedTo + 1]),
  ]);
  const phases = everyGuard(formula).flatMap((guard) =>
    guard.kind === 'phase-in' ? guard.percents.map((_, at) => year - at) : [],
  );
  const once = everyPart(formula.parts).some((part) => part.once === 'joining') ? [year] : [];
  return [undefined, ...unique([...conditions, ...phases, ...once]).filter((joined) => joined <= year)];
};

/** The classes that a formula distinguishes, and whether they are all that it could. */
export type Classes = { classes: MemberClass[]; areAll: boolean };

/** Returns the classes of members that a formula distinguishes by flags, offers and years of joining, also those without a member. */
export const classesOf = (formula: Formula, members: readonly MemberFigures[], year: number): Classes => {
  const flags = flagsOf(formula);
  const offers = unique(everyPart(formula.parts).flatMap(({ onlyOptedInto }) => onlyOptedInto ?? []));
  const years = joinedOf(formula, year);
  const flagSets = subsetsOf(
    flags,
    members.map((member) => member.flags),
  );
  const offerSets = subsetsOf(
    offers,
    members.map((member) => member.optedInto),
  );
  const classes = flagSets.flatMap((own) =>
    offerSets.flatMap((optedInto) =>
      years.map((joined): MemberClass => ({ flags: own, optedInto, ...(joined !== undefined && { joined }) })),
    ),
  );
  return { classes, areAll: flags.length <= MOST_NAMES && offers.length <= MOST_NAMES };
};
