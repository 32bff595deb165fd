import { mayEnd, type Note, notesFor } from './note.ts';

const note = (more: Partial<Note>): Note => ({
  ...{ noteId: 'nte_1', at: '2026-03-01T10:00:00.000Z', by: 'staff:stf_1', branchId: 'ash.main', text: 'A note' },
  ...{ readers: 'all', ...more },
});
const block = { code: 'conduct', scope: 'ash', since: '2026-03-01', by: 'staff:stf_1', until: '2026-03-31' };
const read = (notes: Note[], memberId = 'ash', day = '2026-03-02') =>
  notesFor(notes, { blocks: [block], homeMember: 'elm' }, memberId, day).map(({ noteId }) => noteId);

test('alerts come first, then the newest note; a note for the own library is read there only', () => {
  const notes = [
    note({ noteId: 'old' }),
    note({ noteId: 'new', at: '2026-03-02T10:00:00.000Z', readers: 'own-library' }),
    note({ noteId: 'alert', alert: true }),
  ];
  expect([read(notes), read(notes, 'elm')]).toEqual([
    ['alert', 'new', 'old'],
    ['alert', 'old'],
  ]);
});

test('the reason of a block is read as long as the block applies', () => {
  const reason = note({ block: { code: 'conduct', scope: 'ash' } });
  expect(['2026-03-31', '2026-04-01'].map((day) => read([reason], 'ash', day))).toEqual([['nte_1'], []]);
  expect(read([note({ block: { code: 'conduct', scope: 'elm' } })])).toEqual([]);
});

test.each<[string, Partial<Note>, string, boolean]>([
  ['the library that wrote it', {}, 'ash', true],
  ['the patron’s home library, where it reads it', {}, 'elm', true],
  ['the home library, when it does not read it: not', { readers: 'own-library' }, 'elm', false],
  ['any other library: not', {}, 'oak', false],
  ['nobody, when it is the reason of a block', { block }, 'ash', false],
])('a note is ended by %s', (_who, more, memberId, may) => {
  expect(mayEnd(note(more), memberId, { homeMember: 'elm' })).toBe(may);
});
