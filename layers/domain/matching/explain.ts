import { yearGap } from './compare-dates.ts';
import { pageGap } from './compare-extent.ts';
import { fullTitle, oddNumbers } from './compare-title.ts';
import type { MatchFeatures } from './features.ts';
import { differ, type Kind, shares } from './signals.ts';
import { containment, dice } from './similarity.ts';

type Remark = (a: MatchFeatures, b: MatchFeatures) => string | undefined;

const when = (holds: boolean, words: string): string | undefined => (holds ? words : undefined);

const numbers: Remark = (a, b) => {
  const shared = [
    when(shares(a.isbn, b.isbn), 'ISBN'),
    when(shares(a.oclc, b.oclc), 'OCLC number'),
    when(a.lccn !== undefined && a.lccn === b.lccn, 'LCCN'),
    when(a.issn !== undefined && a.issn === b.issn, 'ISSN'),
    when(shares(a.govdoc, b.govdoc), 'government document number'),
  ].filter((name) => name !== undefined);
  return when(shared.length > 0, `same ${shared.join(' and ')}`);
};

const title: Remark = (a, b) => {
  const [one, two] = [fullTitle(a), fullTitle(b)];
  if (one === two) return 'same title';
  if (oddNumbers(one, two) > 0) return 'a number in the titles differs';
  if (a.title === b.title) return 'same title proper, the rest of the title differs';
  const alike = dice(one, two);
  if (alike > 0.9) return 'titles nearly the same';
  return alike > 0.6 || containment(one, two) > 0.8 ? 'titles alike' : 'titles differ';
};

const author: Remark = (a, b) => {
  if (a.author === undefined || b.author === undefined) return undefined;
  if (a.author === b.author) return 'same author';
  return containment(a.author, b.author) >= 0.5 ? 'author written in another way' : 'authors differ';
};

const counted = (gap: number, noun: string): string => `${noun} differ by ${gap}`;

const year: Remark = (a, b) => {
  const gap = yearGap(a, b);
  if (gap === undefined) return undefined;
  return gap === 0 ? 'same year' : counted(gap, 'years');
};

const inOrder = (a: number | undefined, b: number | undefined): string =>
  [a, b]
    .map(Number)
    .sort((x, y) => x - y)
    .join(' and ');

const pages: Remark = (a, b) => {
  const gap = pageGap(a, b);
  if (gap !== undefined) return gap === 0 ? 'same pages' : counted(gap, 'pages');
  return when(differ(a.volumes, b.volumes), `${inOrder(a.volumes, b.volumes)} volumes`);
};

// A British and an American edition of one year differ in nothing else.
const publisher: Remark = (a, b) => {
  if (a.publisher === undefined || b.publisher === undefined) return undefined;
  if (containment(a.publisher, b.publisher) >= 0.5) return 'same publisher';
  return differ(a.country, b.country) ? 'publishers and countries differ' : 'publishers differ';
};

/** Of a number that both, one or none state; `unsaid` is what silence stands for. */
const numbered =
  (noun: string, of: (one: MatchFeatures) => number | string | undefined, unsaid?: number): Remark =>
  (a, b) => {
    const [one, two] = [of(a), of(b)];
    if (one !== undefined && one === two) return `same ${noun} (${one})`;
    if (differ(one, two)) return `${noun}s ${[one, two].map(String).sort().join(' and ')}`;
    return when((one ?? unsaid) !== (two ?? unsaid), `only one says ${noun} ${one ?? two}`);
  };

// No edition statement is a first edition.
const edition = numbered('edition', (one) => one.edition, 1);

const part = numbered('part', (one) => one.part);

const series: Remark = (a, b) => {
  if (a.series === undefined || b.series === undefined) return undefined;
  if (containment(a.series, b.series) < 0.5) return 'series differ';
  return differ(a.seriesNumber, b.seriesNumber) ? 'same series, another number' : 'same series';
};

const form: Remark = (a, b) =>
  when(a.carrier !== b.carrier, 'a code alone says that one is a microform') ??
  when(a.reprint !== b.reprint, 'only one says that it is a reprint');

const coding: Remark = (a, b) => when(a.entered !== undefined && a.entered === b.entered, 'entered on the same day');

const REMARKS: Readonly<Record<Kind, Remark>> = {
  numbers,
  title,
  part,
  names: author,
  edition,
  dates: year,
  extent: pages,
  publication: publisher,
  series,
  form,
  coding,
};

/** What a cataloguer would say of one kind of evidence; undefined when nothing is to be said. The order of the two makes no difference. */
export const remarkOn = (kind: Kind, a: MatchFeatures, b: MatchFeatures): string | undefined => REMARKS[kind](a, b);

// How a record was coded says something of the record, not of what it describes.
const { coding: _, ...OF_DESCRIPTION } = REMARKS;

/** What a cataloguer would say of how two descriptions agree and differ, most telling first; the order of the two makes no difference. */
export const remarks = (a: MatchFeatures, b: MatchFeatures): string[] =>
  Object.values(OF_DESCRIPTION)
    .map((remark) => remark(a, b))
    .filter((words) => words !== undefined);
