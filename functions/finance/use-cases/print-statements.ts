import type { PaperSize } from '../../../layers/kernel/text/paper-size.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import { workbook } from '../../../layers/platform/spreadsheet/workbook.ts';
import type { StatementHead } from '../data/statement-store.ts';
import { memberSheets, type SheetStatement } from '../domain/statements/files/statement-sheet.ts';
import type { StatementLanguage } from '../domain/statements/files/statement-texts.ts';
import { areHeadsAsApproved } from '../domain/statements/pack.ts';
import { type Statement, statementSchema } from '../domain/statements/statement.ts';
import { type OfferedFile, XLSX } from './documents/file-types.ts';
import { offeredFile } from './documents/offered-file.ts';
import { statementsZip } from './documents/statements-zip.ts';
import { eInvoiceLacks, loadPrinting, type PrintingDeps } from './statement-printing.ts';

type Member = { memberId: string; name: string; fiscalYearStartsIn: number };
type Deps = PrintingDeps & { directory: () => Promise<readonly Member[]>; bucket: Bucket };
type Found = { head: StatementHead; statement: Statement };
type How = { language: StatementLanguage; size: PaperSize; now: number };
type Input = How & { month: string; format: 'xlsx' | 'zip'; part: number };

/** The members whose files are in one archive: their making ends well within the time of a call. */
export const ZIP_MEMBERS = 50;
/** Statements whose month before and budget are read at once. */
const AT_ONCE = 10;

const altered = (month: string) =>
  refuse('statement-altered', `A stored statement of ${month} is not the one that was approved. Verify the month.`);

const workbookOf = (all: readonly Found[], names: ReadonlyMap<string, Member>, { language }: How): OfferedFile => {
  const sheets = all.map(({ head: { memberId, invoice }, statement }): SheetStatement => {
    return { statement, member: names.get(memberId)?.name ?? memberId, invoice, language };
  });
  return { bytes: workbook(memberSheets(sheets, language)), type: XLSX, ending: '.xlsx' };
};

const archiveOf = async (
  deps: PrintingDeps,
  all: readonly Found[],
  { names, how }: { names: ReadonlyMap<string, Member>; how: How },
): Promise<OfferedFile> => {
  const toPrint = await mapInBatches(all, AT_ONCE, async (found) => {
    const printing = await loadPrinting(deps, found, { ...how, member: names.get(found.head.memberId) });
    const { statement } = found;
    return { statement, printing, lacks: eInvoiceLacks(statement, printing).map(({ detail }) => detail) };
  });
  return statementsZip(toPrint);
};

/**
 * Writes the statements of all members of a month as one workbook, or the files of each in an archive once the month is closed, and returns
 * the download address. An archive has at most 50 members: `parts` is the number of archives.
 */
export const printStatements = async ({ directory, bucket, ...deps }: Deps, { month, format, part, ...how }: Input) => {
  const { period } = await deps.periods.load(month);
  const heads = period.draft ? await deps.statements.heads(period) : [];
  if (heads.length === 0) return refuse('no-statement', 'There are no statements of this month, or not yet.');
  const isArchive = format === 'zip';
  if (isArchive && period.state !== 'closed')
    return refuse('not-closed', 'The invoices of a month are there once it is closed.', '/body/format');
  const parts = isArchive ? Math.ceil(heads.length / ZIP_MEMBERS) : 1;
  const asked = isArchive ? heads.slice((part - 1) * ZIP_MEMBERS, part * ZIP_MEMBERS) : heads;
  if (asked.length === 0) return refuse('no-statement', `There are ${parts} parts.`, '/body/part');
  const [texts, members] = await Promise.all([deps.statements.texts(asked), directory()]);
  const isAltered = (head: StatementHead, at: number): boolean => sha256(texts[at] ?? '') !== head.hash;
  if (asked.some(isAltered) || !areHeadsAsApproved(period, heads, sha256)) return altered(month);
  const names = new Map(members.map((member) => [member.memberId, member]));
  const all = asked.map((head, at): Found => ({ head, statement: statementSchema.parse(JSON.parse(texts[at] ?? '')) }));
  const file = isArchive ? await archiveOf(deps, all, { names, how }) : workbookOf(all, names, how);
  const named = parts === 1 ? `${month}-statements` : `${month}-statements-${part}-of-${parts}`;
  return answer({ ...(await offeredFile(bucket, file, { memberId: 'consortium', named, now: how.now })), parts });
};
