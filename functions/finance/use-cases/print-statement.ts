import type { PaperSize } from '../../../layers/kernel/text/paper-size.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import type { MemberStore } from '../../membership/public/member-store.ts';
import type { StatementLanguage } from '../domain/statements/files/statement-texts.ts';
import { offeredFile } from './documents/offered-file.ts';
import { statementFiles } from './documents/statement-file.ts';
import { findStatement } from './find-statement.ts';
import { eInvoiceLacks, loadPrinting, type PrintingDeps } from './statement-printing.ts';

type Deps = Parameters<typeof findStatement>[0] & PrintingDeps & { members: Pick<MemberStore, 'get'>; bucket: Bucket };
type Input = {
  month: string;
  memberId: string;
  format: keyof typeof statementFiles;
  size: PaperSize;
  language: StatementLanguage;
  actor: Actor | undefined;
  now: number;
};

/** Writes a member's statement as a file, and returns its download address. */
export const printStatement = async (
  { members, bucket, ...deps }: Deps,
  { month, memberId, format, actor, ...how }: Input,
) => {
  const result = await findStatement(deps, { month, memberId }, actor);
  if (!('found' in result)) return result;
  const { statement } = result.found;
  const member = await members.get(memberId);
  // Only the printed statement and the e-invoice show more than its own lines.
  const isPlain = format !== 'pdf' && format !== 'ubl';
  const printing = await loadPrinting(deps, result.found, { ...how, member, isPlain });
  const refused = format === 'ubl' ? eInvoiceLacks(statement, printing) : [];
  if (refused.length > 0) return { refused };
  const file = await statementFiles[format](statement, printing);
  return answer(await offeredFile(bucket, file, { memberId, named: `${month}-${memberId}`, now: how.now }));
};
