import { tableCsv } from '../../../../layers/kernel/csv/table-csv.ts';
import { type ZipEntry, zipped } from '../../../../layers/platform/spreadsheet/zip.ts';
import type { Statement } from '../../domain/statements/statement.ts';
import { CSV, type OfferedFile } from './file-types.ts';
import { statementFiles } from './statement-file.ts';
import type { PrintedWith } from './statement-pdf.ts';

/** A statement to print; `lacks` says what it lacks for an e-invoice. */
export type ToPrint = { statement: Statement; printing: PrintedWith; lacks: readonly string[] };

const entry = (name: string, { bytes, ending }: OfferedFile): ZipEntry => ({
  name: `${name}${ending}`,
  data: typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : Buffer.from(bytes),
});

const filesOf = async ({ statement, printing, lacks }: ToPrint): Promise<ZipEntry[]> => {
  const { month, memberId } = statement;
  const name = `${memberId}/${month}-${memberId}`;
  const made: OfferedFile[] = [await statementFiles.pdf(statement, printing), statementFiles.xlsx(statement, printing)];
  if (lacks.length === 0) made.push(statementFiles.ubl(statement, printing));
  return made.map((file) => entry(name, file));
};

/** Returns the table of the statements without an e-invoice, and what each lacks. */
const withoutInvoice = (all: readonly ToPrint[]): OfferedFile => {
  const rows = all.flatMap(({ statement, lacks }) => lacks.map((lack) => [statement.memberId, lack]));
  return { bytes: tableCsv({ name: '', columns: ['member', 'why'], rows }), type: CSV, ending: '.csv' };
};

/**
 * Returns the files of several statements in one archive, a folder for each member: PDF, workbook and, where it is one, the e-invoice; the
 * others are in a list with the reasons. One after the other, so that only finished files are in memory.
 */
export const statementsZip = async (all: readonly ToPrint[]): Promise<OfferedFile> => {
  const entries: ZipEntry[] = [];
  for (const one of all) entries.push(...(await filesOf(one)));
  if (all.some(({ lacks }) => lacks.length > 0)) entries.push(entry('without-e-invoice', withoutInvoice(all)));
  return { bytes: zipped(entries), type: 'application/zip', ending: '.zip' };
};
