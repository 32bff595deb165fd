import fc from 'fast-check';
import { hasDecimalsOfCurrency, type Mapping, mappingSchema } from './mapping.ts';
import { amountOf, dayOf, readHeading, readRow, timeOf } from './read-row.ts';

const mapping = (over: Partial<Mapping> = {}): Mapping => ({
  ...mappingSchema.parse({
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    codes: { patronCategories: { E: 'adult', K: 'child' }, branches: { HB: 'ash.main' }, billTypes: { MG: 'overdue' } },
  }),
  ...over,
});

test('days are read in the named format only; a date that does not exist is invalid', () => {
  expect(dayOf('3.4.2026', 'dd.MM.yyyy')).toBe('2026-04-03');
  expect(dayOf('04/03/2026', 'MM/dd/yyyy')).toBe('2026-04-03');
  expect(dayOf('04-03-2026', 'MM-dd-yyyy')).toBe('2026-04-03');
  expect(dayOf('20260403', 'yyyyMMdd')).toBe('2026-04-03');
  for (const wrong of ['2026-02-30', '2026-13-01', '0000-00-00', '26-04-03', '03.04.2026', '']) {
    expect(dayOf(wrong, 'yyyy-MM-dd')).toBeUndefined();
  }
});

test('times are in the member’s time zone: a skipped hour is invalid, a repeated one is the second', () => {
  const of = mapping({ dayFormat: 'dd.MM.yyyy' });
  expect(timeOf('01.07.2026 10:30', of)).toBe('2026-07-01T08:30:00.000Z');
  expect(timeOf('01.12.2026T10:30:15', of)).toBe('2026-12-01T09:30:15.000Z');
  expect(timeOf('01.12.2026', of)).toBe('2026-12-01');
  expect(timeOf('29.03.2026 02:30', of)).toBeUndefined();
  expect(timeOf('25.10.2026 02:30', of)).toBe('2026-10-25T01:30:00.000Z');
  expect(timeOf('01.12.2026 25:00', of)).toBeUndefined();
});

test('amounts become minor units without loss', () => {
  expect(amountOf('12.5', mapping())).toBe(1250);
  expect(amountOf('12,50', mapping({ decimalMark: ',' }))).toBe(1250);
  expect(amountOf('1.250,00', mapping({ decimalMark: ',' }))).toBeUndefined();
  expect(amountOf('12.500', mapping())).toBe(1250);
  expect(amountOf('12.505', mapping())).toBeUndefined();
  expect(amountOf('1250', mapping({ amounts: 'minor' }))).toBe(1250);
  expect(amountOf('500', mapping({ currency: 'JPY' }))).toBe(500);
  expect(amountOf('1.5', mapping({ currency: 'KWD' }))).toBe(1500);
  expect(hasDecimalsOfCurrency({ currency: 'JPY', decimals: 2 })).toBe(false);
  expect(hasDecimalsOfCurrency({ currency: 'JPY' })).toBe(true);
  expect(amountOf('-3.20', mapping())).toBe(-320);
  const minor = fc.integer({ min: 0, max: 10 ** 11 });
  fc.assert(fc.property(minor, (cents) => expect(amountOf((cents / 100).toFixed(2), mapping())).toBe(cents)));
});

const heading = ['id', 'card', 'family', 'born', 'category', 'branch', 'expires', 'email'];

test('a row is read with its codes mapped; empty cells are left out', () => {
  const cells = ['17', '21101000000016', 'Okafor', '1987-03-14', 'E', 'HB', '2028-03-31', ''];
  expect(readRow('patrons', heading, cells, mapping())).toEqual({
    row: {
      ...{ id: '17', card: '21101000000016', family: 'Okafor', born: '1987-03-14' },
      ...{ category: 'adult', branch: 'ash.main', expires: '2028-03-31' },
    },
    codes: { category: 'E', branch: 'HB' },
    unmapped: [],
  });
});

test('all errors of a row are reported at once, with the column, and only codes are repeated', () => {
  const cells = ['', 'x'.repeat(65), 'Okafor', '14.3.1987', 'X', 'HB', '2028-03-31', 'no address'];
  const read = readRow('patrons', heading, cells, mapping());
  expect(read).toMatchObject({ unmapped: [{ list: 'patronCategories', code: 'X' }], codes: { category: 'X' } });
  expect('problems' in read && read.problems).toEqual([
    { reason: 'empty', column: 'id' },
    { reason: 'too-long', column: 'card' },
    { reason: 'not-a-day', column: 'born' },
    { reason: 'unmapped', column: 'category', value: 'X' },
    { reason: 'not-an-email', column: 'email' },
  ]);
  expect(JSON.stringify(read)).not.toMatch(/Okafor|address/);
  expect(readRow('patrons', heading, ['1'], mapping())).toMatchObject({ problems: [{ reason: 'cells-wrong' }] });
});

test('a star maps every other code; the consortium’s own codes map to themselves', () => {
  const lists = mapping({ codes: { ...mapping().codes, patronCategories: { '*': 'adult' } } });
  const bill = ['id', 'patron', 'amount', 'type', 'date'];
  const row = readRow('bills', bill, ['1', '17', '2.50', 'lost', '2026-01-01'], lists);
  expect(row).toMatchObject({ row: { type: 'lost', amount: 250 }, amount: 250 });
  const patron = readRow('patrons', heading, ['1', '2', 'O', '', 'whatever', 'HB', '2028-01-01', ''], lists);
  expect(patron).toMatchObject({ row: { category: 'adult' } });
});

test('a heading may use names of the old system; a PIN, like any unknown column, is refused', () => {
  const given = mapping({ headings: { blocks: { Borrower: 'patron', Why: 'reason', Note: '-' } } });
  expect(readHeading('blocks', ['Borrower', 'Note', 'Why'], given)).toEqual({
    columns: ['patron', undefined, 'reason'],
  });
  expect(readHeading('blocks', ['patron', 'pin', 'patron'], given)).toEqual({
    ...{ unknown: ['pin'], missing: ['reason'], twice: ['patron'] },
  });
});

test('a mapping refuses unknown columns and time zones', () => {
  const wrong = (over: object) => mappingSchema.safeParse({ currency: 'EUR', ...over }).success;
  expect(wrong({ headings: { patrons: { PIN: 'pin' } } })).toBe(false);
  expect(wrong({ timeZone: 'Europe/Atlantis' })).toBe(false);
  expect(wrong({ codes: { blockReasons: { X: 'because' } } })).toBe(false);
  expect(wrong({ headings: { patrons: { Name: 'family' } } })).toBe(true);
});
