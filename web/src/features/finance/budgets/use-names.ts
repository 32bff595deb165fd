import { useFormat } from '../../../i18n/format.ts';
import { useSay } from '../../../i18n/translate.ts';
import type { Standing } from './budgets.ts';

/** Periods and budgets by their names: a month, or the fiscal year that begins in one. */
export const useNames = (fiscalYearStartsIn: number) => {
  const say = useSay();
  const { month } = useFormat();
  const period = (name: string): string =>
    name.includes('-')
      ? month(name)
      : say('budgets.year-from', { month: month(`${name}-${String(fiscalYearStartsIn).padStart(2, '0')}`) });
  return {
    period,
    budget: ({ measure, period: name }: Pick<Standing, 'measure' | 'period'>): string =>
      say('budgets.of', { measure: say(`budget-measure.${measure}`), period: period(name) }),
  };
};
