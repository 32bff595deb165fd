import type { DataField, MarcRecord } from '../layers/protocols/marc/record.ts';
import { lcCallNumber } from './call-numbers.ts';
import type { DemoCopy, DemoHolding } from './holdings.ts';
import { type Draft, draft, linked } from './marc/drafts.ts';
import { controlFields, leaderOf } from './marc/fixed-fields.ts';
import { type Habit, habitOf } from './marc/habits.ts';
import { carrierFields, extentField, imprintField } from './marc/imprint.ts';
import { isbnAs } from './marc/isbn.ts';
import { nameField } from './marc/names.ts';
import { subjectFields } from './marc/subjects.ts';
import { titleField } from './marc/titles.ts';
import type { Work } from './works/work.ts';
import { workById } from './works/works.ts';

const present = (...drafts: (Draft | undefined | false)[]): Draft[] => drafts.flatMap((each) => (each ? [each] : []));

function numbers(work: Work, habit: Habit): Draft[] {
  const isbn = work.isbn === undefined ? undefined : isbnAs(work.isbn, habit.isbn);
  const [classTag, mark] = habit.classification === 'lc' ? ['050', lcCallNumber(work)] : ['082', work.dewey];
  const convention = habit.rules === 'rda' ? 'rda' : undefined;
  return present(
    isbn !== undefined && draft('020', '  ', ['a', isbn]),
    work.issn !== undefined && draft('022', '  ', ['a', work.issn]),
    draft('040', '  ', ['a', habit.agency], ['b', 'eng'], ['e', convention], ['c', habit.agency]),
    work.originalLanguage !== undefined && draft('041', '1 ', ['a', work.language], ['h', work.originalLanguage]),
    classTag === '050' ? draft('050', ' 4', ['a', mark]) : draft('082', '04', ['a', mark], ['2', '23']),
  );
}

// A film is entered under its title; its director is an added entry.
function names(work: Work, habit: Habit): { main: Draft[]; added: Draft[] } {
  const film = work.form === 'dvd';
  const role = film ? 'film director.' : work.form === 'cd' || work.form === 'score' ? 'composer.' : 'author.';
  const author = work.author;
  return {
    main: author === undefined || film ? [] : [nameField(author, '1', habit, role)],
    added: [
      ...(author !== undefined && film ? [nameField(author, '7', habit, role)] : []),
      ...work.added.map((agent) => nameField(agent, '7', habit, film ? role : 'contributor.')),
    ],
  };
}

function body(work: Work, localId: string, habit: Habit, confidential: boolean): Draft[] {
  const { main, added } = names(work, habit);
  return present(
    ...numbers(work, habit),
    ...main,
    titleField(work, localId, habit),
    work.edition !== undefined &&
      draft('250', '  ', ['a', habit.rules === 'rda' ? `${work.edition}.` : abbreviated(work.edition)]),
    imprintField(work, habit),
    extentField(work, localId, habit),
    ...carrierFields(work, habit),
    work.series !== undefined && draft('490', '0 ', ['a', work.series]),
    confidential &&
      draft('506', '1 ', ['a', 'Confidential: for staff of the Ashgrove Maritime Research Library only.']),
    ...subjectFields(work, habit),
    ...added,
    work.url !== undefined && draft('856', '40', ['u', work.url], ['y', 'Read online']),
  );
}

const abbreviated = (edition: string): string => edition.replace(/ [Ee]dition$/, ' ed.').replace(/^Revised/, 'Rev.');

const itemField = (copy: DemoCopy): DataField =>
  draft(
    '952',
    '  ',
    ['a', copy.branch],
    ['b', copy.branch],
    ['c', copy.location],
    ['o', copy.callNumber],
    ['p', copy.barcode],
    ['t', String(copy.copy)],
    ['y', copy.category],
  ).field;

/**
 * Returns a member's record of a work as that member catalogues it, with a 952 for each copy: $a owning branch, $b holding
 * branch, $c shelving location, $o call number, $p barcode, $t copy, $y item category.
 */
export function recordOf(holding: DemoHolding): MarcRecord {
  const work = workById(holding.workId);
  const habit = habitOf(holding.member);
  const confidential = holding.copies.some(({ category }) => category === 'confidential');
  return {
    leader: leaderOf(work, habit),
    control: controlFields(work, holding.localId, habit),
    data: [
      ...linked(body(work, holding.localId, habit, confidential), habit.originalScript),
      ...holding.copies.map(itemField),
    ],
  };
}
