import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { BudgetStatus } from './budgets.ts';

/** Returns functions that name periods and budgets: a month, or the fiscal year by its first month. */
export const useNames = (fiscalYearStartsIn: number) => {
  const t = useTranslate();
  const { month } = useFormat();
  const period = (name: string): string =>
    name.includes('-')
      ? month(name)
      : t('budgets.year-from', { month: month(`${name}-${String(fiscalYearStartsIn).padStart(2, '0')}`) });
  return {
    period,
    budget: ({ measure, period: name }: Pick<BudgetStatus, 'measure' | 'period'>): string =>
      t('budgets.of', { measure: t(`budget-measure.${measure}`), period: period(name) }),
  };
};
