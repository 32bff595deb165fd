import { aRecord, datafield } from '../../../test/builders/marc-records.ts';
import { describeRecord } from './description.ts';

const fixed = '960806s1997    nyu           000 1 eng  ';

describe('describing a record', () => {
  it('returns what the catalogue shows and indexes', () => {
    const record = aRecord(
      [
        datafield('010', '  ', '$a   96017362 /AC'),
        datafield('020', '  ', '$a0-679-45004-1 (acid-free paper) :$c$25.00'),
        datafield('020', '  ', '$z9780306406157 (ebook)'),
        datafield('020', '  ', '$a123456789'),
        datafield('035', '  ', '$a(OCoLC)ocm00346128'),
        datafield('035', '  ', '$a(Sirsi) u1'),
        datafield('041', '1 ', '$aengyid$hger'),
        datafield('100', '1 ', '$6880-01$aKarpeles, Gustav,$d1848-1909.$eauthor.'),
        datafield('240', '10', '$aGeschichte.$lEnglish'),
        datafield('245', '14', '$6880-02$aThe history :$ba story.$nPart 1 /$cGustav Karpeles ; edited by X. Y.'),
        datafield('246', '3 ', '$aHistory, the'),
        datafield('250', '  ', '$a2nd ed.'),
        datafield('264', ' 1', '$a[New York] :$bRandom House,$c[1997]'),
        datafield('264', ' 4', '$c©1996'),
        datafield('300', '  ', '$a639 p. ;$c25 cm.'),
        datafield('490', '1 ', '$aGreat works ;$v12'),
        datafield('505', '0 ', '$aOne -- Two.'),
        datafield('520', '  ', '$aAll of it.'),
        datafield('650', ' 0', '$aComic books, strips, etc.$xAuthorship$vFiction.'),
        datafield('700', '1 ', '$aHalperin, F.,$d1876-1945$4trl'),
        datafield('700', '12', '$aHeine, Heinrich.$tLorelei.'),
        datafield('856', '42', '$3Contents$uhttps://example.org/toc'),
        datafield('880', '1 ', '$6100-01/(2/r$aקארפעלעס, גוסטאוו'),
        datafield('880', '14', '$6245-02/(2/r$aגעשיכטע'),
        datafield('880', '  ', '$6505-00$aאיינס'),
      ],
      { '001': 'b1 ', '003': 'DLC', '008': fixed },
    );
    expect(describeRecord(record)).toEqual({
      localId: 'b1',
      titles: {
        title: 'The history : a story. Part 1',
        proper: 'The history',
        remainder: 'a story',
        part: 'Part 1',
        withoutArticle: 'history : a story. Part 1',
        responsibility: 'Gustav Karpeles ; edited by X. Y.',
        originalScript: ['געשיכטע'],
        variants: ['Geschichte. English', 'History, the', 'Lorelei'],
      },
      mainName: {
        kind: 'person',
        name: 'Karpeles, Gustav, 1848-1909',
        roles: ['author'],
        originalScript: 'קארפעלעס, גוסטאוו',
        parts: { enteredUnder: 'surname', heading: 'Karpeles, Gustav', dates: '1848-1909', titles: [] },
      },
      addedNames: [
        {
          ...{ kind: 'person', name: 'Halperin, F., 1876-1945', roles: ['trl'] },
          parts: { enteredUnder: 'surname', heading: 'Halperin, F.', dates: '1876-1945', titles: [] },
        },
        {
          ...{ kind: 'person', name: 'Heine, Heinrich', roles: [], work: 'contained' },
          parts: { enteredUnder: 'surname', heading: 'Heine, Heinrich', titles: [] },
        },
      ],
      subjects: ['Comic books, strips, etc. -- Authorship -- Fiction'],
      series: ['Great works ; 12'],
      contents: ['One -- Two'],
      summaries: ['All of it'],
      edition: '2nd ed.',
      extent: '639 p. ; 25 cm',
      publication: { places: ['New York'], publishers: ['Random House'], dateText: '[1997]', year: 1997 },
      languages: ['eng', 'yid'],
      format: 'book',
      isOnline: false,
      identifiers: {
        isbn13: ['9780679450047'],
        relatedIsbn13: ['9780306406157'],
        invalidIsbn: ['123456789'],
        issn: [],
        issnL: [],
        oclc: ['346128'],
        lccn: ['96017362'],
        otherSystem: ['(Sirsi) u1'],
      },
      links: [{ url: 'https://example.org/toc', label: 'Contents', isFullText: false }],
      otherOriginalScript: ['איינס'],
    });
  });

  it('describes an empty record', () => {
    expect(describeRecord(aRecord([]))).toMatchObject({
      titles: { title: '', withoutArticle: '', variants: [] },
      addedNames: [],
      publication: { places: [], publishers: [] },
      languages: [],
      format: 'book',
    });
  });

  it.each([
    ['L’étranger', '12', 'étranger'],
    ['Thesaurus', '14', 'Thesaurus'],
    ['"The" end', '15', 'end'],
    ['The A-team', '14', 'A-team'],
    ['Los Angeles noir', '10', 'Los Angeles noir'],
    ['A is for alibi', '10', 'A is for alibi'],
    ['O pioneers!', '10', 'O pioneers!'],
    ['The brain', '10', 'brain'],
    ['[The brain]', '10', 'brain]'],
    ['The brain', '1 ', 'brain'],
    ['Die Verwandlung', '1|', 'Verwandlung'],
    ['Le 18 brumaire', '1 ', '18 brumaire'],
    ['An', '1 ', 'An'],
  ])(
    'removes the article from %s (245 %s) only where the count fits, or where there is none',
    (title, indicators, sorted) => {
      expect(describeRecord(aRecord([datafield('245', indicators, `$a${title}`)])).titles.withoutArticle).toBe(sorted);
    },
  );

  it.each([
    ['a single year', 's19971998', { year: 1997 }],
    ['a span under way', 'c19519999', { year: 1951, endYear: 9999 }],
    ['a decade', 's198u    ', { year: 1980 }],
    ['nothing coded', '|||||||||', { dateText: 'c2003', year: 2003 }],
    ['dates unknown', 'nuuuuuuuu', { dateText: 'c2003', year: 2003 }],
  ])('reads the year of %s', (_what, dates, expected) => {
    const record = aRecord([datafield('260', '  ', '$cc2003.')], { '008': `960806${dates}nyu           000 1 eng  ` });
    expect(describeRecord(record).publication).toEqual({ places: [], publishers: [], dateText: 'c2003', ...expected });
  });
});
