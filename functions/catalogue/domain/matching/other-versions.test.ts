import { decideOn, featuresOf } from '../../../../test/builders/decide-on.ts';
import type { Media, Otherwise } from '../../../../test/builders/described-media.ts';
import { clusterAll } from './cluster.ts';

const novel: Media = {
  kind: 'am',
  date: '1992',
  fields: {
    100: '$aFlaubert, Gustave,$d1821-1880.',
    245: '$aMadame Bovary /$cGustave Flaubert.',
    260: '$aLondon :$bPenguin,$c1992.',
    300: '$a446 p. ;$c18 cm.',
  },
};

const textbook: Media = {
  kind: 'am',
  fields: {
    100: '$aFong, Ho Kheong.',
    245: '$aMath in focus :$bthe Singapore approach',
    260: '$aBoston :$bGreat Source,$c2010.',
    300: '$a312 p. :$bcol. ill. ;$c28 cm.',
  },
};

const trilogy: Media = {
  kind: 'am',
  date: '1965',
  fields: {
    100: '$aTolkien, J. R. R.',
    245: '$aThe lord of the rings /$cJ.R.R. Tolkien.',
    260: '$aBoston :$bHoughton Mifflin,$c1965.',
    300: '$a423 p. ;$c22 cm.',
  },
};

const serial: Media = {
  kind: 'as',
  date: '1950',
  country: 'dcu',
  fields: { 245: '$aAnnual report.', 260: '$aWashington :$b[s.n.],$c1950-', 300: '$av. ;$c28 cm.' },
};

const tolkien = (title: string, extent = '$a423 p. ;$c22 cm.') => ({
  fields: { 245: `$aThe lord of the rings${title} /$cJ.R.R. Tolkien.`, 300: extent },
});

const translated = (by: string) => ({
  fields: { 245: `$aMadame Bovary /$cGustave Flaubert ; translated from the French by ${by}.` },
});

const apart: [string, Media, Otherwise, Otherwise, string[]][] = [
  [
    'a novel and its translation, published elsewhere',
    novel,
    { language: 'fre', fields: { 260: '$aParis :$bGallimard,$c1992.' } },
    {},
    ['different languages (eng and fre), published elsewhere'],
  ],
  [
    'translations by two people',
    novel,
    translated('Eleanor Marx'),
    translated('Geoffrey Wall'),
    ['translated by others'],
  ],
  [
    'translations by two people, of whom one stands in an added entry only',
    novel,
    translated('Eleanor Marx'),
    { fields: { 700: '$aWall, Geoffrey,$etranslator.' } },
    ['translated by others'],
  ],
  [
    'for teachers and for students',
    textbook,
    { fields: { 250: '$aTeacher’s ed.' } },
    { fields: { 250: '$aStudent ed.' } },
    ['different versions (for students and for teachers)'],
  ],
  [
    'a critical and a film edition',
    novel,
    { fields: { 250: '$aCritical ed.' } },
    { fields: { 250: '$aMovie tie-in ed.' } },
    ['different versions (critical edition and film edition)'],
  ],
  [
    'large print by heading',
    novel,
    { fields: { 655: '$aLarge type books.' } },
    {},
    ['one is large-print, the other print'],
  ],
  [
    'large print by 340',
    novel,
    { fields: { 340: '$nlarge print$2rdafs' } },
    {},
    ['one is large-print, the other print'],
  ],
  [
    'an e-book by a note of reproduction',
    novel,
    { fields: { 533: '$aElectronic reproduction.$bBoulder :$cNetLibrary,$d2005.' } },
    {},
    ['one is online, the other print'],
  ],
  ['an e-book by its edition', novel, { fields: { 250: '$aKindle ed.' } }, {}, ['one is online, the other print']],
  [
    'an e-book by its extent',
    novel,
    { fields: { 300: '$a1 electronic text (446 p.)' } },
    {},
    ['one is online, the other print'],
  ],
  [
    'an e-book by its ISBN and address',
    novel,
    { fields: { '020': '$a9781429900003 (electronic bk.)', '856 40': '$uhttps://books.example/1' } },
    {},
    ['one is online, the other print'],
  ],
  [
    'volumes of a set catalogued as a series',
    trilogy,
    { fields: { 490: '$aLord of the rings ;$vv. 1' } },
    { fields: { 490: '$aLord of the rings ;$vpt. 2' } },
    ['different volumes (1 and 2)'],
  ],
  [
    'parts in Roman numerals',
    trilogy,
    tolkien('. Part I'),
    tolkien('. Part II'),
    ['different parts (part 1 and part 2)'],
  ],
  ['books in words', trilogy, tolkien(' : book one'), tolkien(' : book two'), ['different parts (book 1 and book 2)']],
  [
    'annual reports of two departments',
    serial,
    { fields: { 710: '$aUnited States.$bDepartment of Labor.' } },
    { fields: { 710: '$aUnited States.$bDepartment of Justice.' } },
    ['serials of different bodies'],
  ],
  [
    'bulletins of two societies',
    serial,
    { fields: { 245: '$aBulletin /$cAmerican Mathematical Society.' } },
    { fields: { 245: '$aBulletin /$cGeological Society of America.' } },
    ['serials of different bodies'],
  ],
  [
    'annual reports of two clubs',
    serial,
    { fields: { 110: '$aRotary Club.' } },
    { fields: { 110: '$aLions Club.' } },
    ['serials of different bodies'],
  ],
  [
    'sections of a journal in $a',
    serial,
    { fields: { 245: '$aJournal of physics. A' } },
    { fields: { 245: '$aJournal of physics. B' } },
    ['earlier or later title of a serial'],
  ],
];

