import { csvOf, sorted } from '../../web/src/components/data-columns.ts';

type Row = { name: string; owed?: number };
const columns = [
  { key: 'name', head: 'Name', cell: () => null, sort: ({ name }: Row) => name },
  { key: 'owed', head: 'Owed', cell: () => null, sort: ({ owed }: Row) => owed },
  { key: 'act', head: 'Change', cell: () => null },
];

test('an exported cell that begins like a formula is text to a spreadsheet, and columns of buttons are left out', () => {
  const rows: Row[] = [{ name: '=HYPERLINK("x")', owed: 5 }, { name: 'Moreau, Ines' }];
  const [head, first = '', second] = csvOf(rows, columns).split('\r\n');
  expect(head).toBe('Name,Owed');
  expect(first).not.toMatch(/^"?=/);
  expect(second).toBe('"Moreau, Ines",');
});

test('rows without a value come last, whichever way the table is sorted', () => {
  const rows: Row[] = [{ name: 'a' }, { name: 'b', owed: 2 }, { name: 'c', owed: 10 }];
  const names = (down: boolean) => sorted(rows, columns, { key: 'owed', down }, 'en').map(({ name }) => name);
  expect(names(false)).toEqual(['b', 'c', 'a']);
  expect(names(true).at(-1)).toBe('a');
});
