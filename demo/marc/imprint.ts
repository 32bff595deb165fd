import { pick } from '../random.ts';
import type { Form, Scripted, Work } from '../works/work.ts';
import { type Draft, draft } from './drafts.ts';
import type { Habit } from './habits.ts';

const ending = (text: Scripted, mark: string): Scripted =>
  text.original === undefined
    ? { romanised: text.romanised + mark }
    : { romanised: text.romanised + mark, original: text.original + mark };

// Some cataloguers transcribe the publisher from the title page, others shorten it to its trade name.
const shortened = (publisher: string): string =>
  publisher
    .replace(/^(?:The|Éditions? de|Editorial|Edizioni|Verlag) /, '')
    .replace(/ and /g, ' & ')
    .replace(/(?:,? (?:Inc\.|Press|Books|Publishing|Company|Brothers))+$/, '')
    .trim();

/** Returns the imprint of a work: 264 with RDA, 260 with AACR2. The first year of a current journal is left open. */
export function imprintField(work: Work, habit: Habit): Draft {
  const open = work.form === 'journal' || work.form === 'ejournal' ? '-' : habit.rules === 'aacr2' ? '.' : '';
  const publisher =
    habit.publisher === 'short' && work.publisher.original === undefined
      ? { romanised: shortened(work.publisher.romanised) || work.publisher.romanised }
      : work.publisher;
  const [tag, indicators] = habit.rules === 'rda' ? ['264', ' 1'] : ['260', '  '];
  return draft(
    tag ?? '264',
    indicators ?? ' 1',
    ['a', ending(work.place, ' :')],
    ['b', ending(publisher, ',')],
    ['c', `${work.year}${open}`],
  );
}

function pagesOf(work: Work, localId: string, habit: Habit): string {
  const unit = habit.rules === 'rda' ? 'pages' : 'p.';
  if (work.extent === undefined) return habit.rules === 'rda' ? 'pages' : 'p.';
  // Cataloguers differ on unnumbered leaves at the end: one record in four has one or two pages more.
  const drift = habit.rules === 'aacr2' && pick(`${localId}pages`, 4) === 0 ? 1 + pick(localId, 2) : 0;
  const before = habit.preliminaries && work.extent > 100 && pick(`${work.id}pre`, 2) === 0 ? 'xii, ' : '';
  return `${before}${work.extent + drift} ${unit}`;
}

/** Returns the 300 of a work: pages only where they are known. */
export function extentField(work: Work, localId: string, habit: Habit): Draft {
  const rda = habit.rules === 'rda';
  const extents: Readonly<Record<Form, readonly [string, string | undefined]>> = {
    book: [`${pagesOf(work, localId, habit)} ;`, '24 cm'],
    ebook: ['1 online resource', undefined],
    ejournal: ['1 online resource', undefined],
    journal: [rda ? 'volumes ;' : 'v. ;', '28 cm'],
    dvd: [
      rda ? `1 videodisc (${work.extent} minutes) ;` : `1 videodisc (${work.extent} min.) ;`,
      rda ? '12 cm' : '4 3/4 in.',
    ],
    cd: [rda ? '1 audio disc ;' : '1 sound disc ;', rda ? '12 cm' : '4 3/4 in.'],
    score: ['1 score ;', '31 cm'],
    map: ['1 map ;', '60 x 80 cm'],
  };
  const [extent, size] = extents[work.form];
  return draft('300', '  ', ['a', extent], ['c', size]);
}

type Term = readonly [term: string, code: string];
type Carriers = readonly [content: Term, medium: Term, carrier: Term];

const text: Term = ['text', 'txt'];
const onPaper = (content: Term): Carriers => [content, ['unmediated', 'n'], ['volume', 'nc']];
const online: Carriers = [text, ['computer', 'c'], ['online resource', 'cr']];

const carriers: Readonly<Record<Form, Carriers>> = {
  book: onPaper(text),
  journal: onPaper(text),
  ebook: online,
  ejournal: online,
  score: onPaper(['notated music', 'ntm']),
  map: [
    ['cartographic image', 'cri'],
    ['unmediated', 'n'],
    ['sheet', 'nb'],
  ],
  dvd: [
    ['two-dimensional moving image', 'tdi'],
    ['video', 'v'],
    ['videodisc', 'vd'],
  ],
  cd: [
    ['performed music', 'prm'],
    ['audio', 's'],
    ['audio disc', 'sd'],
  ],
};

const sources = ['rdacontent', 'rdamedia', 'rdacarrier'];

/** Returns 336, 337 and 338, which only RDA has. */
export const carrierFields = (work: Work, habit: Habit): Draft[] =>
  habit.rules === 'rda'
    ? carriers[work.form].map(([term, code], at) =>
        draft(String(336 + at), '  ', ['a', term], ['b', code], ['2', sources[at]]),
      )
    : [];
