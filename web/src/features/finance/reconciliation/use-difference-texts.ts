import { useFormat } from '../../../i18n/format.ts';
import { useTextOf } from '../../../i18n/translate.ts';
import type { Difference } from '../shared/reconciliation.ts';

/** Returns functions that describe a difference. */
export const useDifferenceText = () => {
  const textOf = useTextOf();
  const { date } = useFormat();
  const dateOf = (day: string | undefined): string => (day === undefined ? '' : date(day));
  return ({ kind, service, day, until, usageType = '', category }: Difference): string =>
    textOf('difference', kind, kind, {
      service,
      usageType,
      // The meter or part of the service; empty where the difference concerns all of it.
      part: usageType === '' ? '' : ` (${usageType})`,
      day: dateOf(day),
      until: dateOf(until),
      category: category === undefined ? '' : textOf('charge', category),
    });
};
