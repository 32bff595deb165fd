import { compareFeatures } from './compare.ts';
import type { MatchFeatures } from './features.ts';

const book: MatchFeatures = { title: 'river survey', type: 'a', level: 'm', carrier: 'print' };
const compare = (one: Partial<MatchFeatures>, two: Partial<MatchFeatures>) =>
  compareFeatures({ ...book, ...one }, { ...book, ...two });

describe('a comparison', () => {
  it.each<[string, Partial<MatchFeatures>, Partial<MatchFeatures>, number | undefined]>([
    ['a decade and a year in it', { date1: '189u' }, { date1: '1894' }, 0],
    [
      'an imprint without a year whose decade 008 states, and a year in it',
      { doubtful: true, date1: '1890' },
      { date1: '1897' },
      0,
    ],
    ['the same with a century', { doubtful: true, date1: '1900' }, { date1: '1977' }, 0],
    ['a whole year in brackets', { doubtful: true, date1: '1890', years: [1890] }, { date1: '1897' }, 7],
    ['a doubtful span and a year after it', { dateType: 'q', date1: '1890', date2: '1899' }, { date1: '1902' }, 3],
    ['a reissue and the year of its first', { dateType: 'r', date1: '1926', date2: '1913' }, { date1: '1913' }, 0],
    ['a set still coming out', { dateType: 'm', date1: '1926', date2: '9999' }, { date1: '1930' }, 4],
    ['two years', { date1: '1902' }, { date1: '1913' }, 11],
    ['one that says nothing', {}, { date1: '1913' }, undefined],
  ])('returns the minimum distance of years: %s', (_, one, two, gap) => {
    expect(compare(one, two).possibleYears).toBe(gap);
    expect(compare(two, one).possibleYears).toBe(gap);
  });

  it.each<[string, string, number]>([
    ['1914-18', '1914-1918', 0],
    ['l945', '1945', 0],
    ['1660', '1666', 1],
    ['1660', 'no year', 0],
  ])('counts numbers that only one title has on both sides: %s, %s', (one, two, odd) => {
    expect(compare({ rest: one.replace('-', ' ') }, { rest: two.replace('-', ' ') }).titleNumbersOdd).toBe(odd);
  });

  it('does not count a corporate body against a title that the other record has in its heading', () => {
    const one = { rest: 'finance committee hearings', author: 'united states' };
    const two = { rest: 'hearings june', author: 'united states finance committee' };
    expect(compare(one, two)).toMatchObject({ titleOddBoth: 1, titleBeyondBoth: 0 });
    expect(compare(one, { ...two, author: 'united states' }).titleBeyondBoth).toBe(1);
  });

  it('distinguishes congresses that share generic words', () => {
    const one = { author: 'international conference on lattice defects' };
    const two = { author: 'white house conference on narcotics' };
    expect(compare(one, two).authorOddBoth).toBe(3);
    expect(compare(one, one).authorOddBoth).toBe(0);
  });

  it('distinguishes publishers and places, more strongly where the page counts differ', () => {
    const [leeds, boston] = [
      { publisher: 'harbour', place: 'leeds', pages: 312 },
      { publisher: 'beacon', place: 'boston', pages: 312 },
    ];
    expect(compare(leeds, leeds).elsewhere).toBe(0);
    expect(compare(leeds, boston).elsewhere).toBe(1);
    expect(compare(leeds, { ...boston, pages: 320 }).elsewhere).toBe(2);
  });
});
