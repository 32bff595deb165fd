import fc from 'fast-check';
import {
  type CsvForm,
  type CsvRecord,
  type Delimiter,
  delimiterOf,
  delimiters,
  encodings,
  MAX_RECORD_BYTES,
  readCsv,
} from './read-csv.ts';

const cut = (bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] => {
  const chunks: Uint8Array[] = [];
  for (let [at, i] = [0, 0]; at < bytes.length; i += 1) {
    const size = sizes[i % sizes.length] ?? 1;
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return chunks;
};

const all = async (chunks: readonly Uint8Array[], form: CsvForm): Promise<CsvRecord[]> => {
  const records: CsvRecord[] = [];
  for await (const record of readCsv(chunks, form)) records.push(record);
  return records;
};

const read = async (text: string | Uint8Array, delimiter: Delimiter = ',', sizes: readonly number[] = [7]) => {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  return all(cut(bytes, sizes), { delimiter, encoding: 'utf-8' });
};
const cellsOf = async (text: string | Uint8Array, delimiter: Delimiter = ',') =>
  (await read(text, delimiter)).map((record) => ('cells' in record ? record.cells : record.fault));

test('quotes, quotes inside them, line ends inside them, CR LF, a byte order mark and blank lines', async () => {
  const text = '\uFEFFid,name\r\n1,"Ng, ""Bo"""\r\n\r\n2,"two\nlines"\n3,\r4,"" \n5,zwölf';
  expect(await cellsOf(text)).toEqual([
    ['id', 'name'],
    ['1', 'Ng, "Bo"'],
    ['2', 'two\nlines'],
    ['3', ''],
    ['4', ''],
    ['5', 'zwölf'],
  ]);
  expect((await read(text)).map(({ line }) => line)).toEqual([1, 2, 4, 6, 7, 8]);
});

test('Windows-1252 is read; its bytes are invalid UTF-8, and the row reports that', async () => {
  const bytes = Buffer.from('1;Müller\n2;Weiß', 'latin1');
  const records = await all([bytes], { delimiter: ';', encoding: 'windows-1252' });
  expect(records).toMatchObject([{ cells: ['1', 'Müller'] }, { cells: ['2', 'Weiß'] }]);
  expect(await cellsOf(bytes, ';')).toEqual(['not-in-encoding', 'not-in-encoding']);
});

test('a quote that never closes affects its own line only; so does a line that is too long', async () => {
  const long = 'x'.repeat(MAX_RECORD_BYTES + 1);
  expect(await cellsOf(`1,"never closed\n2,b\n3,${long}\n4,d`)).toEqual([
    'quote-not-closed',
    ['2', 'b'],
    'record-too-long',
    ['4', 'd'],
  ]);
  expect(await cellsOf('1,"a"b\n2,c')).toEqual(['text-after-quote', ['2', 'c']]);
});

test('a file in which every line opens a quote is not CSV', async () => {
  await expect(cellsOf(`1,"a\n`.repeat(2000))).rejects.toThrow(/never closes/);
});

test('the delimiter is detected in the first line', () => {
  expect(delimiterOf(Buffer.from('id;name;born\n1,2,3,4'))).toBe(';');
  expect(delimiterOf(Buffer.from('id\tname'))).toBe('\t');
  expect(delimiterOf(Buffer.from('id'))).toBe(',');
});

const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', '\n', '\r', ',', ';', ' ', '€', '|'), maxLength: 8 });
const written = (rows: readonly string[][], delimiter: string, end: string): string =>
  rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter)).join(end);

test('any written file is read back, in any chunks, and every record is at the reported offset', async () => {
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.constantFrom(...delimiters),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom(...encodings),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
      async (wanted, delimiter, end, encoding, sizes) => {
        const utf8 = Buffer.from(written(wanted, delimiter, end), 'utf8');
        const bytes =
          encoding === 'utf-8'
            ? utf8
            : Buffer.from(written(wanted, delimiter, end).replaceAll('€', '\u0080'), 'latin1');
        const records = await all(cut(bytes, sizes), { delimiter, encoding });
        expect(records.map((record) => ('cells' in record ? record.cells : record.fault))).toEqual(wanted);
        for (const { start, end: stop, line } of records) {
          const part = bytes.subarray(start, stop);
          const [again] = await all([part], { delimiter, encoding, offset: start || 1, line });
          expect(again).toMatchObject({ line, cells: wanted[records.findIndex((record) => record.start === start)] });
        }
      },
    ),
    { numRuns: 100 },
  );
});
