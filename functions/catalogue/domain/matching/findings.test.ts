import * as fc from 'fast-check';
import { decideOn, featuresOf } from '../../../../test/builders/decide-on.ts';
import { anyDescribedBook } from '../../../../test/builders/described-book.ts';
import type { Media, Otherwise } from '../../../../test/builders/described-media.ts';
import { blockingKeys } from './blocking-keys.ts';
import { compareFeatures } from './compare.ts';
import { publishersAlike } from './compare-publication.ts';
import { editionOf } from './edition.ts';
import { remarks } from './explain.ts';
import { type MatchFeatures, matchFeatures } from './features.ts';
import { partNumber } from './read-values.ts';
import { decide, isSame } from './same-manifestation.ts';
import { containment } from './similarity.ts';

const report: Media = {
  kind: 'am',
  date: '1977',
  country: 'dcu',
  fields: {
    110: '$aUnited States.$bGeological Survey.',
    245: '$aGeology.',
    260: '$aWashington :$bU.S. G.P.O.,$c1977.',
    300: '$a212 p. :$bill. ;$c24 cm.',
  },
};

const titled = (title: string): Otherwise => ({ fields: { 245: title } });

const isMerged = (base: Media, one: string, two: string): boolean => decideOn(base, titled(one), titled(two)).same;

const hearing = (date: string, congress = 'Ninety-fifth Congress, first session') =>
  `$aOversight of the foundries :$bhearing before the Committee on Works and Days of the United States House of Representatives, ${congress}, ${date}.`;

describe('finding M1: different books that agree in nearly everything do not merge', () => {
  it.each([
    ['road maps of two states', '$aRoad map of Kansas.', '$aRoad map of Arkansas.'],
    ['a state and one whose name begins with another word', '$aGeology of Virginia.', '$aGeology of West Virginia.'],
    ['levels A and B', '$aReading workshop, level A.', '$aReading workshop, level B.'],
    ['books A and B', '$aMathematics.$bBook A.', '$aMathematics.$bBook B.'],
    ['books A and B in the title proper', '$aMathematics book A.', '$aMathematics book B.'],
    ['sets I and II', '$aTest papers, set I.', '$aTest papers, set II.'],
    ['hearings of two days', hearing('May 3, 1977'), hearing('May 4, 1977')],
    [
      'hearings of two sessions',
      hearing('May 3, 1977'),
      hearing('May 3, 1977', 'Ninety-fifth Congress, second session'),
    ],
    [
      'the tracts of two cities',
      '$a1970 census of population and housing.$pCensus tracts.$pDenver, Colo., standard metropolitan statistical area.',
      '$a1970 census of population and housing.$pCensus tracts.$pDover, Del., standard metropolitan statistical area.',
    ],
    [
      'a state in the last of several parts, and its neighbour',
      '$a1970 census of population and housing.$pCensus tracts.$pVirginia.',
      '$a1970 census of population and housing.$pCensus tracts.$pWest Virginia.',
    ],
    ['ordinals in words', '$aTwenty-first annual meeting.', '$aTwenty-second annual meeting.'],
  ])('finding M1: %s', (_, one, two) => {
    expect(isMerged(report, one, two)).toBe(false);
    expect(isMerged(report, one, one)).toBe(true);
  });

  it.each([
    ['an ordinal in words or in figures', '$aTwenty-first annual meeting.', '$a21st annual meeting.'],
    ['a congress in words or in figures', hearing('May 3, 1977'), hearing('May 3, 1977', '95th Congress, 1st session')],
    ['a typing error in a long word', '$aGeology of the sedimentary basins.', '$aGeology of the sedimentery basins.'],
    ['an article within the title', '$aGeology of the lower basins.', '$aGeology of lower basins.'],
    ['initials written apart or together', '$aGeology of the U.S.A. today.', '$aGeology of the USA today.'],
  ])('finding M1: %s is the same', (_, one, two) => {
    expect(isMerged(report, one, two)).toBe(true);
  });
});

