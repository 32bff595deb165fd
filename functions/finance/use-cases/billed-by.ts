import { endOfMonth } from '../../../layers/records/ledger/domain/netting.ts';
import { type Version, withoutEnded } from '../../../layers/records/policies/domain/versions.ts';

/**
 * Returns a test for the months (YYYY-MM) that a billing policy would affect. A month follows the policy in force at its end: months in which a
 * version that begins later is in force are not affected, unless the new one ends those.
 */
export const billedBy =
  (
    { effectiveFrom: begins, endsLater = false }: { effectiveFrom: string; endsLater?: boolean | undefined },
    adopted: readonly Version[],
  ): ((month: string) => boolean) =>
  (month) =>
    begins <= endOfMonth(month) &&
    (endsLater ||
      !withoutEnded(adopted).some(({ effectiveFrom }) => effectiveFrom > begins && effectiveFrom <= endOfMonth(month)));
