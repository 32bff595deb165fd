import { aHold } from '../../../../test/builders/circulation.ts';
import { decideEditions, followed, wantsEditions } from './hold-editions.ts';

const work = aHold({ editions: ['rec_1', 'rec_2'], formats: [] });
const [noon, next] = ['2026-03-02T12:00:00.000Z', '2026-03-03T12:00:00.000Z'];

test('C32 the editions of a waiting hold for a work are checked once a day, and those of no other hold', () => {
  expect(wantsEditions(work, noon, 1440)).toBe(true);
  const looked = { ...work, editionsAt: noon };
  expect(wantsEditions(looked, '2026-03-03T11:59:59.000Z', 1440)).toBe(false);
  expect(wantsEditions(looked, next, 1440)).toBe(true);
  expect(wantsEditions({ ...looked, state: 'targeted' }, next, 1440)).toBe(false);
  expect(wantsEditions(aHold(), noon, 1440)).toBe(false);
});

test('C32 an edition that joined the work may fill the hold; where none is found the hold has the same editions as before', () => {
  const after = (found: string[]) => decideEditions(work, found, noon).changes.holds[0]?.after;
  expect(after(['rec_1', 'rec_3'])).toEqual({ ...work, editions: ['rec_1', 'rec_3'], editionsAt: noon, v: 2 });
  expect(after([])).toEqual({ ...work, editionsAt: noon, v: 2 });
});

test('a hold for a work follows its edition into the record that this was merged into, and no other record', () => {
  expect(followed(work, ['rec_9', 'rec_2'])).toEqual({ ...work, editions: ['rec_1', 'rec_2', 'rec_9'] });
  expect(followed(work, ['rec_2', 'rec_8'])).toBe(work);
  expect(followed(work, ['rec_9', 'rec_8'])).toBe(work);
  expect(followed(aHold(), ['rec_9', 'rec_1'])).toEqual(aHold());
});
