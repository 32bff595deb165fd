import { pageGap, yearGap } from './compare-dates.ts';
import { fullTitle } from './compare-title.ts';
import type { MatchFeatures } from './features.ts';
import { differ, shares } from './signals.ts';
import { containment, dice } from './similarity.ts';

type Remark = (a: MatchFeatures, b: MatchFeatures) => string | undefined;

const when = (holds: boolean, words: string): string | undefined => (holds ? words : undefined);

const numbers: Remark = (a, b) => {
  const shared = [
    when(shares(a.isbn, b.isbn), 'ISBN'),
    when(shares(a.oclc, b.oclc), 'OCLC number'),
    when(a.lccn !== undefined && a.lccn === b.lccn, 'LCCN'),
    when(a.issn !== undefined && a.issn === b.issn, 'ISSN'),
  ].filter((name) => name !== undefined);
  return when(shared.length > 0, `same ${shared.join(' and ')}`);
};

const title: Remark = (a, b) => {
  const [one, two] = [fullTitle(a), fullTitle(b)];
  if (one === two) return 'same title';
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

const pages: Remark = (a, b) => {
  const gap = pageGap(a, b);
  if (gap !== undefined) return gap === 0 ? 'same pages' : counted(gap, 'pages');
  return when(
    differ(a.volumes, b.volumes),
    `${[a.volumes, b.volumes]
      .map(Number)
      .sort((x, y) => x - y)
      .join(' and ')} volumes`,
  );
};

const publisher: Remark = (a, b) => {
  if (a.publisher === undefined || b.publisher === undefined) return undefined;
  return containment(a.publisher, b.publisher) >= 0.5 ? 'same publisher' : 'publishers differ';
};

const edition: Remark = (a, b) =>
  when(a.edition !== undefined && a.edition === b.edition, `same edition (${a.edition})`) ??
  when((a.edition ?? 1) !== (b.edition ?? 1), `only one says edition ${a.edition ?? b.edition}`);

const REMARKS: readonly Remark[] = [numbers, title, author, edition, year, pages, publisher];

/** What a cataloguer would say of how two records agree and differ, most telling first; the order of the two makes no difference. */
export const remarks = (a: MatchFeatures, b: MatchFeatures): string[] =>
  REMARKS.map((remark) => remark(a, b)).filter((words) => words !== undefined);
