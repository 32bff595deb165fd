import type { MatchFeatures } from '../functions/catalogue/domain/matching/features.ts';
import { wordsOf } from '../layers/kernel/text/fold-for-comparison.ts';
import type { Known, MatchingData } from './matching-data.ts';

/** A pair made from real records, for cases that are rare among the labelled ones. */
export type InventedPair = { a: MatchFeatures; b: MatchFeatures; same: boolean; weight: number; group: string };

/** Returns a brief record as made at ordering: title, numbers, and no more than a name. */
const brief = ({ title, type, level, carrier, isbn, oclc, lccn, author, language }: MatchFeatures): MatchFeatures => ({
  title,
  type,
  level,
  carrier,
  ...(isbn && { isbn }),
  ...(oclc && { oclc }),
  ...(lccn && { lccn }),
  ...(author && { author }),
  ...(language && { language }),
});

/** Returns pairs of the same book of which one record is brief: a missing field does not count against a shared ISBN. */
const briefPairs = (data: MatchingData): InventedPair[] =>
  data.pairs
    .filter(({ a, b, same }) => same && a.features.isbn?.some((number) => b.features.isbn?.includes(number)))
    .flatMap(({ a, b }) =>
      [[a, b] as const, [b, a] as const].map(([one, other]) => ({
        a: one.features,
        b: brief(other.features),
        same: true,
        weight: 2,
        group: data.groupOf(one),
      })),
    );

/** Returns the record with the title of another, all else unchanged: by one author, printed alike, in one year. */
const retitled = (one: MatchFeatures, other: MatchFeatures): MatchFeatures => {
  const { rest, part, partTitle, titleEnd, by, ...all } = one;
  return { ...all, title: other.title, ...(other.rest && { rest: other.rest }), ...(by && { by }) };
};

// Leaflets of a few pages often have the same length; two books rarely do.
const SHORT = 8;

/** Returns the record with pages that differ by a few, as another book's would. */
const ofOtherLength = (one: MatchFeatures): MatchFeatures => {
  if (one.pages === undefined || one.pages <= SHORT) return one;
  const pages = one.pages + 2 + (one.pages % 23);
  const { extent, numbers, ...all } = one;
  return {
    ...all,
    pages,
    ...(numbers && { numbers: numbers.map((number) => (number === one.pages ? pages : number)) }),
    ...(extent && { extent: extent.replace(String(one.pages), String(pages)) }),
  };
};

/** Returns the record with one distinctive word of its title replaced by one of another's. */
const oneWordOff = (one: MatchFeatures, other: MatchFeatures): MatchFeatures | undefined => {
  const words = wordsOf(one.title);
  const place = words.findLastIndex((word) => word.length > 4);
  const instead = wordsOf(other.title).find((word) => word.length > 4 && !words.includes(word));
  if (place < 0 || instead === undefined || words.length > 6 || one.rest !== undefined) return undefined;
  return { ...ofOtherLength(one), title: words.with(place, instead).join(' ') };
};

const isBook = ({ features }: Known): boolean =>
  features.author !== undefined && features.pages !== undefined && features.title.length > 5;

/** Books that agree in all but the title: authors and publishers of many small books in one year. */
const otherTitles = (data: MatchingData): InventedPair[] => {
  const books = data.members.filter(isBook).filter((_, i) => i % 12 === 0);
  return books.flatMap((one, i) => {
    const other = books[(i + 7) % books.length] ?? one;
    const made = i % 2 === 0 ? retitled(one.features, other.features) : oneWordOff(one.features, other.features);
    return made === undefined || made.title === one.features.title
      ? []
      : [{ a: one.features, b: made, same: false, weight: 0.5, group: data.groupOf(one) }];
  });
};

/** Returns pairs that the labelled data lacks: brief records that share an ISBN, and books that only title words distinguish. */
export const inventedPairs = (data: MatchingData): InventedPair[] => [...briefPairs(data), ...otherTitles(data)];
