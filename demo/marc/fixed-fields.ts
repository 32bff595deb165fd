import type { ControlField } from '../../layers/protocols/marc/record.ts';
import { pick } from '../random.ts';
import type { Form, Work } from '../works/work.ts';
import type { Habit } from './habits.ts';

// Leader/06 and 07: type of record and bibliographic level.
const types: Readonly<Record<Form, string>> = {
  book: 'am',
  ebook: 'am',
  dvd: 'gm',
  cd: 'jm',
  score: 'cm',
  map: 'em',
  journal: 'as',
  ejournal: 'as',
};

const physical: Readonly<Partial<Record<Form, string>>> = {
  ebook: 'cr |n|||||||||',
  ejournal: 'cr |n|||||||||',
  dvd: 'vd cvaizq',
  cd: 'sd fsngnnmmned',
};

const countries: Readonly<Record<string, string>> = {
  London: 'enk',
  Oxford: 'enk',
  Manchester: 'enk',
  Edinburgh: 'stk',
  'New York': 'nyu',
  Boston: 'mau',
  Chicago: 'ilu',
  Philadelphia: 'pau',
  Washington: 'dcu',
  Toronto: 'onc',
  Paris: 'fr ',
  Madrid: 'sp ',
  Barcelona: 'sp ',
  México: 'mx ',
  'Buenos Aires': 'ag ',
  Berlin: 'gw ',
  Leipzig: 'gw ',
  München: 'gw ',
  Hamburg: 'gw ',
  Zürich: 'sz ',
  Milano: 'it ',
  Torino: 'it ',
  Roma: 'it ',
  Lisboa: 'po ',
  'Rio de Janeiro': 'bl ',
  Moskva: 'ru ',
  'Sankt-Peterburg': 'ru ',
  Athēna: 'gr ',
  Yerushalayim: 'is ',
  'Tel Aviv': 'is ',
  'al-Qāhirah': 'ua ',
  Bayrūt: 'le ',
  Beijing: 'cc ',
  Shanghai: 'cc ',
  Tōkyō: 'ja ',
  Sŏul: 'ko ',
  Pʻaju: 'ko ',
  Dillī: 'ii ',
  Warszawa: 'pl ',
  Kraków: 'pl ',
  İstanbul: 'tu ',
};

// 008/18-34, by the meaning of the positions for each type of material.
function material(work: Work): string {
  const audience = work.audience === 'juvenile' ? 'j' : ' ';
  const fiction = work.subjects.some((subject) => /fiction/i.test(subject)) ? '1' : '0';
  const minutes = String(work.extent ?? 0).padStart(3, '0');
  const layouts: Readonly<Record<Form, string>> = {
    book: `    ${audience}      000 ${fiction} `,
    ebook: `    ${audience}o     000 ${fiction} `,
    journal: 'mr p       0   a0',
    ejournal: 'mr p o     0   a0',
    dvd: `${minutes} g          vl`,
    cd: 'zznn             ',
    score: 'zza              ',
    map: '       a     0   ',
  };
  return layouts[work.form];
}

/** Returns the leader of a work by the member's practice: type, level, UTF-8, and `i` (ISBD, RDA) or `a` (AACR2) in 18. */
export const leaderOf = (work: Work, habit: Habit): string =>
  `00000n${types[work.form]} a2200000 ${habit.rules === 'rda' ? 'i' : 'a'} 4500`;

// The creation date of a record: within ten years, always the same for the same record.
function dayOf(localId: string): string {
  const part = (bound: number, salt: string) => String(1 + pick(`${localId}${salt}`, bound)).padStart(2, '0');
  return `${10 + pick(localId, 10)}${part(12, 'm')}${part(28, 'd')}`;
}

/** Returns the control fields 001, 003, 005, 007 and 008 of a work by the member's number and practice. */
export function controlFields(work: Work, localId: string, habit: Habit): ControlField[] {
  const day = dayOf(localId);
  const serial = types[work.form].endsWith('s');
  const dates = `${serial ? 'c' : 's'}${work.year}${serial ? '9999' : '    '}`;
  const country = countries[work.place.romanised.split(',')[0] ?? ''] ?? 'xx ';
  const carrier = physical[work.form];
  return [
    { tag: '001', value: localId },
    { tag: '003', value: habit.agency },
    { tag: '005', value: `20${day}120000.0` },
    ...(carrier === undefined ? [] : [{ tag: '007', value: carrier }]),
    { tag: '008', value: `${day}${dates}${country}${material(work)}${work.language} d` },
  ];
}
