import { datafield } from '../../../../test/builders/marc-records.ts';
import { applySteps } from './apply-steps.ts';
import { fieldMeets, type Patterns } from './field-condition.ts';
import { badPattern, type RecordStep } from './record-steps.ts';

const patterns: Patterns = {
  matches: (text, pattern) => new RegExp(pattern, 'u').test(text),
  replaced: (text, pattern, by) => text.replace(new RegExp(pattern, 'gu'), by),
};
const fields = [
  datafield('245', '10', '$aCooking at home$hsound recording'),
  datafield('650', ' 0', '$aCookery$zItaly'),
  datafield('650', ' 7', '$aCookery$2fast'),
  datafield('856', '40', '$uhttp://old.example.org/1'),
];
const after = (...steps: RecordStep[]): string[] =>
  applySteps({ leader: '', control: [], data: fields }, steps, patterns).data.map(
    ({ tag, ind1, ind2, subfields }) =>
      `${tag} ${ind1}${ind2} ${subfields.map(({ code, value }) => `$${code}${value}`).join('')}`,
  );
const before = after();

test.each<[string, RecordStep, string[]]>([
  [
    'a field is added in the order of tags',
    { do: 'add-field', tag: '590', ind1: ' ', ind2: ' ', subfields: [{ code: 'a', value: 'Gift.' }] },
    before.toSpliced(1, 0, '590    $aGift.'),
  ],
  ['fields are deleted', { do: 'delete-field', tag: '650' }, before.toSpliced(1, 2)],
  [
    'only a field that meets the condition is deleted',
    { do: 'delete-field', tag: '650', where: { tag: '650', code: '2', is: 'equals', value: 'fast' } },
    before.toSpliced(2, 1),
  ],
  [
    'a record that does not meet the condition stays',
    { do: 'delete-field', tag: '650', where: { tag: '020', is: 'has' } },
    before,
  ],
  [
    'a record without a field gets another one',
    { do: 'delete-field', tag: '856', where: { tag: '020', is: 'lacks' } },
    before.slice(0, 3),
  ],
  [
    'text is replaced in all subfields, as it is written',
    { do: 'replace-text', tag: '856', find: 'http://old.', by: 'https://new.', pattern: false },
    before.with(3, '856 40 $uhttps://new.example.org/1'),
  ],
  [
    'a pattern moves its groups',
    { do: 'replace-text', tag: '245', code: 'h', find: '^(\\w+) (\\w+)$', by: '[$2 of $1]', pattern: true },
    before.with(0, '245 10 $aCooking at home$h[recording of sound]'),
  ],
  [
    'a subfield gets a value where a subfield is missing',
    {
      ...{ do: 'set-subfield', tag: '650', code: 'a', value: 'Cooking' },
      where: { tag: '650', code: '2', is: 'lacks' },
    },
    before.with(1, '650  0 $aCooking$zItaly'),
  ],
  [
    'a subfield is added once',
    { do: 'add-subfield', tag: '650', code: 'z', value: 'Italy' },
    before.with(2, '650  7 $aCookery$2fast$zItaly'),
  ],
  ['a field that loses its last subfield goes', { do: 'delete-subfield', tag: '856', code: 'u' }, before.slice(0, 3)],
  [
    'an indicator is changed',
    { do: 'set-indicator', tag: '856', place: 2, value: '1' },
    before.with(3, '856 41 $uhttp://old.example.org/1'),
  ],
])('%s', (_, step, expected) => {
  expect(after(step)).toEqual(expected);
  // Repeated steps change nothing more.
  if (step.do !== 'replace-text') expect(after(step, step)).toEqual(expected);
});

test('a condition without a subfield looks into all of them; a bad pattern is found before anything is read', () => {
  const [, italy] = fields;
  const meets = (value: string) => italy && fieldMeets(italy, { tag: '650', is: 'contains', value }, patterns);
  expect([meets('Ital'), meets('Spain')]).toEqual([true, false]);
  const step: RecordStep = { do: 'replace-text', tag: '245', find: '(a', by: '', pattern: true };
  expect(badPattern({ numbers: ['1'] }, [step])).toBe('(a');
  expect(badPattern({ numbers: ['1'] }, [{ ...step, pattern: false }])).toBeUndefined();
  expect(badPattern({ where: { tag: '245', is: 'matches', value: '[' } }, [])).toBe('[');
});
