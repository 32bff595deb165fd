import type { Library } from './libraries.ts';
import type { RotaParameters } from './parameters.ts';
import { type Chance, totalsOf } from './random.ts';

/** The libraries' holdings: a holding is a title at a library, with its number of copies. A library's holdings are contiguous. */
export type Holdings = {
  library: Int16Array;
  title: Int32Array;
  copies: Int8Array;
  /** The index of a library's first holding and the one after its last. */
  ranges: { from: number; to: number }[];
  /** The holdings of a title, by the order in which the libraries joined, as the catalogue lists them. */
  ofTitle: number[][];
  /** Returns the holding of a title at a library, -1 where it is not held. */
  at: (library: number, title: number) => number;
};

/** Returns the demand for a title, by its rank among all. */
export const demandOf = ({ titles, zipf }: RotaParameters): Float64Array =>
  Float64Array.from({ length: titles }, (_, rank) => (rank + 1) ** -zipf.demand);

/** Returns the titles of a library: a weighted draw without replacement (Efraimidis and Spirakis), the popular more likely. */
const titlesOf = ({ index, titles }: Library, unlikely: Float64Array, chance: Chance): number[] => {
  const turns = unlikely.map((times, title) => -Math.log(1 - chance('held', index, title)) * times);
  const last = turns.toSorted()[titles - 1] ?? 0;
  return Array.from(turns.keys()).filter((title) => (turns[title] ?? 0) <= last);
};

/** Returns each library's holdings, with as many copies of each title as its own patrons need. */
export const makeHoldings = (libraries: readonly Library[], parameters: RotaParameters, chance: Chance): Holdings => {
  const demand = demandOf(parameters);
  const unlikely = Float64Array.from({ length: parameters.titles }, (_, rank) => (rank + 1) ** parameters.zipf.held);
  const held = libraries.map((library) => titlesOf(library, unlikely, chance));
  const count = held.reduce((sum, titles) => sum + titles.length, 0);
  const [library, title, copies] = [new Int16Array(count), new Int32Array(count), new Int8Array(count)];
  const index = new Int32Array(libraries.length * parameters.titles).fill(-1);
  const ofTitle: number[][] = Array.from({ length: parameters.titles }, () => []);
  const patrons = libraries.reduce((sum, one) => sum + one.patrons, 0);
  const ranges: Holdings['ranges'] = [];
  let at = 0;
  for (const [i, titles] of held.entries()) {
    const loans = (parameters.localLoansPerYear * (libraries[i]?.patrons ?? 0)) / patrons;
    const asked = totalsOf(titles.map((one) => demand[one] ?? 0)).at(-1) ?? 1;
    ranges.push({ from: at, to: at + titles.length });
    for (const one of titles) {
      const copiesNeeded = (loans * (demand[one] ?? 0)) / asked / parameters.copies.perLocalLoans;
      library[at] = i;
      title[at] = one;
      copies[at] = Math.max(1, Math.min(parameters.copies.most, Math.round(copiesNeeded)));
      index[i * parameters.titles + one] = at;
      ofTitle[one]?.push(at);
      at += 1;
    }
  }
  return { library, title, copies, ranges, ofTitle, at: (at, one) => index[at * parameters.titles + one] ?? -1 };
};
