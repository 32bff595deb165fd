import { addDays } from '../../../../layers/kernel/calendar/days.ts';
import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { logError } from '../../../../layers/platform/runtime/log.ts';
import { causedBy } from '../../../../layers/platform/runtime/meter.ts';
import { copyKey, isFiled } from '../../data/copy-files.ts';
import type { CopyDeps } from '../../deps.ts';
import type { LoanDocument } from '../../domain/copies/loan-document.ts';

/** The days for which the job looks back; a lifecycle rule of the bucket deletes the files that a longer interruption left. */
const DAYS_BACK = 31;

/** The result of deleting the expired copies. */
export type ForgottenCopies = { forgotten: number; failed: number };

/** Returns the member that caused a copy: the requester, or the supplier of an external requester. */
const causeOf = ({ requesterMember, supplierMember }: LoanDocument): string =>
  isPartner(requesterMember) ? supplierMember : requesterMember;

/**
 * Deletes the files that have expired by now (epoch ms), every version of each. The link is closed first, then the file is
 * deleted, and last the row leaves its day's list, so that the next run continues after an interruption. A failure stops no
 * other deletion.
 */
export const forgetCopies = async (
  { documents, bucket }: Pick<CopyDeps, 'documents' | 'bucket'>,
  now: number,
): Promise<ForgottenCopies> => {
  const today = iso(now).slice(0, 10);
  const done: ForgottenCopies = { forgotten: 0, failed: 0 };
  const end = async (document: LoanDocument): Promise<void> => {
    if (!(await documents.close(document))) return;
    if (isFiled(document)) await bucket.forget(copyKey(document));
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
