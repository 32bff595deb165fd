import { aDocument } from '../../../test/builders/index-document.ts';
import { workKeyOf } from './index/work-key.ts';
import { isSameRuling, rulingInForce, type WorkRuling, workGroupingOf } from './work-decision.ts';

const alone = (ruledBy: string): WorkRuling => ({ ruledBy });
const withWork = (ruledBy: string, key: string, recordId = 'rec_2'): WorkRuling => ({
  ruledBy,
  work: { key, recordId },
});

test('of several rulings the newest is in force, wherever it stands; without one the rule is', () => {
  const [older, newer] = [alone('chg_1'), withWork('chg_2', 'emma|austen jane|eng')];
  expect(rulingInForce([{ workRuling: older }, {}, { workRuling: newer }])).toEqual(newer);
  expect(rulingInForce([{ workRuling: newer }, { workRuling: older }])).toEqual(newer);
  expect(rulingInForce([{}, {}])).toBeUndefined();
});

test('a ruling is told by the record that was named, and is the same where the work is', () => {
  expect([undefined, alone('chg_1'), withWork('chg_1', 'k')].map(workGroupingOf)).toEqual([
    { stands: 'by-rule' },
    { stands: 'alone' },
    { stands: 'with', recordId: 'rec_2' },
  ]);
  expect(isSameRuling(withWork('chg_1', 'k'), withWork('chg_2', 'k', 'rec_3'))).toBe(true);
  expect(isSameRuling(withWork('chg_1', 'k'), withWork('chg_2', 'other'))).toBe(false);
  expect(isSameRuling(alone('chg_1'), undefined)).toBe(false);
  expect(isSameRuling(alone('chg_1'), alone('chg_2'))).toBe(true);
});

test('what was ruled comes before title, name and language', () => {
  const emma = aDocument({ title: 'Emma', author: 'Austen, Jane', recordId: 'rec_1' });
  expect(workKeyOf(emma)).not.toMatch(/rec_1|emma|austen/i);
  expect(workKeyOf({ ...emma, ruledWork: 'rec_1' })).toBe('rec_1');
});
