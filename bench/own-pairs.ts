import { matchFeatures } from '../functions/catalogue/domain/matching/features.ts';
import { describedMedia, type Media, type Otherwise, otherwise } from '../test/builders/described-media.ts';
import type { Known, LabelledPair } from './labelled-pair.ts';

/** What two records of one title differ in, and whether they are one manifestation. `{n}` is a number that the title has alone. */
type Way = readonly [same: boolean, one: Otherwise, two: Otherwise];

/** A kind of material that the labelled records hardly have: a description with `{title}`, titles for it, and ways to differ. */
type Kind = { basis: string; base: Media; titles: readonly string[]; ways: readonly Way[] };

const isbn = (...texts: string[]): Otherwise => ({ fields: { '020': texts } });
const with245 = (text: string, more: Media['fields'] = {}): Otherwise => ({ fields: { ...more, 245: text } });
const with300 = (text: string): Otherwise => ({ fields: { 300: text } });

const book: Media = {
  kind: 'am',
  date: '2004',
  fields: {
    100: '$aOkonjo, Miriam.',
    245: '$a{title} /$cMiriam Okonjo.',
    260: '$aLeeds :$bHarbour Press,$c2004.',
    300: '$axii, {n}4 p. :$bill. ;$c24 cm.',
  },
};

const IDENTIFIERS: Kind = {
  basis: 'own: identifiers',
  base: book,
  titles: [
    ...[
      'Tidal mills of the north',
      'The orchard ledger',
      'Copper and the coast',
      'Learning to mend nets',
      'A grammar of knots',
    ],
    ...[
      'Salt roads',
      'The second winter',
      'Bridges and their keepers',
      'The clockmaker’s notebook',
      'Rivers underground',
    ],
  ],
  ways: [
    [true, isbn('$a0141439580 (pbk.)'), isbn('$a9780141439587')],
    [
      true,
      { fields: { '035': '$a(OCoLC)ocm5200{n}' } },
      { fields: { '035': '$a(OCoLC)5200{n}', 300: '$a{n}4 pages' } },
    ],
    [true, isbn('$a9780141439587'), { fields: { '020': '$a9780141439587', 100: [], 260: '$bHarbour', 300: [] } }],
    [
      false,
      { fields: { '020': '$a9780141439587', 250: '$a1st ed.' } },
      { fields: { '020': '$a9780141439587', 250: '$a3rd ed.' } },
    ],
    [
      false,
      isbn('$a9780141439587'),
      { fields: { '020': '$a9780140449129', 260: '$aLeeds :$bHarbour Press,$c2011.' }, date: '2011' },
    ],
    [
      false,
      { fields: { '020': '$a9780141439587', 245: '$aWorks.$n1,$p{title}', 300: '$a{n}4 p.' } },
      { fields: { '020': '$a9780141439587', 245: '$aWorks.$n2,$p{title}', 300: '$a{n}9 p.' } },
    ],
  ],
};

const MAPS: Kind = {
  basis: 'own: maps',
  base: {
    kind: 'em',
    date: '1998',
    codes: '       a  0',
    fields: {
      110: '$aOrdnance Survey of the Isles.',
      245: '$a{title}$h[map].',
      255: '$aScale 1:50,000.',
      260: '$aSouthport :$bThe Survey,$c1998.',
      300: '$a1 map :$bcol. ;$c80 x 90 cm.',
    },
  },
  titles: [
    'Harwick and the dales',
    'Upper Teign valley',
    'Isle of Merrow',
    'Kelder forest',
    'Port Amble',
    'Sandy Reach',
    'Lower Arden',
    'Firth of Orrin',
  ],
  ways: [
    [true, {}, { fields: { 255: '$aScale 1:50 000', 245: '$a{title}', 300: '$a1 map ; 80 x 90 cm, folded' } }],
    [true, {}, { fields: { '034': '$aa$b50000', 110: [] } }],
    [false, {}, { fields: { 255: '$aScale 1:25,000.' } }],
    [false, {}, { date: '2006', fields: { 260: '$aSouthport :$bThe Survey,$c2006.', 250: '$aRev. 2006.' } }],
    [false, with245('$aNorth {title}.'), with245('$aSouth {title}.')],
    [false, with245('$aGeology of {title}.'), with245('$aGeology of West {title}.')],
  ],
};

const SCORES: Kind = {
  basis: 'own: scores',
  base: {
    kind: 'cm',
    date: '1985',
    language: 'zxx',
    fields: {
      100: '$aVarga, Emil,$d1901-1977.',
      240: '$aSonatas,$mviolin, piano,$nno. 2, op. 1{n}',
      245: '$a{title} :$bfor violin and piano /$cEmil Varga.',
      260: '$aBudapest :$bEdition Duna,$c1985.',
      300: '$a1 score (4{n} p.) + 1 part ;$c31 cm.',
    },
  },
  titles: [
    'Evening sonata',
    'Second sonata',
    'Hill dances',
    'Pastorale and rondo',
    'Four nocturnes',
    'Concert pieces',
    'Suite in old style',
    'Little fantasias',
  ],
  ways: [
    [true, {}, { fields: { 245: '$a{title} /$cE. Varga.', 300: '$ascore (4{n} pages), part' } }],
    [true, { fields: { '028 3 ': '$aED 40{n}$bEdition Duna' } }, { fields: { '028 3 ': '$aED40{n}' } }],
    [false, with300('$a1 vocal score (4{n} p.) ;$c31 cm.'), with300('$a1 miniature score (4{n} p.) ;$c19 cm.')],
    [false, {}, { fields: { 240: '$aSonatas,$mviolin, piano,$nno. 3, op. 9{n}' } }],
    [
      false,
      with245('$a{title}.$pHigh voice.', { 250: '$aHigh voice.' }),
      with245('$a{title}.$pLow voice.', { 250: '$aLow voice.' }),
    ],
  ],
};

