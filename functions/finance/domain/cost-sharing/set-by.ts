import type { ReportedFigures } from './scenario.ts';

type FigureFields = Omit<ReportedFigures, 'memberId' | 'changed' | 'setBy' | 'v'>;
type EarlierFigures = FigureFields & Pick<ReportedFigures, 'changed' | 'setBy'>;

/** Each single thing that is said of a member, by a name of its own: a figure of a year, a flag, an offer, when it joined. */
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
 * Who set each value of a member's figures, after a change by somebody: what it changed, added or took away is theirs, all else
 * stays whose it was. A row of before this was kept is wholly whose last change it was.
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
 * All who set something that counts in a fee: every value of those that take part, and of those left out who left them out; what
 * else is known of these moves no fee.
 */
export const figuresSetBy = (stored: readonly ReportedFigures[]): string[] => {
  const of = ({ takesPart, setBy, changed }: ReportedFigures): string[] => {
    if (setBy === undefined) return [changed.by];
    return takesPart ? Object.values(setBy) : [setBy[TAKES_PART] ?? changed.by];
  };
  return [...new Set(stored.flatMap(of))];
};

/** The fields of a member's figures that the consortium alone sets. */
type ConsortiumFields = Pick<ReportedFigures, 'joined' | 'joinedMonth' | 'feeBefore' | 'takesPart'>;

/** Whether a change leaves the consortium's fields as they are; a new row may set none of them. */
export const leavesConsortiumFields = (
  after: ConsortiumFields,
  before: ConsortiumFields = { takesPart: true },
): boolean =>
  after.joined === before.joined &&
  after.joinedMonth === before.joinedMonth &&
  after.feeBefore === before.feeBefore &&
  after.takesPart === before.takesPart;
