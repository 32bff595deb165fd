import { tableCsv } from '../../../layers/kernel/csv/table-csv.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { workbook } from '../../../layers/platform/spreadsheet/workbook.ts';
import { CONSORTIUM } from '../../../layers/records/ledger/domain/consortium.ts';
import { type BooksForFile, booksJournal, receivablesTable, trialTable } from '../domain/books/files/books-tables.ts';
import type { StatementLanguage } from '../domain/statements/files/statement-texts.ts';
import { CSV, type OfferedFile, XLSX } from './documents/file-types.ts';
import { offeredFile } from './documents/offered-file.ts';
import { type BooksDeps, loadBooks } from './load-books.ts';

type Deps = BooksDeps & { bucket: Bucket; directory: () => Promise<readonly { memberId: string; name: string }[]> };
type Asked = { to: string; months: number; format: keyof typeof booksFiles; language: StatementLanguage; now: number };

/** The files of the books by format, all with the same figures: trial balance, journal, and a workbook of these and of what members owe. */
export const booksFiles = {
  csv: (books) => ({ bytes: tableCsv(trialTable(books)), type: CSV, ending: '.csv' }),
  journal: (books) => ({ bytes: tableCsv(booksJournal(books)), type: CSV, ending: '-journal.csv' }),
  xlsx: (books) => {
    const tables = [trialTable(books), receivablesTable(books), booksJournal(books)];
    return { bytes: workbook(tables), type: XLSX, ending: '.xlsx' };
  },
} as const satisfies Record<string, (books: BooksForFile) => OfferedFile>;

/** Writes the consortium's own books of some months as a file, and returns its download address. */
export const printBooks = async (deps: Deps, { format, language, ...asked }: Asked) => {
  const [{ from, to, entries, books, billing }, members] = await Promise.all([
    loadBooks(deps, asked),
    deps.directory(),
  ]);
  const names = new Map(members.map(({ memberId, name }) => [memberId, name]));
  const file = booksFiles[format]({
    ...{ from, books, entries, codes: billing.booksCodes ?? {}, language },
    memberName: (memberId) => names.get(memberId) ?? memberId,
  });
  const about = { memberId: CONSORTIUM, named: `books-${from}-${to}`, now: asked.now };
  return answer(await offeredFile(deps.bucket, file, about));
};
