import { aRecord, datafield } from '../../../test/builders/marc-records.ts';
import { audienceOf } from './audience.ts';

const coded = (code: string, leader?: string) =>
  audienceOf(aRecord([], { '008': `980131s1998    enk    ${code}      000 1 eng d` }, leader));
const about = (indicators: string, heading: string) => audienceOf(aRecord([datafield('650', indicators, heading)]));

test('the code of the audience decides, where the kind of material has one', () => {
  expect([...'abcj'].map((code) => coded(code))).toEqual(Array(4).fill('children'));
  expect([...'ef'].map((code) => coded(code))).toEqual(['adults', 'adults']);
  expect([...' dg|'].map((code) => coded(code))).toEqual(Array(4).fill(undefined));
  // Of a serial this position is the form of the original: a microfilm.
  expect(coded('a', '00000nas a2200000 a 4500')).toBeUndefined();
  expect(coded('j', '00000ngm a2200000 a 4500')).toBe('children');
});

test('without a code, headings for children and juvenile forms decide; a subject about young people does not', () => {
  expect(about(' 0', '$aRabbits$vJuvenile fiction.')).toBe('children');
  expect(about(' 1', '$aRabbits.')).toBe('children');
  expect(about(' 0', '$aJuvenile delinquency')).toBeUndefined();
  expect(about(' 0', '$aChildren$vJuvenile literature$xHistory and criticism')).toBeUndefined();
  expect(about(' 0', '$aRabbits')).toBeUndefined();
});
