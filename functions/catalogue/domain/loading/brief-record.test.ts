import { describeRecord } from '../../../../layers/protocols/marc/description.ts';
import { checkRecord } from '../../../../layers/protocols/marc/rules/check-record.ts';
import { briefRecord } from './brief-record.ts';

test('a desk’s brief record says title and author, is abbreviated, and is sound', () => {
  const record = briefRecord('fast-1', { title: ' The harbour\u0000 at night ', author: 'Byrne, Ada' });
  const { titles, mainName } = describeRecord(record);
  expect([titles.title, mainName?.name]).toEqual(['The harbour at night', 'Byrne, Ada']);
  expect(record.leader.charAt(17)).toBe('3');
  const none = { leader: '', control: record.control, data: [] };
  expect(checkRecord(record, none).filter(({ level }) => level === 'refusal')).toEqual([]);
});

test('without an author the title is the main entry', () => {
  const { control, data } = briefRecord('fast-1', { title: 'Atlas' });
  expect(control).toEqual([{ tag: '001', value: 'fast-1' }]);
  expect(data).toEqual([{ tag: '245', ind1: '0', ind2: '0', subfields: [{ code: 'a', value: 'Atlas' }] }]);
});