const war: Media = {
  kind: 'am',
  date: '1973',
  language: 'rus',
  country: 'ru',
  fields: {
    '020': '$a0141439580',
    '035': '$a(OCoLC)52000001',
    100: '$6880-01$aTolstoĭ, Lev,$d1828-1910.',
    245: '$6880-02$aVoĭna i mir /$cL.N. Tolstoĭ.',
    260: '$6880-03$aMoskva :$bKhudozhestvennai︠a︡ literatura,$c1973.',
    300: '$a712 p. ;$c21 cm.',
    880: [
      '$6100-01/(N$aТолстой, Лев,$d1828-1910.',
      '$6245-02/(N$aВойна и мир /$cЛ.Н. Толстой.',
      '$6260-03/(N$aМосква :$bХудожественная литература,$c1973.',
    ],
  },
};
const original: Otherwise = {
  fields: {
    100: '$aТолстой, Лев,$d1828-1910.',
    245: '$aВойна и мир /$cЛ.Н. Толстой.',
    260: '$aМосква :$bХудожественная литература,$c1973.',
    880: [],
  },
};
const romanised: Otherwise = { fields: { 880: [] } };
const noNumbers = { '020': [], '035': [] };

describe('finding M2: a book in its script and romanised', () => {
  it('finding M2: merges by the 880 of the title, without any number, and shares a key', () => {
    const [one, two] = [{ fields: noNumbers }, { fields: { ...original.fields, ...noNumbers } }];
    expect(decideOn(war, one, two)).toMatchObject({ same: true });
    const keys = new Set(blockingKeys(featuresOf(war, one)));
    expect(blockingKeys(featuresOf(war, two)).some((key) => keys.has(key))).toBe(true);
  });

  it('finding M2: merges by a shared number where there is no 880, and says nothing about the titles', () => {
    const { same, because } = decideOn(war, romanised, original);
    expect({ same, because }).toEqual({
      same: true,
      because: ['same ISBN and OCLC number', 'same year', 'same pages'],
    });
  });

  it('finding M2: goes to a person where only a number joins it, and is separate without one', () => {
    const longer = { fields: { ...original.fields, 300: '$a698 p. ;$c21 cm.' } };
    expect(decideOn(war, romanised, longer)).toMatchObject({
      same: false,
      because: expect.arrayContaining(['titles in different scripts, which only a number joins']),
    });
    expect(
      decideOn(war, { fields: { ...noNumbers, 880: [] } }, { fields: { ...original.fields, ...noNumbers } }),
    ).toEqual({
      verdict: 'different',
      same: false,
      score: 0,
      because: ['titles in different scripts, and no number in common'],
    });
  });

  it('finding M2: another book in the same script does not merge, although it shares the number of the set', () => {
    const other = { fields: { ...original.fields, 245: '$aАнна Каренина /$cЛ.Н. Толстой.' } };
    expect(decideOn(war, {}, other)).toMatchObject({ same: false });
  });
});

describe('finding M3: 245 $h is obeyed', () => {
  it('finding M3: a microform in 245 $h and the printed book are separate, and the sentence is true', () => {
    const film = titled('$aGeology$h[microform].');
    expect(decideOn(report, {}, film)).toEqual({
      verdict: 'different',
      same: false,
      score: 0,
      because: ['one is micro, the other print'],
    });
  });
});

const novel: Media = {
  kind: 'am',
  date: '1994',
  fields: {
    100: '$aOrrell, Tamsin.',
    245: '$aThe weir keeper /$cTamsin Orrell.',
    260: '$aNew York :$bFarrar, Straus,$c1994.',
    300: '$a279 p. ;$c24 cm.',
  },
};

describe('finding M4: British and American editions, and later ordinals', () => {
  it('finding M4: publishers and countries that differ go to a person', () => {
    const british: Otherwise = { country: 'enk', fields: { 260: '$aLondon :$bJonathan Cape,$c1994.' } };
    expect(decideOn(novel, {}, british)).toMatchObject({
      verdict: 'ask',
      because: expect.arrayContaining(['publishers and countries differ']),
    });
  });

  it('finding M4: two states of one country are no other countries', () => {
    const moved: Otherwise = { country: 'mau', fields: { 260: '$aBoston :$bFarrar, Straus,$c1994.' } };
    expect(decideOn(novel, {}, moved).because).not.toContain('publishers and countries differ');
  });

  it.each([
    ['Twenty-first edition', 21],
    ['21st ed.', 21],
    ['Thirtieth, revised edition', 30],
    ['Ninety-ninth ed.', 99],
    ['One hundred and third edition', 103],
  ])('finding M4: reads the edition of %s', (text, number) => {
    expect(editionOf(text).number).toBe(number);
  });

  it('finding M4: editions 21 and 22 in words are separate', () => {
    const [one, two] = ['$aTwenty-first edition.', '$aTwenty-second edition.'].map((text) => ({
      fields: { 250: text },
    }));
    expect(decideOn(novel, one ?? {}, two ?? {}).because).toEqual(['different editions (21 and 22)']);
  });
});

