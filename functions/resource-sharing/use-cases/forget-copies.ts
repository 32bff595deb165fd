import { addDays } from '../../../layers/kernel/calendar/days.ts';
import { isPartner } from '../../../layers/kernel/identity/party.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { logError } from '../../../layers/platform/runtime/log.ts';
import { causedBy } from '../../../layers/platform/runtime/meter.ts';
import { copyKey, isFiled } from '../data/copy-files.ts';
import { loanDocumentStore } from '../data/loan-document-store.ts';
import type { LoanDocument } from '../domain/copies/loan-document.ts';

/** How many days back the job looks; the bucket's own rule takes what a longer break left (infra/stacks/core-stack.ts). */
const DAYS_BACK = 31;

/** What became of the copies whose time was over. */
export type ForgottenCopies = { forgotten: number; failed: number };

/** By whose act there was a copy: the requester's, or where that is outside the supplier's. */
const causeOf = ({ requesterMember, supplierMember }: LoanDocument): string =>
  isPartner(requesterMember) ? supplierMember : requesterMember;

/**
 * Deletes the files whose time is over by now (epoch ms), every version of each. First the link is closed, then the file goes,
 * last the row leaves its day's list: broken off anywhere, the next run goes on there. One that fails holds up no other.
 */
export const forgetCopies = async (
  table: Table,
  { forget }: Pick<Bucket, 'forget'>,
  now: number,
): Promise<ForgottenCopies> => {
  const [documents, today] = [loanDocumentStore(table), iso(now).slice(0, 10)];
  const done: ForgottenCopies = { forgotten: 0, failed: 0 };
  const end = async (document: LoanDocument): Promise<void> => {
    if (!(await documents.close(document))) return;
    if (isFiled(document)) await forget(copyKey(document));
    await documents.finish(document);
    done.forgotten += 1;
  };
  for (let back = DAYS_BACK; back >= 0; back -= 1) {
    for (const document of await documents.due(addDays(today, -back), iso(now))) {
      try {
        await causedBy({ cause: causeOf(document) }, () => end(document));
      } catch (error) {
        logError('delete a copy', error, { documentId: document.documentId });
        done.failed += 1;
      }
    }
  }
  return done;
};
