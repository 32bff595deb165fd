import { aDocument } from '../../../../test/builders/index-document.ts';
import { workKeyOf } from './work-key.ts';

const emma = { title: 'Emma', author: 'Austen, Jane, 1775-1817' };
const keyOfOne = (over: Partial<Parameters<typeof aDocument>[0]>): string => workKeyOf(aDocument({ ...emma, ...over }));

test('editions differ in year, form and subtitle, and are one work', () => {
  expect(keyOfOne({ recordId: 'a', year: 1816 })).toBe(
    keyOfOne({ recordId: 'b', format: 'ebook', title: 'Emma : a novel' }),
  );
});

test.each([
  ['another language', { languages: ['ger'] }],
  ['another author', { author: 'Smith, Jane' }],
  ['a part', { title: 'Emma : volume 2', titleProper: 'Emma' }],
])('%s is another work', (_, over) => expect(keyOfOne(over)).not.toBe(keyOfOne({})));

test('a journal and a record without an author have no work key', () => {
  expect(keyOfOne({ recordId: 'a', format: 'journal' })).toBe('a');
  expect(workKeyOf(aDocument({ recordId: 'b', title: 'Emma' }))).toBe('b');
});
