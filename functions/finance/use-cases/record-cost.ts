import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { bookingWrite } from '../../../layers/records/ledger/data/booking.ts';
import { CONSORTIUM } from '../../../layers/records/ledger/domain/consortium.ts';
import { bankReferenceWrite } from '../data/bank-reference.ts';
import { type Entered, isByBank, type OwnEntry } from '../domain/books/own-entry.ts';

type Input = { entered: Entered; by: string; now: number; keep: Keep<{ entry: OwnEntry }> };

/** The name under which a reference is claimed: the number of a supplier's invoice may be equal to a reference of the bank. */
const claimed = ({ kind, reference }: Entered): string => (isByBank(kind) ? reference : `${kind}: ${reference}`);

/** Enters a cost, its payment or a grant in the consortium's own books, at the current instant. */
export const recordCost = async ({ table, ids }: { table: Table; ids: Ids }, { entered, by, now, keep }: Input) => {
  const { kind, budgetKind, amount, currency, reference, month } = entered;
  const [at, entryId] = [iso(now), ids.next('entry', now)];
  const memo = budgetKind ?? (kind.startsWith('grant') ? 'grant' : 'payment');
  const period = month !== undefined && month !== at.slice(0, 7) ? { period: month } : {};
  const entry: OwnEntry = { entryId, at, kind, memo, amount, reference, ...period };
  const lost = await table.write([
    bankReferenceWrite(claimed(entered), entryId),
    bookingWrite({ ...entry, causeId: entryId, currency, member: CONSORTIUM }),
    auditWrite({
      ...{ subject: 'books:consortium', at, auditId: ids.next('audit', now), by },
      ...{ did: 'record-cost', detail: { entryId, ...entered } },
    }),
    ...keep({ entry }),
  ]);
  if (!lost) return answer({ entry });
  return lost.conflict.some(({ index }) => index === 0)
    ? refuse('reference-taken', 'It is entered already under this reference.', '/body/reference')
    : refuse('changed-meanwhile', 'Ask again.');
};
