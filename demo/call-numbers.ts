import type { Work } from './works/work.ts';

// The class letters of the Library of Congress for a Dewey number, longest prefix first. LC-style, not LC's own numbers.
const classes: readonly (readonly [string, string])[] = [
  ['005', 'QA76'],
  ['006', 'Q335'],
  ['004', 'QA75'],
  ['343', 'KF2566'],
  ['341', 'KZA1120'],
  ['364', 'HV9950'],
  ['365', 'HV8666'],
  ['359', 'V25'],
  ['387', 'VK1'],
  ['623', 'VM145'],
  ['639', 'SF456'],
  ['641', 'TX714'],
  ['741', 'PN6720'],
  ['791', 'PN1997'],
  ['810', 'PS1600'],
  ['81', 'PS3500'],
  ['82', 'PR6000'],
  ['83', 'PT2600'],
  ['839', 'PT9875'],
  ['84', 'PQ2600'],
  ['85', 'PQ4800'],
  ['86', 'PQ7000'],
  ['869', 'PQ9200'],
  ['88', 'PA5610'],
  ['891', 'PG3300'],
  ['8914', 'PK2098'],
  ['8915', 'PK6561'],
  ['892', 'PJ5054'],
  ['8927', 'PJ7800'],
  ['894', 'PL248'],
  ['895', 'PL2900'],
  ['8956', 'PL800'],
  ['8957', 'PL990'],
  ['910', 'G530'],
  ['912', 'G1021'],
  ['0', 'Z665'],
  ['1', 'B72'],
  ['2', 'BR45'],
  ['3', 'H61'],
  ['4', 'P25'],
  ['5', 'Q125'],
  ['61', 'R11'],
  ['6', 'T14'],
  ['78', 'M1'],
  ['7', 'N7425'],
  ['8', 'PN45'],
  ['9', 'D20'],
];

const longestFirst = classes.toSorted(([one], [other]) => other.length - one.length);

// A title without letters (`8 1/2`) is sorted by its digits.
const letters = (text: string): string => lettersOf(text) || text.replace(/\D/g, '');

const lettersOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/^(?:the|a|an|el|la|le|les|der|die|das|il|o|os) /i, '')
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase();

const filedUnder = (work: Work): string => letters(work.author?.name.romanised ?? work.title.romanised);

/** Returns the call number of a work in the style of public libraries: Dewey and three letters, preceded by `J`, `DVD` or `CD`. */
export function deweyCallNumber(work: Work): string {
  const under = filedUnder(work).slice(0, 3);
  if (work.form === 'dvd') return `DVD ${letters(work.title.romanised).slice(0, 3)}`;
  const shelf = work.form === 'cd' ? 'CD ' : work.audience === 'juvenile' ? 'J ' : '';
  const novel = work.subjects.some((subject) => subject.endsWith('iction'));
  if (novel && work.language === 'eng') return `${shelf}FIC ${under}`;
  return `${shelf}${work.dewey} ${under}`;
}

// A Cutter number: the first letter, then the next two as digits by their place in the alphabet.
function cutter(text: string): string {
  const digit = (letter: string | undefined): string =>
    letter === undefined ? '' : String(2 + Math.floor((letter.charCodeAt(0) - 65) / 3.5));
  return `${text.charAt(0)}${digit(text[1])}${digit(text[2])}`;
}

/** Returns the call number of a work in the style of the Library of Congress: `PR6000 .I74 1989`. */
export function lcCallNumber(work: Work): string {
  const digits = work.dewey.replace('.', '');
  const letterClass = longestFirst.find(([prefix]) => digits.startsWith(prefix))?.[1] ?? 'AC1';
  return `${letterClass} .${cutter(filedUnder(work))} ${work.year}`;
}
