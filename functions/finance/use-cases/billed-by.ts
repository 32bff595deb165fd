import { endOfMonth } from '../../../layers/records/ledger/domain/netting.ts';

/**
 * Returns a test for the months (YYYY-MM) that a billing policy from an instant on would affect: a month follows the one in force at its
 * end, so months of a later effective version are not affected.
 */
export const billedBy =
  (begins: string, adopted: readonly { effectiveFrom: string }[]): ((month: string) => boolean) =>
  (month) =>
    begins <= endOfMonth(month) &&
    !adopted.some(({ effectiveFrom }) => effectiveFrom > begins && effectiveFrom <= endOfMonth(month));
