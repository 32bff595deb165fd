import type { Work } from '../../demo/works/work.ts';
import type { IndexDocument } from '../../functions/catalogue/domain/index/index-document.ts';
import { isbn13Of } from '../../layers/kernel/citation/standard-numbers.ts';
import { withoutLikelyArticle } from '../../layers/protocols/marc/articles.ts';

/** A public record of the union, held by ash with one copy on the shelf. Title proper and filing title follow from the title. */
export const aDocument = (over: Partial<IndexDocument> & { title: string }): IndexDocument => ({
  recordId: over.title,
  titleProper: over.title.split(' : ')[0] ?? over.title,
  titleWithoutArticle: withoutLikelyArticle(over.title),
  titleVariants: [],
  authorsAdded: [],
  subjects: [],
  series: [],
  contents: [],
  summaries: [],
  publishers: [],
  otherScript: [],
  isbn13: [],
  issn: [],
  oclc: [],
  lccn: [],
  otherIds: [],
  foundBy: { titles: [], related: [], series: [], callNumbers: [], numbers: [] },
  format: 'book',
  languages: ['eng'],
  year: 2000,
  isOnline: false,
  heldBy: ['ash'],
  availableAt: ['ash'],
  copies: 1,
  items: [],
  visibleTo: ['public'],
  ...over,
});

const formats: Record<Work['form'], IndexDocument['format']> = {
  book: 'book',
  ebook: 'ebook',
  dvd: 'video',
  cd: 'music-recording',
  score: 'score',
  journal: 'journal',
  ejournal: 'ejournal',
  map: 'map',
};

const spelled = ({ romanised, original }: { romanised: string; original?: string }): string[] =>
  original === undefined ? [romanised] : [romanised, original];

/** A work of the demo as a document of the index. */
export const documentOfWork = (work: Work): IndexDocument => {
  const isbn = work.isbn === undefined ? undefined : isbn13Of(work.isbn);
  return aDocument({
    recordId: work.id,
    title: work.title.romanised,
    titleVariants: spelled(work.title).slice(1),
    ...(work.author ? { author: work.author.name.romanised } : {}),
    authorsAdded: [
      ...work.added.flatMap(({ name }) => spelled(name)),
      ...spelled(work.author?.name ?? { romanised: '' }).slice(1),
    ],
    subjects: work.subjects,
    series: work.series === undefined ? [] : [work.series],
    publishers: spelled(work.publisher),
    format: formats[work.form],
    languages: [work.language],
    year: work.year,
    isbn13: isbn === undefined ? [] : [isbn],
    issn: work.issn === undefined ? [] : [work.issn],
    isOnline: work.form === 'ebook' || work.form === 'ejournal',
  });
};
