import fc from 'fast-check';
import { type FileWords, passedOver, type SaidOfCopy, wordsAfterLoad, wordsWhenSet } from './values-in-files.ts';

const copy = (location: string, category = 'book', callNumber = 'QA76'): SaidOfCopy => ({
  location,
  category,
  callNumber,
});
type Copy = SaidOfCopy & { fileSaid?: FileWords };
const set = (before: Copy, to: Partial<SaidOfCopy>): Copy => {
  const { fileSaid: _, ...values } = { ...before, ...to };
  return { ...values, ...wordsWhenSet(before, values) };
};

test('what staff set stands until the file says something new, value by value', () => {
  const set1 = set(copy('STACKS'), { location: 'Attic', category: 'book-7day' });
  expect(set1).toEqual({ ...copy('Attic', 'book-7day'), fileSaid: { location: 'STACKS', category: 'book' } });
  const again = wordsAfterLoad(set1, copy('STACKS'));
  expect(again).toEqual(set1);
  expect(passedOver(again)).toEqual([
    { said: 'STACKS', stands: 'Attic' },
    { said: 'book', stands: 'book-7day' },
  ]);
  const moved = wordsAfterLoad(again, copy('ANNEX'));
  expect(moved).toEqual({ ...copy('ANNEX', 'book-7day'), fileSaid: { category: 'book' } });
});

test('where the file comes to agree, or staff put it back, nothing is remembered', () => {
  const attic = set(copy('STACKS'), { location: 'Attic' });
  expect(wordsAfterLoad(attic, copy('Attic'))).toEqual(copy('Attic'));
  expect(set(attic, { location: 'STACKS' })).toEqual(copy('STACKS'));
  expect(wordsAfterLoad(wordsAfterLoad(attic, copy('Attic')), copy('STACKS'))).toEqual(copy('STACKS'));
  expect(set(attic, { location: 'Vault' })).toEqual({ ...copy('Vault'), fileSaid: { location: 'STACKS' } });
});

test('a copy of before there was this memory follows its file', () =>
  expect(wordsAfterLoad(copy('Attic'), copy('STACKS'))).toEqual(copy('STACKS')));

test('an empty word is a word', () => {
  const emptied = set(copy('STACKS'), { location: '' });
  expect(wordsAfterLoad(emptied, copy('STACKS'))).toEqual({ ...copy(''), fileSaid: { location: 'STACKS' } });
  const named = set(copy(''), { location: 'Attic' });
  expect(wordsAfterLoad(named, copy(''))).toEqual({ ...copy('Attic'), fileSaid: { location: '' } });
});

test('whatever comes in whatever order, each value is the last new word of either side', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('staff', 'file'), fc.constantFrom('', 'a', 'b')), { maxLength: 12 }),
      (steps) => {
        let is: Copy = copy('a');
        let [stands, heard] = ['a', 'a'];
        for (const [who, location] of steps) {
          is = who === 'staff' ? set(is, { location }) : wordsAfterLoad(is, copy(location));
          if (who === 'staff' || location !== heard) stands = location;
          if (who === 'file') heard = location;
          expect([is.location, is.fileSaid?.location ?? is.location]).toEqual([stands, heard]);
        }
      },
    ),
    { numRuns: 200 },
  ));