const asked: [string, Media, Otherwise, Otherwise, string][] = [
  [
    'a report under one short title in two languages',
    { ...textbook, fields: { 245: '$aMpox', 260: '$aGeneva :$bWHO,$c2010.', 300: '$a177 p.' } },
    { country: 'sz' },
    { country: 'sz', language: 'fre' },
    'different languages (eng and fre)',
  ],
  [
    'bindings with ISBNs of their own',
    novel,
    { fields: { '020': '$a9780140185003 (pbk.)' } },
    { fields: { '020': '$a9780434305582 (hbk.)' } },
    'each has ISBNs of its own',
  ],
  [
    'a set and its first volume',
    trilogy,
    tolkien('', '$a3 v. ;$c22 cm.'),
    tolkien('.$nVol. 1'),
    'only one says part 1',
  ],
  [
    'a set and a volume by its title',
    trilogy,
    tolkien('', '$a3 v. ;$c22 cm.'),
    tolkien('.$pThe two towers'),
    'one is a set, the other a part of one',
  ],
  ...[', volume II', '. Vol. 2', ', part one', ' :$bthe second volume', '.$bThe two towers, book 2'].map(
    (named): (typeof asked)[number] => [
      `a set and a volume that 245 $a or $b alone names (${named})`,
      trilogy,
      tolkien('', '$a3 v. ;$c22 cm.'),
      tolkien(named),
      'one is a set, the other a part of one',
    ],
  ),
  ['one of many volumes, and one that says nothing', trilogy, tolkien('.$nVol. 12'), {}, 'only one says part 12'],
  ['only one for teachers', textbook, { fields: { 250: '$aTeacher’s ed.' } }, {}, 'only one says: for teachers'],
  ['only one abridged', novel, { fields: { 250: '$aAbridged ed.' } }, {}, 'only one says: abridged'],
  [
    'numbers of one series, of other length',
    textbook,
    { fields: { 490: '$aMath library ;$v3' } },
    { fields: { 490: '$aMath library ;$v4', 300: '$a313 p. ;$c28 cm.' } },
    'numbers 3 and 4 of one series',
  ],
  [
    'a serial of one title and two bodies',
    serial,
    { fields: { 245: '$aSafety at sea.', 110: '$aHarbour Board of Leeds.' } },
    { fields: { 245: '$aSafety at sea.', 110: '$aPilots’ Guild.' } },
    'the bodies that issue the serials differ',
  ],
  [
    'poems of two people',
    textbook,
    { fields: { 245: '$aPoems' } },
    { fields: { 100: '$aOrrell, Tamsin.', 245: '$aPoems' } },
    'nobody is named in both',
  ],
];