const published = (publisher: string): Otherwise => ({ fields: { 260: `$aNew York :$b${publisher},$c1994.` } });

describe('finding M6: explanations are true', () => {
  it('finding M6: Pocket Books and Avon Books are not the same publisher', () => {
    const { because } = decideOn(novel, published('Pocket Books'), published('Avon Books'));
    expect(because).toContain('publishers differ');
    expect(because).not.toContain('same publisher');
  });

  it('finding M6: a series is no edition, and how many parts there are or which years they cover is no part', () => {
    expect(editionOf('2d series')).toEqual({ words: '2 series' });
    expect(['In three parts', 'Vols. 1660-', 'in 3 vols.'].map(partNumber)).toEqual(['', '', '']);
    expect(['Vol. II', 'v. 1660', 'Parts 1-3'].map(partNumber)).toEqual(['2', '1660', '1 3']);
  });

  it('finding M6: nothing is stated of numbers that neither or only one record has', () => {
    const number: Otherwise = { fields: { '020': '$a0141439580' } };
    for (const { because } of [decideOn(novel, {}, {}), decideOn(novel, number, {})])
      expect(because.filter((words) => /number|ISBN|only one/.test(words))).toEqual([]);
  });

  const name = fc.constantFrom(
    'pocket',
    'avon',
    'university chicago',
    'university',
    'harper',
    'harper row',
    'oxford university',
    'state',
    'orell fussli',
  );

  it('finding M6: "same publisher" is stated of equal names only, and a name is another way of writing one only by words of its own', () => {
    fc.assert(
      fc.property(name, name, (one, two) => {
        const base: MatchFeatures = { title: 'river survey', type: 'a', level: 'm', carrier: 'print' };
        const [a, b] = [
          { ...base, publisher: one },
          { ...base, publisher: two },
        ];
        const stated = remarks(compareFeatures(a, b), a, b);
        expect(stated.includes('same publisher')).toBe(one === two);
        if (containment(one, two) === 0) expect(stated).toContain('publishers differ');
        expect(publishersAlike(one, two)).toBe(publishersAlike(two, one));
      }),
    );
  });

  // What must be in both records for a sentence to be stated, and the comparison that it comes from.
  const STATED: readonly (readonly [RegExp, (a: MatchFeatures, b: MatchFeatures) => boolean])[] = [
    [/^same title$/, (a, b) => compareFeatures(a, b).titleAlike === 1],
    [/^same author$/, (a, b) => a.author !== undefined && a.author === b.author],
    [/^(?:author|authors) /, (a, b) => a.author !== undefined && b.author !== undefined && a.author !== b.author],
    [/^same year$/, (a, b) => compareFeatures(a, b).yearGap === 0],
    [/^years differ by /, (a, b) => (compareFeatures(a, b).yearGap ?? 0) > 0],
    [/^same pages$/, (a, b) => a.pages !== undefined && a.pages === b.pages],
    [/^pages differ by /, (a, b) => (compareFeatures(a, b).pageGap ?? 0) > 0],
    [/publisher/, (a, b) => a.publisher !== undefined && b.publisher !== undefined],
    [/^same publisher$/, (a, b) => a.publisher === b.publisher],
    [/series/, (a, b) => a.series !== undefined && b.series !== undefined],
    [/^same edition/, (a, b) => a.edition !== undefined && a.edition === b.edition],
    [/^same ISBN/, (a, b) => a.isbn?.some((one) => b.isbn?.includes(one)) === true],
    [/^other ISBN/, (a, b) => a.isbn !== undefined && b.isbn !== undefined],
  ];

  it('finding M6: every sentence on any two records is true of the comparison that counted', () => {
    fc.assert(
      fc.property(anyDescribedBook, anyDescribedBook, (one, two) => {
        const [a, b] = [matchFeatures(one), matchFeatures(two)];
        for (const words of remarks(compareFeatures(a, b), a, b))
          for (const [says, holds] of STATED) if (says.test(words)) expect([words, holds(a, b)]).toEqual([words, true]);
      }),
    );
  });

  it('finding M6: of two records that state only titles, nothing but the titles is stated', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('emma', 'the weir', 'works'),
        fc.constantFrom('emma', 'weirs', 'works'),
        (one, two) => {
          const brief = (title: string): MatchFeatures => ({ title, type: 'a', level: 'm', carrier: 'print' });
          expect(remarks(compareFeatures(brief(one), brief(two)), brief(one), brief(two))).toHaveLength(1);
          expect(isSame(brief(one), brief(two))).toBe(decide(brief(one), brief(two)).same);
        },
      ),
    );
  });
});
