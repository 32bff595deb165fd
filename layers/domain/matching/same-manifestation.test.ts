import * as fc from 'fast-check';
import { anyDescribedBook, type Description, describedBook } from '../../../test/builders/described-book.ts';
import { datafield } from '../../../test/builders/marc-records.ts';
import { matchFeatures } from './features.ts';
import { decide, isSame } from './same-manifestation.ts';

const emma: Description = {
  title: '$aEmma :$ba novel /$cby Jane Austen.',
  author: '$aAusten, Jane,$d1775-1817.',
  imprint: '$aLondon :$bPenguin Books,$c2003.',
  extent: '$axxxv, 474 p. ;$c20 cm.',
  isbn: ['9780141439587'],
  date1: '2003',
};
const decideOn = (a: Description, b: Description) =>
  decide(matchFeatures(describedBook(a)), matchFeatures(describedBook(b)));

describe('two records of one manifestation are the same', () => {
  it('whatever the punctuation, the capitals and the form of the ISBN', () => {
    const other = { ...emma, title: '$aEmma;$bA Novel$cBy Jane Austen', isbn: ['0-14-143958-0 (pbk.) :$c£5.99'] };
    expect(decideOn(emma, other)).toEqual({
      same: true,
      score: expect.any(Number),
      because: ['same ISBN', 'same title', 'same author', 'same year', 'same pages', 'same publisher'],
    });
  });

  it('whether diacritics are composed, decomposed or left out', () => {
    const stork: Description = {
      title: '$aÉtudes sur la Bohème française /$cpar Łukasz Dvořák.',
      author: '$aDvořák, Łukasz.',
      imprint: '$aParis :$bHachette,$c1931.',
      extent: '$a212 p. ;$c22 cm.',
      date1: '1931',
    };
    const decomposed = { ...stork, title: stork.title.normalize('NFD'), author: '$aDvořák, Łukasz.'.normalize('NFD') };
    const plain = {
      ...stork,
      title: '$aEtudes sur la Boheme francaise /$cpar Lukasz Dvorak.',
      author: '$aDvorak, Lukasz.',
    };
    expect([decideOn(stork, decomposed).same, decideOn(stork, plain).same, decideOn(decomposed, plain).same]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('without any number, when a few pages and the fullness of the name differ', () => {
    const { isbn: _, ...plain } = emma;
    const other = { ...plain, author: '$aAusten, J.', extent: '$a472 p.$c20 cm' };
    expect(decideOn(plain, other)).toMatchObject({
      same: true,
      because: expect.arrayContaining(['same title', 'pages differ by 2']),
    });
  });
});

describe('a brief record made at ordering', () => {
  it('joins the full one by its ISBN and title', () => {
    expect(decideOn(emma, { title: '$aEmma', isbn: ['0141439580'] })).toMatchObject({ same: true });
  });
});

describe('two records of different manifestations are kept apart, though they share an ISBN', () => {
  const apart: [string, Partial<Description>, string[]][] = [
    ['print and online', { form: 'o', extent: '$a1 online resource (474 p.)' }, ['one is online, the other print']],
    ['ordinary and large print', { form: 'd' }, ['one is large-print, the other print']],
    ['print and microfilm', { form: 'a' }, ['one is micro, the other print']],
    [
      'book and recording',
      { kind: 'im', extent: '$a12 audio discs' },
      ['one is audio, the other print', 'different kinds of material'],
    ],
    ['book and score', { kind: 'cm' }, ['different kinds of material']],
    ['book and serial', { kind: 'as' }, ['one is a serial or a part, the other is not']],
  ];
  it.each(apart)('%s', (_, change, because) => {
    expect(decideOn(emma, { ...emma, ...change })).toEqual({ same: false, score: 0, because });
  });

  it('second and third edition', () => {
    expect(decideOn({ ...emma, edition: '$a2nd ed.' }, { ...emma, edition: '$aThird, revised edition.' })).toEqual({
      same: false,
      score: 0,
      because: ['different editions (2 and 3)'],
    });
  });

  it('map revisions of two years', () => {
    expect(decideOn({ ...emma, edition: '$aRev. 1995.' }, { ...emma, edition: '$aRev. 1996.' })).toEqual({
      same: false,
      score: 0,
      because: ['editions of different years (1995 and 1996)'],
    });
  });

  it('two volumes of a set, however they are numbered, while one volume is itself', () => {
    const volume = (n: string) => ({ ...emma, title: `$aWorks of Jane Austen.$n${n}` });
    expect(decideOn(volume('v. 2'), volume('Vol. III'))).toEqual({
      same: false,
      score: 0,
      because: ['different parts (2 and 3)'],
    });
    expect(decideOn(volume('v. 2'), volume('Volume II')).same).toBe(true);
  });

  it('two documents whose government document numbers differ, whatever their titles share', () => {
    const document = (number: string) => {
      const record = describedBook({ ...emma, title: '$aFederal implementation guideline.' });
      return matchFeatures({ ...record, data: [...record.data, datafield('086', '0 ', `$a${number}`)] });
    };
    expect(decide(document('C 13.10:881-28'), document('C 13.10:881-29'))).toEqual({
      same: false,
      score: 0,
      because: ['different government document numbers'],
    });
    expect(decide(document('C 13.10:881-28'), document('C 13.10: 881-28')).same).toBe(true);
  });

  it('two titles of a set that carries one ISBN', () => {
    const persuasion = { ...emma, title: '$aPersuasion /$cby Jane Austen.' };
    expect(decideOn(emma, persuasion)).toEqual({ same: false, score: 0, because: ['titles differ'] });
  });

  it('two parts that only their titles tell apart', () => {
    const part = (p: string) => ({ ...emma, title: `$a1982 census of transportation.$pTruck inventory. ${p}` });
    expect(decideOn(part('Vermont'), part('Delaware'))).toEqual({
      same: false,
      score: 0,
      because: ['different part titles'],
    });
  });
});

describe('what is alike and yet another', () => {
  it('a later edition by another publisher, when neither is numbered', () => {
    const { isbn: _, ...plain } = emma;
    const other = {
      ...plain,
      imprint: '$aOxford :$bClarendon Press,$c1926.',
      date1: '1926',
      extent: '$a489 p. ;$c23 cm.',
    };
    const silent = { ...other, extent: '$ap. cm.' };
    expect(decideOn(plain, silent)).toMatchObject({
      same: false,
      because: expect.arrayContaining(['same title', 'years differ by 77']),
    });
  });

  it('an edition of the same year by another publisher, of another length', () => {
    const { isbn: _, ...plain } = emma;
    const oxford = { ...plain, imprint: '$aOxford :$bOxford University Press,$c2003.', extent: '$a437 p. ;$c20 cm.' };
    expect(decideOn(plain, oxford)).toEqual({ same: false, score: 0, because: ['publishers differ, and pages by 37'] });
  });

  it('an earlier and a later title of a serial, and a serial that began again', () => {
    const serial = (title: string, date1: string): Description => ({
      title,
      kind: 'as',
      dateType: 'c',
      date1,
      date2: '9999',
      imprint: '$aLondon :$bLibrary Association',
    });
    expect(decideOn(serial('$aLibrary world.', '1971'), serial('$aNew library world.', '1971')).because).toContain(
      'earlier or later title of a serial',
    );
    expect(decideOn(serial('$aLibrary world.', '1898'), serial('$aLibrary world.', '1971')).because).toEqual([
      'serials that begin in 1898 and 1971',
    ]);
  });

  it('a record without title matches nothing, itself neither', () => {
    const nothing = { ...emma, title: '$cby Jane Austen.' };
    expect(decideOn(nothing, nothing)).toEqual({ same: false, score: 0, because: ['a record without title'] });
  });
});

describe('for any two records', () => {
  it('the order of the two makes no difference, and asking again gives the same', () => {
    fc.assert(
      fc.property(anyDescribedBook, anyDescribedBook, (one, two) => {
        const [a, b] = [matchFeatures(one), matchFeatures(two)];
        const decision = decide(a, b);
        expect(decide(b, a)).toEqual(decision);
        expect(decide(matchFeatures(structuredClone(one)), b)).toEqual(decision);
        expect(isSame(a, b)).toBe(decision.same);
        expect(decision.because).not.toEqual([]);
      }),
    );
  });
});
