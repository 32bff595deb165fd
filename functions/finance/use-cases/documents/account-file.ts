import { tableCsv } from '../../../../layers/kernel/csv/table-csv.ts';
import { workbook } from '../../../../layers/platform/spreadsheet/workbook.ts';
import type { LedgerEntry } from '../../../../layers/records/ledger/domain/entry.ts';
import { accountJournal } from '../../domain/member-account/files/account-journal.ts';
import { accountTable } from '../../domain/member-account/files/account-table.ts';
import { accountPdf, type PrintedAccount } from './account-pdf.ts';
import { CSV, type OfferedFile, XLSX } from './file-types.ts';

/** A statement of account with the ledger's entries of its lines. */
export type BookedAccount = PrintedAccount & { entries: readonly LedgerEntry[] };

type Made = (account: BookedAccount) => OfferedFile | Promise<OfferedFile>;

const tableOf = ({ memberId, accounts, range }: BookedAccount) => accountTable(memberId, accounts, range);
const journalOf = ({ accounts, entries }: BookedAccount) =>
  accountJournal(
    accounts.flatMap(({ lines }) => lines),
    entries,
  );

/** The files of a statement of account by format, all with the same figures: lines and ages, journal, both as a workbook, PDF. */
export const accountFiles = {
  csv: (account) => ({ bytes: tableCsv(tableOf(account)), type: CSV, ending: '.csv' }),
  journal: (account) => ({ bytes: tableCsv(journalOf(account)), type: CSV, ending: '-journal.csv' }),
  xlsx: (account) => ({ bytes: workbook([tableOf(account), journalOf(account)]), type: XLSX, ending: '.xlsx' }),
  pdf: async (account) => ({ bytes: await accountPdf(account), type: 'application/pdf', ending: '.pdf' }),
} as const satisfies Record<string, Made>;
