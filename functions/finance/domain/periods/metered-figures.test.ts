import { parseExact, sumExact } from '../../../../layers/kernel/money/exact.ts';
import { monthReport } from '../usage-report/month-report.ts';
import { monthInput, reported } from '../usage-report/synthetic-month.ts';
import { meteredFigures } from './metered-figures.ts';

test('stores the total of a month, its unattributed part, and the sources of its figures', () => {
  const report = reported(monthReport(monthInput()));
  const [line] = report.lines;
  if (!line) throw new Error('The month has no line.');
  const ofNobody = ['0.250000000000', '0.000000000003'].map((text) => {
    return { ...line, category: 'unattributed' as const, amount: parseExact(text) };
  });
  const own = report.lines.filter(({ category }) => category !== 'unattributed');
  const figures = meteredFigures({ ...report, lines: [...own, ...ofNobody] }, true);
  expect(figures).toEqual({
    ...{ currency: 'USD', unattributed: '0.250000000003', synthetic: true },
    ...{ provisionalUntil: report.provisionalUntil, priceBook: report.priceBook.version, total: figures.total },
  });
  expect(parseExact(figures.total)).toBe(sumExact(report.lines.map(({ amount }) => amount)));
});
