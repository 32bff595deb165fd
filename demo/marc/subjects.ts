import type { Work } from '../works/work.ts';
import { type Draft, draft, type Part } from './drafts.ts';
import type { Habit } from './habits.ts';

const formTerms =
  /^(?:Juvenile )?(?:fiction|poetry)$|^(?:Fiction|Drama|Periodicals|Maps|Scores|Biography|Diaries|Personal narratives|Popular works|Comic books, strips, etc|Early works to \d{4}|Poetry)$/;
const periods = /^\d|century$|\d{4}-\d{4}/;
const countries = new Set(
  (
    'England,Great Britain,United States,India,Spain,France,Italy,Germany,Russia,Soviet Union,China,Japan,Mexico,Chile,' +
    'Colombia,Peru,Brazil,Portugal,Poland,Turkey,Greece,Egypt,Israel,Iran,Sudan,Oman,Nigeria,Senegal,South Africa,' +
    'Africa,Latin America,Mississippi River,Mississippi,Massachusetts,Nebraska,Florida,California,Alabama,Georgia,' +
    'Ohio,Vermont,Iowa,North Carolina,Idaho,New England,Wisconsin,Prince Edward Island,Netherlands,Denmark,Ireland,' +
    'Korea,Cuba,Martinique,Vietnam,Algeria,Switzerland,Austria,Mozambique,Bulgaria,Hungary,Caucasus,Palestine,' +
    'Galicia,New Zealand,Dominican Republic,Indonesia,West Indies,Bihar,Istanbul,London,Cairo,Louisiana,Middle East'
  ).split(','),
);
const placeIn =
  /\((?:N\.Y\.|Ill\.|Calif\.|Mass\.|Fla\.|U\.S\.|England|Scotland|Ireland|Italy|Germany|France|Japan|China|Russia|Turkey|Spain|Poland|Portugal|Egypt|Greece|Mexico|Romania|Afghanistan|Sweden|Norway|Morocco|Brazil.*|Imaginary place|.*: State|.*: County|South|East|Federation|New York, N\.Y\.)\)$/;

const isPlace = (text: string): boolean => countries.has(text) || placeIn.test(text);

function headingOf(head: string): readonly [tag: string, indicators: string] {
  if (/\((?:Ship|Steamship|Sloop)\)/.test(head)) return ['610', '20'];
  if (/, (?:-?\d{3}|approximately|1[0-9]{3})|\d{4}\??-\d{0,4}$/.test(head) && /^[^ ]+, /.test(head))
    return ['600', '10'];
  return isPlace(head) ? ['651', ' 0'] : ['650', ' 0'];
}

const subdivision = (text: string): Part => {
  if (formTerms.test(text)) return ['v', text];
  if (isPlace(text)) return ['z', text];
  return [periods.test(text) ? 'y' : 'x', text];
};

function subjectField(subject: string): Draft {
  const [head = '', ...rest] = subject.split(' -- ');
  const [tag, indicators] = headingOf(head);
  const parts: Part[] = [['a', head], ...rest.map(subdivision)];
  const last = parts.at(-1);
  const closed = last === undefined ? parts : [...parts.slice(0, -1), [last[0], `${String(last[1])}.`] satisfies Part];
  return draft(tag, indicators, ...closed);
}

/** Returns the subject headings of a work (600, 610, 650, 651, Library of Congress style), up to the member's maximum. */
export const subjectFields = (work: Work, habit: Habit): Draft[] =>
  work.subjects.slice(0, habit.subjects).map(subjectField);
