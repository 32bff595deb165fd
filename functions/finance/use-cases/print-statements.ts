import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { workbook } from '../../../layers/platform/spreadsheet/workbook.ts';
import type { PeriodStore } from '../data/period-store.ts';
import type { StatementHead, StatementStore } from '../data/statement-store.ts';
import { memberSheets, type SheetStatement } from '../domain/statements/files/statement-sheet.ts';
import type { StatementLanguage } from '../domain/statements/files/statement-texts.ts';
import { areHeadsAsApproved } from '../domain/statements/pack.ts';
import { statementSchema } from '../domain/statements/statement.ts';
import { XLSX } from './documents/file-types.ts';
import { offeredFile } from './documents/offered-file.ts';

type Deps = {
  periods: PeriodStore;
  statements: StatementStore;
  directory: () => Promise<readonly { memberId: string; name: string }[]>;
  bucket: Bucket;
};

/** Writes the statements of all members of a month as one workbook, and returns its download address. */
export const printStatements = async (
  { periods, statements, directory, bucket }: Deps,
  { month, language, now }: { month: string; language: StatementLanguage; now: number },
) => {
  const { period } = await periods.load(month);
  const heads = period.draft ? await statements.heads(period) : [];
  if (heads.length === 0) return refuse('no-statement', 'There are no statements of this month, or not yet.');
  const [texts, members] = await Promise.all([statements.texts(heads), directory()]);
  const isAltered = (head: StatementHead, at: number): boolean => sha256(texts[at] ?? '') !== head.hash;
  if (heads.some(isAltered) || !areHeadsAsApproved(period, heads, sha256))
    return refuse(
      'statement-altered',
      `A stored statement of ${month} is not the one that was approved. Verify the month.`,
    );
  const names = new Map(members.map(({ memberId, name }) => [memberId, name]));
  const all = heads.map(({ memberId, invoice }, at): SheetStatement => {
    const statement = statementSchema.parse(JSON.parse(texts[at] ?? ''));
    return { statement, member: names.get(memberId) ?? memberId, invoice, language };
  });
  const file = { bytes: workbook(memberSheets(all, language)), type: XLSX, ending: '.xlsx' };
  return answer(await offeredFile(bucket, file, { memberId: 'consortium', named: `${month}-statements`, now }));
};
