import { tableCsv } from '../../../../layers/kernel/csv/table-csv.ts';
import { workbook } from '../../../../layers/platform/spreadsheet/workbook.ts';
import { focusTable } from '../../domain/statements/files/focus-table.ts';
import { journalTable } from '../../domain/statements/files/journal-table.ts';
import { statementSheet } from '../../domain/statements/files/statement-sheet.ts';
import { statementTable } from '../../domain/statements/files/statement-table.ts';
import { ublDocument } from '../../domain/statements/files/ubl.ts';
import type { Statement } from '../../domain/statements/statement.ts';
import { CSV, type OfferedFile, XLSX } from './file-types.ts';
import { type PrintedWith, statementPdf } from './statement-pdf.ts';

type Made = (statement: Statement, how: PrintedWith) => OfferedFile | Promise<OfferedFile>;
const named = ({ issuer, name, invoice, language }: PrintedWith) => ({
  ...{ issuer, member: name, language },
  ...(invoice !== undefined && { invoice }),
});

/** The files of a statement by format, all with the same figures: lines, journal, FOCUS 1.2, workbook, e-invoice, PDF. */
export const statementFiles = {
  csv: (statement, how) => ({ bytes: tableCsv(statementTable(statement, how)), type: CSV, ending: '.csv' }),
  journal: (statement, { madeAt, invoice }) => {
    return { bytes: tableCsv(journalTable(statement, madeAt, invoice)), type: CSV, ending: '-journal.csv' };
  },
  focus: (statement, how) => {
    return { bytes: tableCsv(focusTable(statement, named(how))), type: CSV, ending: '-focus.csv' };
  },
  xlsx: (statement, how) => {
    const { name: member, invoice, language } = how;
    const tables = [
      statementSheet({ statement, member, invoice, language }),
      journalTable(statement, how.madeAt, how.invoice),
    ];
    return { bytes: workbook(tables), type: XLSX, ending: '.xlsx' };
  },
  ubl: (statement, { beside = {}, invoice, issuedOn, madeAt, ...how }) => {
    const { seller, buyer } = beside;
    if (!seller || !buyer || invoice === undefined) throw new Error('An e-invoice has a number, a seller and a buyer.');
    const about = { ...how, number: invoice, issuedOn: issuedOn ?? madeAt.slice(0, 10), seller, buyer };
    return { bytes: ublDocument(statement, about) ?? '', type: 'application/xml', ending: '.xml' };
  },
  pdf: async (statement, how) => {
    return { bytes: await statementPdf(statement, how), type: 'application/pdf', ending: '.pdf' };
  },
} as const satisfies Record<string, Made>;
