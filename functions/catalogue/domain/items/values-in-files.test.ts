import fc from 'fast-check';
import { type CopyValues, type FileValues, fileValuesWhenSet, passedOver, valuesAfterLoad } from './values-in-files.ts';

const copy = (location: string, category = 'book', callNumber = 'QA76'): CopyValues => ({
  location,
  category,
  callNumber,
});
type Copy = CopyValues & { fileValues?: FileValues };
const set = (before: Copy, to: Partial<CopyValues>): Copy => {
  const { fileValues: _, ...values } = { ...before, ...to };
  return { ...values, ...fileValuesWhenSet(before, values) };
};

test('a value set by staff remains until the file contains a new value, value by value', () => {
  const set1 = set(copy('STACKS'), { location: 'Attic', category: 'book-7day' });
  expect(set1).toEqual({ ...copy('Attic', 'book-7day'), fileValues: { location: 'STACKS', category: 'book' } });
  const again = valuesAfterLoad(set1, copy('STACKS'));
  expect(again).toEqual(set1);
  expect(passedOver(again)).toEqual([
    { fromFile: 'STACKS', stands: 'Attic' },
    { fromFile: 'book', stands: 'book-7day' },
  ]);
  const moved = valuesAfterLoad(again, copy('ANNEX'));
  expect(moved).toEqual({ ...copy('ANNEX', 'book-7day'), fileValues: { category: 'book' } });
});

test('once the file agrees, or staff restore the value, nothing is stored', () => {
  const attic = set(copy('STACKS'), { location: 'Attic' });
  expect(valuesAfterLoad(attic, copy('Attic'))).toEqual(copy('Attic'));
  expect(set(attic, { location: 'STACKS' })).toEqual(copy('STACKS'));
  expect(valuesAfterLoad(valuesAfterLoad(attic, copy('Attic')), copy('STACKS'))).toEqual(copy('STACKS'));
  expect(set(attic, { location: 'Vault' })).toEqual({ ...copy('Vault'), fileValues: { location: 'STACKS' } });
});

test('a copy older than these stored values follows its file', () =>
  expect(valuesAfterLoad(copy('Attic'), copy('STACKS'))).toEqual(copy('STACKS')));

test('an empty value is a value', () => {
  const emptied = set(copy('STACKS'), { location: '' });
  expect(valuesAfterLoad(emptied, copy('STACKS'))).toEqual({ ...copy(''), fileValues: { location: 'STACKS' } });
  const named = set(copy(''), { location: 'Attic' });
  expect(valuesAfterLoad(named, copy(''))).toEqual({ ...copy('Attic'), fileValues: { location: '' } });
});

test('in any order of changes, each value is the latest new value of either side', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('staff', 'file'), fc.constantFrom('', 'a', 'b')), { maxLength: 12 }),
      (steps) => {
        let is: Copy = copy('a');
        let [stands, fromFile] = ['a', 'a'];
        for (const [who, location] of steps) {
          is = who === 'staff' ? set(is, { location }) : valuesAfterLoad(is, copy(location));
          if (who === 'staff' || location !== fromFile) stands = location;
          if (who === 'file') fromFile = location;
          expect([is.location, is.fileValues?.location ?? is.location]).toEqual([stands, fromFile]);
        }
      },
    ),
    { numRuns: 200 },
  ));
