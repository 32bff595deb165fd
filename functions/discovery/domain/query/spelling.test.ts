import { plainSearch } from './search-parameters.ts';
import { likeliest, rewordings, spellingAsked } from './spelling.ts';

test('a missing term is replaced by each of its similar spellings, the others stay', () => {
  const spellings = [
    { word: 'hary', options: ['mary', 'harry'] },
    { word: 'potter', options: [] },
  ];
  expect(rewordings('Hary Potter', spellings)).toEqual(['mary potter', 'harry potter']);
  expect(rewordings('harry potter', [{ word: 'harry', options: [] }])).toEqual([]);
});

test('the number of attempts is limited, however many terms are missing', () => {
  const spellings = Array.from({ length: 10 }, (_, i) => ({
    word: `wo${'x'.repeat(i + 2)}`,
    options: ['a', 'b', 'c'],
  }));
  expect(rewordings(spellings.map(({ word }) => word).join(' '), spellings).length).toBe(16);
});

test('the correction with most hits is the likeliest, the closest of equals; none when there are no hits', () => {
  expect(likeliest(['a', 'b', 'c'], [1, 3, 3])).toBe('b');
  expect(likeliest(['a'], [0])).toBeUndefined();
});

test('numbers, short terms and CJK terms are not corrected', () => {
  expect(spellingAsked(plainSearch('war 1984 红楼梦'))).toBeUndefined();
  expect(spellingAsked(plainSearch('9780141439518', { scope: 'identifier' }))).toBeUndefined();
  expect(spellingAsked(plainSearch('the poter books'))).toMatchObject({ text: 'poter books' });
});
