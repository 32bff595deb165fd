import type { ReportedFigures } from './scenario.ts';

type FigureFields = Omit<ReportedFigures, 'memberId' | 'changed' | 'setBy' | 'v'>;
type EarlierFigures = FigureFields & Pick<ReportedFigures, 'changed' | 'setBy'>;

/** Returns every single value of a member, with a name: a figure of a year, a flag, an opt-in, the joining date. */
const valuesOf = ({ figures, flags, optedInto, joined, joinedMonth, feeBefore, takesPart }: FigureFields) =>
  new Map<string, number | boolean>([
    ...Object.entries(figures).flatMap(([name, years]) =>
      Object.entries(years).map(([year, value]): [string, number] => [`figure/${name}/${year}`, value]),
    ),
    ...flags.map((flag): [string, boolean] => [`flag/${flag}`, true]),
    ...optedInto.map((offer): [string, boolean] => [`offer/${offer}`, true]),
    ...Object.entries({ joined, joinedMonth, feeBefore, takesPart }).flatMap(
      ([name, value]): [string, number | boolean][] => (value === undefined ? [] : [[name, value]]),
    ),
  ]);

/**
 * Returns who set each value of a member's figures, after a change: changed, added and removed values are attributed to its actor, all
 * others are unchanged. A row without this data is attributed to the actor of its last change.
 */
export const setByAfter = (
  before: EarlierFigures | undefined,
  after: FigureFields,
  by: string,
): Record<string, string> => {
  const [had, has] = [before ? valuesOf(before) : new Map(), valuesOf(after)];
  const setBy = before?.setBy ?? {};
  const setter = (name: string): string =>
    had.get(name) === has.get(name) ? (setBy[name] ?? before?.changed.by ?? by) : by;
  return Object.fromEntries(
    [...new Set([...Object.keys(setBy), ...had.keys(), ...has.keys()])].map((name) => [name, setter(name)]),
  );
};

const TAKES_PART = 'takesPart';

/**
 * Returns all who set a value with an effect on a fee: every value of members that take part, and for others the exclusion itself,
 * because their other values affect no fee.
 */
export const figuresSetBy = (stored: readonly ReportedFigures[]): string[] => {
  const of = ({ takesPart, setBy, changed }: ReportedFigures): string[] => {
    if (setBy === undefined) return [changed.by];
    return takesPart ? Object.values(setBy) : [setBy[TAKES_PART] ?? changed.by];
  };
  return [...new Set(stored.flatMap(of))];
};

/** The fields of a member's figures that only the consortium sets. */
type ConsortiumFields = Pick<ReportedFigures, 'joined' | 'joinedMonth' | 'feeBefore' | 'takesPart'>;

/** Returns whether a change leaves the consortium's fields unchanged; a new row may set none of them. */
export const leavesConsortiumFields = (
  after: ConsortiumFields,
  before: ConsortiumFields = { takesPart: true },
): boolean =>
  after.joined === before.joined &&
  after.joinedMonth === before.joinedMonth &&
  after.feeBefore === before.feeBefore &&
  after.takesPart === before.takesPart;
