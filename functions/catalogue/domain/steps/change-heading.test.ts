import { datafield } from '../../../../test/builders/marc-records.ts';
import { headingChanged } from './change-heading.ts';
import type { RecordStep } from './record-steps.ts';

type HeadingStep = Extract<RecordStep, { do: 'change-heading' }>;

const line = ({ tag, ind1, ind2, subfields }: ReturnType<typeof datafield>): string =>
  `${tag} ${ind1}${ind2} ${subfields.map(({ code, value }) => `$${code}${value}`).join('')}`;
const cooking: HeadingStep = {
  ...{ do: 'change-heading', list: 'subject', heading: 'Cookery', number: '(DLC)sh1' },
  field: {
    ...{ tag: '150', ind1: ' ', ind2: ' ', number: '(DLC)sh2', vocabulary: '0' },
    subfields: [{ code: 'a', value: 'Cooking' }],
  },
};
const twain: HeadingStep = {
  ...{ do: 'change-heading', list: 'author', heading: 'Clemens, Samuel' },
  field: {
    ...{ tag: '100', ind1: '1', ind2: ' ', number: '(DLC)n1', vocabulary: '0' },
    subfields: [
      { code: 'a', value: 'Twain, Mark,' },
      { code: 'd', value: '1835-1910' },
    ],
  },
};

test.each<[string, HeadingStep, ReturnType<typeof datafield>, string]>([
  ['by its text', cooking, datafield('650', ' 4', '$acookery.'), '650  0 $aCooking$0(DLC)sh2'],
  [
    'with its subdivisions',
    cooking,
    datafield('650', ' 7', '$aCookery$zItaly$vHandbooks$2local$0(DLC)sh1'),
    '650  0 $aCooking$zItaly$vHandbooks$0(DLC)sh2',
  ],
  ['by its number', cooking, datafield('650', ' 0', '$aFood preparation$0(DLC)sh1'), '650  0 $aCooking$0(DLC)sh2'],
  ['not another heading', cooking, datafield('650', ' 0', '$aCookery, Italian'), '650  0 $aCookery, Italian'],
  ['not a name', cooking, datafield('700', '1 ', '$aCookery'), '700 1  $aCookery'],
  [
    'a name before its title and role',
    twain,
    datafield('700', '02', '$iContains:$aClemens, Samuel.$tTom Sawyer$eauthor$0old'),
    '700 12 $iContains:$aTwain, Mark,$d1835-1910$tTom Sawyer$eauthor$0(DLC)n1',
  ],
  [
    'a main entry',
    twain,
    datafield('100', '1 ', '$aClemens, Samuel,$eauthor.'),
    '100 1  $aTwain, Mark,$d1835-1910$eauthor.$0(DLC)n1',
  ],
  [
    'a heading with subdivisions as a whole',
    { ...cooking, heading: 'Cookery -- Italy' },
    datafield('650', ' 0', '$aCookery$zItaly'),
    '650  0 $aCooking$0(DLC)sh2',
  ],
])('a changed heading is carried into a field: %s', (_, step, field, after) => {
  const changed = headingChanged(field, step);
  expect(line(changed)).toBe(after);
  expect(headingChanged(changed, step)).toEqual(changed);
});
