import { readPlace, writePlace } from './list-place.ts';
import {
  behindPlace,
  inListOrder,
  listNameSchema,
  MOST_LISTS,
  type SavedList,
  type SavedTitle,
  savedListIdSchema,
  shownAsOne,
  withName,
  withNewList,
} from './saved-lists.ts';

const list = (n: number): SavedList => ({
  ...{ listId: `svl_${n}`, name: `List ${n}`, createdAt: '2026-03-02T10:00:00.000Z', titles: n },
});
const saved = (recordId: string, minute: number, note?: string): SavedTitle => ({
  ...{ listId: 'svl_1', recordId, title: `As ${recordId}`, addedAt: `2026-03-02T10:0${minute}:00.000Z` },
  ...(note !== undefined && { note }),
});

describe('lists', () => {
  it('have unique names, ignoring case, and are limited in number', () => {
    const two = [list(1), list(2)];
    const { titles: _, ...third } = list(3);
    expect(withNewList(two, third)).toEqual([...two, { ...third, titles: 0 }]);
    expect(withNewList(two, { ...third, name: 'LIST 2' })).toBe('list-name-taken');
    const full = Array.from({ length: MOST_LISTS }, (_one, n) => list(n));
    expect(withNewList(full, { ...third, name: 'One more' })).toBe('too-many-lists');
  });

  it('are renamed, also to their own name in other letters', () => {
    const two = [list(1), list(2)];
    expect(withName(two, 'svl_2', 'list 2')).toEqual([list(1), { ...list(2), name: 'list 2' }]);
    expect(withName(two, 'svl_2', 'list 1')).toBe('list-name-taken');
    expect(withName(two, 'svl_9', 'list 9')).toBe('unknown-list');
  });

  it('accept non-empty names, and ids that are one path segment', () => {
    expect(listNameSchema.safeParse('  Summer ').data).toBe('Summer');
    for (const name of ['', '   ', 'x'.repeat(101)]) expect(listNameSchema.safeParse(name).success).toBe(false);
    expect(savedListIdSchema.safeParse('svl_01kb0000000000000000000000').success).toBe(true);
    expect(savedListIdSchema.safeParse('svl_01kb00000000000000000000.a').success).toBe(false);
  });
});

describe('the titles of a list', () => {
  const titles = [saved('rec_a', 1, 'For Ida'), saved('rec_c', 3), saved('rec_b', 3), saved('rec_d', 2)];
  const ordered = inListOrder(titles);

  it('are sorted by latest addition, and continue after a position although its title was removed', () => {
    expect(ordered.map(({ recordId }) => recordId)).toEqual(['rec_b', 'rec_c', 'rec_d', 'rec_a']);
    const left = ordered.filter(({ recordId }) => recordId !== 'rec_c');
    expect(behindPlace(left, saved('rec_c', 3)).map(({ recordId }) => recordId)).toEqual(['rec_d', 'rec_a']);
  });

  it('that are one record are shown as the last added, with the existing note', () => {
    expect(shownAsOne(ordered, ['rec_a', 'rec_d', 'rec_x'])).toEqual({ ...saved('rec_d', 2), note: 'For Ida' });
    expect(shownAsOne(ordered, ['rec_x'])).toBeUndefined();
  });
});

describe('a position as a cursor', () => {
  it('parses its own output and nothing else', () => {
    const { addedAt, recordId } = saved('rec_a', 1);
    expect(readPlace(writePlace({ addedAt, recordId }))).toEqual({ addedAt, recordId });
    const others = [
      '',
      'x',
      Buffer.from('["yesterday","rec_a"]').toString('base64url'),
      writePlace({ addedAt, recordId: '' }),
    ];
    expect(others.map(readPlace)).toEqual(others.map(() => undefined));
  });
});
