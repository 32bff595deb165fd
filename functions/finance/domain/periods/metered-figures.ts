import { exactText, sumExact } from '../../../../layers/kernel/money/exact.ts';
import type { MonthReport } from '../usage-report/model.ts';
import type { MeteredFigures } from './period.ts';

const unattributed = ({ lines }: MonthReport): string =>
  exactText(sumExact(lines.flatMap(({ category, amount }) => (category === 'unattributed' ? [amount] : []))));

/** Returns the figures of a month's report as its period stores them; `synthetic` when any of its usage was generated. */
export const meteredFigures = (report: MonthReport, synthetic: boolean): MeteredFigures => ({
  ...{ currency: report.currency, total: exactText(report.total), unattributed: unattributed(report), synthetic },
  ...{ provisionalUntil: report.provisionalUntil, priceBook: report.priceBook.version },
});