const merged: [string, Media, Otherwise, Otherwise][] = [
  [
    'the translator abbreviated, and as added entry',
    novel,
    translated('E. Marx'),
    { fields: { 700: '$aMarx, Eleanor,$4trl' } },
  ],
  [
    'a language code of which the other record says that it is one of two',
    novel,
    { language: 'fre', fields: { '041 1 ': '$aeng$afre' } },
    {},
  ],
  ['a code for no language', novel, { language: 'und' }, {}],
  [
    'a wrong code under a long title',
    { ...novel, fields: { ...novel.fields, 245: '$aHistoire de la milice canadienne-française' } },
    { language: 'fre' },
    { language: 'eng' },
  ],
  [
    'ISBNs of ten and of thirteen digits, one of two shared',
    novel,
    { fields: { '020': ['$a0140449124 (pbk.)', '$a9780434305582'] } },
    { fields: { '020': '$a9780140449129' } },
  ],
  [
    'more ISBNs than are kept of a record',
    novel,
    { fields: { '020': ['$a9780140449129', '$a9780434305582', '$a9780140185003', '$a9780141439587'] } },
    { fields: { '020': '$a9780679450047' } },
  ],
  ['an ISBN that only one has', novel, { fields: { '020': '$a9780140449129' } }, {}],
  [
    'an edition in words and in short',
    novel,
    { fields: { 250: '$a2nd ed.' } },
    { fields: { 250: '$aSecond edition.' } },
  ],
  ['a part in words and in digits', trilogy, tolkien('.$nVol. 12'), tolkien('.$nVolume twelve')],
  ['a part whose number the other has in its title', trilogy, tolkien('.$nPart 2'), tolkien(', part II')],
  [
    'a volume by its own title, with and without its number',
    trilogy,
    tolkien('.$nVol. 2,$pThe two towers'),
    tolkien('.$pThe two towers'),
  ],
  [
    'a print book with the address of an electronic copy',
    novel,
    { fields: { '856 41': '$uhttps://books.example/1' } },
    {},
  ],
  [
    'one body, abbreviated',
    serial,
    { fields: { 245: '$aAnnual report /$cU.S. Dept. of Labor.' } },
    { fields: { 245: '$aAnnual report.', 110: '$aUnited States.$bDepartment of Labor.' } },
  ],
  [
    'a print book with a note on the digital copy of one library',
    novel,
    { fields: { 533: '$aElectronic reproduction.$5NN' } },
    {},
  ],
  ['a serial that begins in some year of a century', serial, { date: '19uu' }, {}],
];

describe('records of other versions of a book or a serial', () => {
  it.each(apart)('are not merged: %s', (_, base, one, two, because) => {
    expect(decideOn(base, one, two)).toEqual({ verdict: 'different', same: false, score: 0, because });
  });

  it.each(asked)('need a decision by staff: %s', (_, base, one, two, because) => {
    const decision = decideOn(base, one, two);
    expect(decision).toMatchObject({ verdict: 'ask', same: false });
    expect(decision.because).toContain(because);
  });

  it.each(merged)('do not come from different words for the same version: %s', (_, base, one, two) => {
    expect(decideOn(base, one, two)).toMatchObject({ verdict: 'same' });
  });

  it('are not joined through the record of the set, in any order', () => {
    const parts = [
      ['set', tolkien('', '$a3 v. ;$c22 cm.')],
      ['one', tolkien('.$nVol. 1,$pThe fellowship of the ring')],
      ['two', tolkien('.$nVol. 2,$pThe two towers', '$a352 p. ;$c22 cm.')],
      ['two again', tolkien('.$nv. II,$pThe two towers', '$a352 p. ;$c22 cm.')],
    ] as const;
    const records = parts.map(([id, given]) => ({ id, features: featuresOf(trilogy, given) }));
    const clusters = [['one'], ['set'], ['two', 'two again']];
    expect(clusterAll(records)).toEqual(clusters);
    expect(clusterAll([...records].reverse())).toEqual(clusters);
  });
});

describe('standard numbers', () => {
  it.each<[string, Otherwise, Otherwise, string]>([
    ['agree', { fields: { '020': '$a0140449124' } }, { fields: { '020': '$a9780140449129' } }, 'same ISBN'],
    [
      'agree and differ',
      { fields: { '020': '$a0140449124', '035': '$a(OCoLC)52000001' } },
      { fields: { '020': '$a0140449124', '035': '$a(OCoLC)52000002' } },
      'same ISBN, other OCLC number',
    ],
  ])('are detected where they %s', (_, one, two, because) => {
    expect(decideOn(novel, one, two).because).toContain(because);
  });
});