const SOUND: Kind = {
  basis: 'own: sound',
  base: {
    kind: 'jm',
    date: '2001',
    language: 'zxx',
    '007': 'sd fungnn|||e|',
    fields: {
      '028 0 ': '$aHBR 1{n}$bHarbour Records',
      100: '$aVarga, Emil,$d1901-1977.',
      245: '$a{title}$h[sound recording] /$cVarga.',
      260: '$aLeeds :$bHarbour Records,$cp2001.',
      300: '$a1 sound disc :$bdigital ;$c4 3/4 in.',
      511: '$aIlse Brandt, violin ; Noor Haddad, piano.',
    },
  },
  titles: [
    'Evening music',
    'Songs of the ferry',
    'Orchestral pictures',
    'Winter serenades',
    'The night train',
    'Studies in blue',
    'Harvest songs',
    'Islands',
  ],
  ways: [
    [true, {}, { fields: { 245: '$a{title} /$cEmil Varga.', 300: '$a1 audio disc ; 12 cm', 511: [] } }],
    [true, {}, { fields: { '028 0 ': '$aHBR 1{n}', 260: '$aLeeds :$bHarbour,$c2001.' } }],
    [
      false,
      {},
      { fields: { '028 0 ': '$aHBR 7{n}1$bHarbour Records', 511: '$aMarta Lund, violin ; Jan Kos, piano.' } },
    ],
    [
      false,
      {},
      {
        '007': 'sd bmmennmplu',
        fields: { '028 0 ': '$aHBL 2{n}', 300: '$a1 sound disc :$banalog, 33 1/3 rpm ;$c12 in.' },
      },
    ],
    [false, with245('$a{title}.$nVol. 1'), with245('$a{title}.$nVol. 2')],
  ],
};

const SCHOOL: Kind = {
  basis: 'own: school books',
  base: {
    kind: 'am',
    date: '2009',
    fields: {
      100: '$aFarrow, Judith.',
      245: '$a{title} /$cJudith Farrow.',
      260: '$aLondon :$bHodge Education,$c2009.',
      300: '$a{n}8 p. :$bcol. ill. ;$c28 cm.',
    },
  },
  titles: [
    'Mathematics in steps',
    'Science around us',
    'Reading together',
    'French for all',
    'Exploring geography',
    'Number works',
    'Chemistry now',
    'Words and stories',
  ],
  ways: [
    [true, {}, { fields: { 300: '$aiv, {n}8 pages : illustrations (colour)', 260: '$aLondon :$bHodge,$c2009.' } }],
    [true, with245('$a{title}.$nBook 2'), with245('$a{title} :$bbook two /$cJ. Farrow.')],
    [false, with245('$a{title}.$bLevel A.'), with245('$a{title}.$bLevel B.')],
    [false, with245('$a{title}, book A.'), with245('$a{title}, book B.')],
    [false, with245('$a{title}, set I.'), with245('$a{title}, set II.')],
    [false, with245('$a{title}.$nGrade 3'), with245('$a{title}.$nGrade 4')],
    [false, { fields: { 250: '$aTeacher’s ed.' } }, { fields: { 250: '$aStudent ed.' } }],
  ],
};

const SCRIPTS: Kind = {
  basis: 'own: scripts',
  base: {
    kind: 'am',
    date: '1973',
    language: 'rus',
    country: 'ru',
    fields: {
      100: '$6880-01$aOrlov, Sergeĭ.',
      245: '$6880-02$aKniga {title} /$cS. Orlov.',
      260: '$aMoskva :$bNauka,$c1973.',
      300: '$a{n}2 p. ;$c21 cm.',
      880: ['$6100-01/(N$aОрлов, Сергей.', '$6245-02/(N$aКнига {title2} /$cС. Орлов.'],
    },
  },
  titles: [
    'more|море',
    'gorod|город',
    'doroga|дорога',
    'zima|зима',
    'most|мост',
    'reka|река',
    'sad|сад',
    'les|лес',
    'svet|свет',
    'dom|дом',
  ],
  ways: [
    [
      true,
      {},
      {
        fields: {
          100: '$aОрлов, Сергей.',
          245: '$aКнига {title2} /$cС. Орлов.',
          260: '$aМосква :$bНаука,$c1973.',
          880: [],
        },
      },
    ],
    [true, {}, with245('$aKniga {title} /$cS. Orlov.', { 880: [], 100: '$aOrlov, Sergei.' })],
    [
      true,
      { fields: { 880: [], '020': '$a9780141439587' } },
      { fields: { '020': '$a9780141439587', 100: '$aОрлов, Сергей.', 245: '$aКнига {title2}.', 880: [] } },
    ],
    [
      false,
      {},
      {
        fields: {
          100: '$aОрлов, Сергей.',
          245: '$aПисьма {title2} /$cС. Орлов.',
          260: '$aМосква :$bНаука,$c1973.',
          880: [],
        },
      },
    ],
    [false, { fields: { 880: [] } }, { fields: { 100: '$aОрлов, Сергей.', 245: '$aСтихи о {title2}.', 880: [] } }],
  ],
};

