import { aDocument } from '../../../test/builders/index-document.ts';
import { workKeyOf } from './index/work-key.ts';
import { isSameWorkDecision, type WorkDecision, workDecisionInForce, workGroupingOf } from './work-decision.ts';

const alone = (decidedBy: string): WorkDecision => ({ decidedBy });
const withWork = (decidedBy: string, key: string, recordId = 'rec_2'): WorkDecision => ({
  decidedBy,
  work: { key, recordId },
});

test('of several decisions the newest applies, in any order; without a decision the rule applies', () => {
  const [older, newer] = [alone('chg_1'), withWork('chg_2', 'emma|austen jane|eng')];
  expect(workDecisionInForce([{ workDecision: older }, {}, { workDecision: newer }])).toEqual(newer);
  expect(workDecisionInForce([{ workDecision: newer }, { workDecision: older }])).toEqual(newer);
  expect(workDecisionInForce([{}, {}])).toBeUndefined();
});

test('a decision refers to the record that was named, and is the same for the same work', () => {
  expect([undefined, alone('chg_1'), withWork('chg_1', 'k')].map(workGroupingOf)).toEqual([
    { stands: 'by-rule' },
    { stands: 'alone' },
    { stands: 'with', recordId: 'rec_2' },
  ]);
  expect(isSameWorkDecision(withWork('chg_1', 'k'), withWork('chg_2', 'k', 'rec_3'))).toBe(true);
  expect(isSameWorkDecision(withWork('chg_1', 'k'), withWork('chg_2', 'other'))).toBe(false);
  expect(isSameWorkDecision(alone('chg_1'), undefined)).toBe(false);
  expect(isSameWorkDecision(alone('chg_1'), alone('chg_2'))).toBe(true);
});

test('decisions take precedence over title, name and language', () => {
  const emma = aDocument({ title: 'Emma', author: 'Austen, Jane', recordId: 'rec_1' });
  expect(workKeyOf(emma)).not.toMatch(/rec_1|emma|austen/i);
  expect(workKeyOf({ ...emma, decidedWork: 'rec_1' })).toBe('rec_1');
});
