import { defaultPatrons, patronsSchema } from '../../../../layers/records/policies/domain/patrons.ts';
import { batchChangeSchema, batchFilterSchema, isSelected, plannedLine } from './batch.ts';
import type { PatronStatus } from './patron-status.ts';

const at = '2026-03-02T10:00:00.000Z';
const aStatus = (more: Partial<PatronStatus> = {}): PatronStatus => ({
  ...{ patronId: 'pat_1', homeMember: 'ash', homeBranch: 'ash.main', category: 'pupil', expiresOn: '2026-08-31' },
  ...{ minor: false, blocks: [], counters: { loans: 0, holds: 0, owed: 0, perGroup: {} }, v: 1, ...more },
});
const person = { name: { family: 'Okafor' }, birthDate: '2014-01-01' };

test.each<[object, boolean]>([
  [{ category: 'pupil', homeBranch: 'ash.main' }, true],
  [{ category: 'pupil', homeBranch: 'ash.east' }, false],
  [{ expiresFrom: '2026-08-31', expiresTo: '2026-08-31' }, true],
  [{ expiresTo: '2026-08-30' }, false],
  [{ residence: null }, true],
  [{ residence: 'ashton' }, false],
])('the filter %j selects a pupil of ash.main without a residence whose card ends in August: %s', (filter, selects) => {
  expect(isSelected(aStatus(), batchFilterSchema.parse(filter))).toBe(selects);
});

test('a line has the values that differ, with none for what is removed or was not there', () => {
  const change = batchChangeSchema.parse({ category: 'pupil', residence: 'ashton', expiresOn: '2027-08-31' });
  expect(plannedLine({ status: aStatus(), person }, change, defaultPatrons, at)).toEqual({
    state: 'planned',
    from: { expiresOn: '2026-08-31', residence: null },
    to: { expiresOn: '2027-08-31', residence: 'ashton' },
  });
  const removal = plannedLine(
    { status: aStatus({ residence: 'ashton' }), person },
    { residence: null },
    defaultPatrons,
    at,
  );
  expect(removal).toEqual({ state: 'planned', from: { residence: 'ashton' }, to: { residence: null } });
});

test('a patron who has the values, may not have them, is not verified or is to be erased is not changed', () => {
  const policy = patronsSchema.parse({ categories: { pupil: { untilAge: 20 }, adult: { fromAge: 18 } } });
  const line = (more: Partial<PatronStatus>, category = 'adult') =>
    plannedLine({ status: aStatus(more), person }, { category }, policy, at);
  expect(line({}, 'pupil')).toEqual({ state: 'unchanged' });
  expect(line({})).toEqual({ state: 'refused', reason: 'category-age' });
  expect(line({ temporary: true })).toEqual({ state: 'refused', reason: 'unverified' });
  expect(line({ erasureAsked: true })).toEqual({ state: 'refused', reason: 'erasure-asked' });
});

test.each([{}, { residence: 'Two Words' }, { nickname: 'x' }])('a change of %j is none', (change) => {
  expect(batchChangeSchema.safeParse(change).success).toBe(false);
});
