import { endOfMonth } from '../../../layers/records/ledger/domain/netting.ts';

/**
 * Which months (YYYY-MM) would be billed by a billing policy that begins at an instant: a month goes by the one in force at its
 * end, so those that a later beginning version holds already are not touched.
 */
export const billedBy =
  (begins: string, adopted: readonly { effectiveFrom: string }[]): ((month: string) => boolean) =>
  (month) =>
    begins <= endOfMonth(month) &&
    !adopted.some(({ effectiveFrom }) => effectiveFrom > begins && effectiveFrom <= endOfMonth(month));
