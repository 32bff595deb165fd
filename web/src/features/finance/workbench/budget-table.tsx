import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { BudgetLine } from '../shared/formula-values.ts';
import { readable } from '../shared/workbench.ts';

const sumOf = (lines: readonly BudgetLine[], from: BudgetLine['source']['from']): number =>
  lines.reduce((sum, { source, amount }) => sum + (source.from === from ? amount : 0), 0);

/** The budget of the consortium that a scenario finances: each line with who pays it, and the sums of dues and grants. */
export const BudgetTable = ({ budget, currency }: { budget: readonly BudgetLine[]; currency: string }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const paidBy = ({ source }: BudgetLine): string =>
    source.from === 'dues' ? t('workbench.budget-by-dues', { cost: readable(source.cost) }) : source.grantor;
  return (
    <section aria-labelledby="budget" className="stack">
      <h2 id="budget">{t('workbench.budget')}</h2>
      <ScrollTable name={t('workbench.budget')}>
        <thead>
          <tr>
            <th scope="col">{t('workbench.budget-title')}</th>
            <th scope="col">{t('workbench.budget-kind')}</th>
            <th scope="col">{t('workbench.budget-source')}</th>
            <th scope="col" className="num">
              {t('workbench.amount', { currency })}
            </th>
          </tr>
        </thead>
        <tbody>
          {budget.map((line) => (
            <tr key={`${line.kind} ${line.title} ${paidBy(line)}`}>
              <th scope="row">{line.title}</th>
              <td>{t(`budget-kind.${line.kind}`)}</td>
              <td>{paidBy(line)}</td>
              <td className="num">{money(line.amount, currency)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {(['dues', 'grant'] as const).map((from) => (
            <tr key={from}>
              <th scope="row" colSpan={3}>
                {t(`budget-sum.${from}`)}
              </th>
              <td className="num">{money(sumOf(budget, from), currency)}</td>
            </tr>
          ))}
        </tfoot>
      </ScrollTable>
    </section>
  );
};
