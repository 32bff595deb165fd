import { demandOf, type Holdings } from './holdings.ts';
import { type Library, spanOf } from './libraries.ts';
import type { RotaParameters } from './parameters.ts';
import { type Chance, pick, totalsOf } from './random.ts';

const DAY = 24 * 60 * 60_000;
/** Nobody places a request at a library, or picks up there, while it stays closed for longer than a long weekend. */
const LONGEST_WAIT = 3 * DAY;

/** A patron's request for a title that the own library does not hold. Instants in epoch ms. */
export type Demand = { at: number; requester: number; title: number; needBy: number };

/** A loan to a library's own patron, if a copy is on the shelf, for the given number of days. */
export type LocalLoan = { at: number; holding: number; days: number };

const isServed = ({ timeline }: Library, at: number): boolean => timeline.opens(at) - at <= LONGEST_WAIT;

/** Returns the requests to other libraries over the days of a run: by the number of patrons and the titles' popularity. */
export const makeDemands = (
  libraries: readonly Library[],
  holdings: Holdings,
  parameters: RotaParameters,
  chance: Chance,
): Demand[] => {
  const { first } = spanOf(parameters);
  const count = Math.round((parameters.requestsPerYear * parameters.days) / 365);
  const patrons = totalsOf(libraries.map((library) => library.patrons));
  const titles = totalsOf(demandOf(parameters));
  const needBy = totalsOf(parameters.needBy.map(({ share }) => share));
  const demands: Demand[] = [];
  for (let draw = 0; demands.length < count; draw += 1) {
    const requester = pick(patrons, chance('requester', draw));
    const title = pick(titles, chance('title', draw));
    const at = first + Math.floor(chance('at', draw) * parameters.days * DAY);
    const until = at + (parameters.needBy[pick(needBy, chance('need-by', draw))]?.days ?? 0) * DAY;
    const library = libraries[requester];
    if (!library || !isServed(library, at) || !isServed(library, until)) continue;
    if (holdings.at(requester, title) >= 0 || holdings.ofTitle[title]?.length === 0) continue;
    demands.push({ at, requester, title, needBy: until });
  }
  return demands.sort((one, other) => one.at - other.at);
};

/** Returns the loans of libraries to their own patrons in that time. */
export const makeLocalLoans = (
  libraries: readonly Library[],
  holdings: Holdings,
  parameters: RotaParameters,
  chance: Chance,
): LocalLoan[] => {
  const { begins, days } = spanOf(parameters);
  const [shortest = 0, longest = 0] = parameters.localLoanDays;
  const patrons = totalsOf(libraries.map((library) => library.patrons));
  const demand = demandOf(parameters);
  const byLibrary = holdings.ranges.map(({ from, to }) =>
    totalsOf(Array.from(holdings.title.subarray(from, to), (title) => demand[title] ?? 0)),
  );
  const loans: LocalLoan[] = [];
  for (let draw = 0; draw < (parameters.localLoansPerYear * days) / 365; draw += 1) {
    const library = libraries[pick(patrons, chance('lender', draw))];
    const wanted = begins + chance('lent-at', draw) * days * DAY;
    if (!library || !isServed(library, wanted)) continue;
    const range = holdings.ranges[library.index];
    const titles = byLibrary[library.index];
    if (!range || !titles) continue;
    loans.push({
      at: library.timeline.opens(wanted),
      holding: range.from + pick(titles, chance('lent', draw)),
      days: shortest + (longest - shortest) * chance('lent-for', draw),
    });
  }
  return loans.sort((one, other) => one.at - other.at);
};
