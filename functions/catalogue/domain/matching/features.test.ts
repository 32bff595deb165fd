import * as fc from 'fast-check';
import { describedBook } from '../../../../test/builders/described-book.ts';
import { anyRecord, aRecord, datafield } from '../../../../test/builders/marc-records.ts';
import { carrierOf } from './carrier.ts';
import { editionOf } from './edition.ts';
import { extentOf } from './extent.ts';
import { matchFeatures } from './features.ts';

describe('match features', () => {
  it('contain what a pair decision needs, folded, and only data of the record', () => {
    const record = describedBook({
      title: '$aThe dyeing of paper pulp :$ba practical treatise /$cby Julius Erfurt ; translated by Julius Hübner.',
      author: '$aErfurt, Julius.',
      edition: '$a2nd rev. ed.',
      imprint: '$aLondon :$bScott, Greenwood and Co.,$c1901.',
      extent: '$axiii, [1], 180 pages :$billustrations ;$c26 1/2 cm',
      isbn: ['0141439580 (pbk.)', '9780141439587'],
      series: '$aTreatises on paper ;$vv. IV',
      date1: '1901',
    });
    expect(matchFeatures(record)).toEqual({
      title: 'dyeing of paper pulp',
      type: 'a',
      level: 'm',
      carrier: 'print',
      rest: 'a practical treatise',
      by: 'by julius erfurt translated by julius hubner',
      translators: 'julius hubner',
      author: 'erfurt julius',
      entered: '900101',
      dateType: 's',
      date1: '1901',
      extent: 'xiii 1 180 pages illustrations',
      illustrated: 'illu',
      country: 'enk',
      language: 'eng',
      publisher: 'scott greenwood',
      place: 'london',
      years: [1901],
      pages: 180,
      numbers: [13, 1, 180],
      height: 26,
      series: 'treatises on paper',
      seriesNumber: '4',
      edition: 2,
      editionWords: 'rev',
      isbn: ['9780141439587'],
    });
  });

  it('ignore the control number, the date of the last change and local fields', () => {
    const local = [datafield('901', '  ', '$a17$bours')];
    const [one, two] = [
      aRecord([datafield('245', '10', '$aEmma.')], { '001': 'a1', '005': '20200101000000.0' }),
      aRecord([datafield('245', '10', '$aEmma.'), ...local], { '001': 'b2', '005': '20260101000000.0' }),
    ];
    expect(matchFeatures(one)).toEqual(matchFeatures(two));
  });

  it('read pages from $b, a series number from $a, and whether a date is uncertain', () => {
    const book = (imprint: string) =>
      matchFeatures(
        describedBook({
          title: '$aField notes.',
          imprint,
          extent: '$aiv p., 1 l., $b218 p. illus. $c20 cm.',
          series: '$aRC 77-C ; 47',
        }),
      );
    expect(book('$aLeeds :$bHarbour Press,$c[1932?]')).toMatchObject({
      pages: 218,
      numbers: [4, 1, 218],
      seriesNumber: '47',
      doubtful: true,
    });
    expect(book('$aLeeds :$bHarbour Press,$c1932.').doubtful).toBeUndefined();
  });

  it('are plain JSON for any record', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const features = matchFeatures(record);
        expect(JSON.parse(JSON.stringify(features))).toEqual(features);
      }),
    );
  });
});

describe('a carrier', () => {
  const book = (codes: Record<string, string>, ...more: ReturnType<typeof datafield>[]) =>
    carrierOf(aRecord([datafield('245', '10', '$aEmma.'), ...more], codes)).carrier;

  it('is print when the term is “volume” and the code is online', () => {
    expect(book({}, datafield('300', '  ', '$a89 pages ;$c28 cm.'), datafield('338', '  ', '$avolume$bcr'))).toBe(
      'print',
    );
  });

  it('is print for a measured book with the 007 of its online copy', () => {
    expect(book({ '007': 'cr ||||' }, datafield('300', '  ', '$a89 pages ;$c28 cm.'))).toBe('print');
  });

  it('is micro where the form of item is microform, although another carrier is named', () => {
    expect(
      book({ '008': `${' '.repeat(23)}b${' '.repeat(16)}` }, datafield('338', '  ', '$aonline resource$bcr')),
    ).toBe('micro');
  });

  it('is online by its terms where there is no code', () => {
    expect(book({})).toBe('print');
    expect(carrierOf(aRecord([datafield('245', '10', '$aEmma$h[electronic resource]')])).carrier).toBe('online');
    expect(book({}, datafield('300', '  ', '$a1 online resource (89 p.)'))).toBe('online');
  });
});

describe('extents and editions', () => {
  it.each([
    ['xiv, 375 p.', { pages: 375, numbers: [14, 375] }],
    ['2 v.', { volumes: 2, numbers: [2] }],
    ['v.', { open: true, numbers: [] }],
    ['1 online resource (xviii, 49 pages)', { pages: 49, numbers: [18, 49] }],
    ['4 p.l., 172 p.', { pages: 172, numbers: [4, 172] }],
  ])('reads the extent %s', (text, extent) => {
    expect(extentOf(text)).toEqual(extent);
  });

  it.each([
    ['[1st American ed.]', { number: 1, words: 'americ' }],
    ['Third, revised edition.', { number: 3, words: 'revise' }],
    ['3., erw. Aufl.', { number: 3, words: 'erw' }],
    ['New ed.', { words: 'new' }],
    ['58th thousand', { impression: 58, words: 'thousa' }],
    ['2nd ed., 3rd printing', { number: 2, words: '3' }],
  ])('reads the edition %s', (text, edition) => {
    expect(editionOf(text)).toEqual(edition);
  });
});