const SERIES: Kind = {
  basis: 'own: series',
  base: {
    ...book,
    fields: { ...book.fields, 490: '$aStudies of the coast ;$v{n}', 245: '$a{title} /$cedited by Miriam Okonjo.' },
  },
  titles: [
    'Papers on dunes',
    'Annual review of tides',
    'Coastal archives',
    'Proceedings on harbours',
    'Letters of pilots',
    'Shells and shores',
    'Reports on herring',
    'Marsh studies',
  ],
  ways: [
    [true, {}, { fields: { 490: '$aStudies of the coast, no. {n}', 300: '$a{n}4 p.' } }],
    [true, {}, { fields: { 490: [] } }],
    [false, with245('$a{title}.$nVolume 4.'), with245('$a{title}.$nVolume 5.')],
    [false, with245('$a{title}, fourth series.'), with245('$a{title}, fifth series.')],
    [false, with245('$aTwenty-first {title}.'), with245('$aTwenty-third {title}.')],
    [false, {}, { kind: 'as', fields: { 300: '$av. ;$c24 cm.' } }],
  ],
};

const hearing = (rest: string): Otherwise =>
  with245(`$a{title} :$bhearing before the Committee on Works of the House of Representatives, ${rest}`);

const HEARINGS: Kind = {
  basis: 'own: hearings',
  base: {
    kind: 'am',
    date: '1977',
    country: 'dcu',
    fields: {
      110: '$aUnited States.$bCongress.$bHouse.$bCommittee on Works.',
      245: '$a{title}.',
      260: '$aWashington :$bU.S. G.P.O.,$c1977.',
      300: '$aiii, {n}6 p. ;$c24 cm.',
    },
  },
  titles: [
    'Oversight of canals',
    'Safety of small ferries',
    'Harbour dredging programs',
    'Lighthouse funding',
    'Fisheries outlook',
    'Rural bridges',
    'Levee repairs',
    'Navigation charges',
  ],
  ways: [
    [
      true,
      hearing('Ninety-fifth Congress, first session, May 3, 1977.'),
      hearing('95th Congress, 1st session, May 3, 1977.'),
    ],
    [
      false,
      hearing('Ninety-fifth Congress, first session, May 3, 1977.'),
      hearing('Ninety-fifth Congress, first session, May 4, 1977.'),
    ],
    [false, hearing('Ninety-fifth Congress, first session.'), hearing('Ninety-fifth Congress, second session.')],
    [false, hearing('Ninety-fourth Congress, first session.'), hearing('Ninety-fifth Congress, first session.')],
    [
      false,
      with245('$a1970 census of {title}.$pCensus tracts.$pDenver, Colo.'),
      with245('$a1970 census of {title}.$pCensus tracts.$pBoulder, Colo.'),
    ],
  ],
};

const KINDS: readonly Kind[] = [IDENTIFIERS, MAPS, SCORES, SOUND, SCHOOL, SCRIPTS, SERIES, HEARINGS];

/** Returns a description with the title and its number in each field. */
const titled = ({ fields, ...rest }: Media, title: string, number: number): Media => {
  const [name = '', original = name] = title.split('|');
  const put = (text: string): string =>
    text.replaceAll('{title}', name).replaceAll('{title2}', original).replaceAll('{n}', String(number));
  return {
    ...rest,
    fields: Object.fromEntries(Object.entries(fields).map(([tag, texts]) => [tag, [texts].flat().map(put)])),
  };
};

const pairOf = ({ basis, base }: Kind, title: string, at: number, [same, one, two]: Way, way: number): LabelledPair => {
  const known = (given: Otherwise, side: string): Known => ({
    id: `${basis} ${title} ${way}${side}`,
    // Every record of one title is in one group, so that none is on both sides of the division.
    same: `${basis} ${title}`,
    features: matchFeatures(describedMedia(titled(otherwise(base, given), title, 11 + 7 * at))),
  });
  return { a: known(one, 'a'), b: known(two, 'b'), same, basis };
};

/**
 * Returns pairs made for what the labelled records lack: identifiers, maps, scores, sound, school books, several scripts, series and
 * hearings. Nothing in them is from a real record.
 */
export const ownPairs = (): LabelledPair[] =>
  KINDS.flatMap((kind) =>
    kind.titles.flatMap((title, at) => kind.ways.map((way, number) => pairOf(kind, title, at, way, number))),
  );
