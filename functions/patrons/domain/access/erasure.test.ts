import fc from 'fast-check';
import { patronsNamed } from './erasure.ts';

const ids = [
  'pat_01kb8dzd9zaaaaaaaaaaaaaaaa',
  'pat_01kb8dzd9zaaaaaaaaaaaaaaab',
  'pat_01kb8dzd9zaaaaaaaaaaaaaaa',
  'pat_01kb8dzd9zbbbbbbbbbbbbbbbb',
];
const piece = fc.constantFrom(...ids, 'pat_', 'pat', '_', '#', 'PATRON#', 'x', '"', '\\', 'é');
const text = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
const row = fc.object({ key: text, values: [text, fc.integer(), fc.constant(null)], maxDepth: 3 });

test('a row names exactly those patrons whose id stands anywhere in a text or in the name of a field', () => {
  const named = patronsNamed(ids);
  fc.assert(
    fc.property(row, (one) => {
      const wanted = ids.filter((id) => JSON.stringify(one).includes(id));
      expect(named(one).toSorted()).toEqual(wanted.toSorted());
    }),
  );
});

test('bytes name nobody, and an id that is no patron’s is refused, because it would not be found', () => {
  const [id = ''] = ids;
  expect(patronsNamed(ids)({ pk: 'SOURCE#1', data: Buffer.from(id), list: [Buffer.from(id)] })).toEqual([]);
  expect(() => patronsNamed([id, 'stf_01kb8dzd9zaaaaaaaaaaaaaaaa'])).toThrow('ids of patrons');
});
