import { Bars } from '../../../components/bars.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Account } from './account.ts';

const ages = ['notDue', 'upTo30', 'upTo60', 'upTo90', 'over90'] as const;

/** Open invoices by age: bars, and a table with a row per invoice and a column per age; unapplied payments are shown separately. */
export const AgeingTable = ({ account: { ageing, open, currency }, to }: { account: Account; to: string }) => {
  const t = useTranslate();
  const { money, date } = useFormat();
  const name = t('accounts.ageing', { date: date(`${to}T12:00:00`) });
  return (
    <>
      <h3>{name}</h3>
      <Bars
        name={t('accounts.bars')}
        bars={ages.map((age) => ({
          ...{ key: age, label: t(`age.${age}`), value: ageing[age], shown: money(ageing[age], currency) },
        }))}
      />
      <ScrollTable name={`${name} (${currency})`}>
        <thead>
          <tr>
            <th scope="col">{t('accounts.age-of')}</th>
            {ages.map((age) => (
              <th key={age} scope="col" className="num">
                {t(`age.${age}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {open.map((one) => (
            <tr key={one.entryId}>
              <th scope="row">{one.reference}</th>
              {ages.map((age) => (
                <td key={age} className="num">
                  {one.age === age && money(one.open, currency)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('accounts.total')}</th>
            {ages.map((age) => (
              <td key={age} className="num">
                {money(ageing[age], currency)}
              </td>
            ))}
          </tr>
        </tfoot>
      </ScrollTable>
      {ageing.inCredit > 0 && <p>{t('accounts.in-credit', { amount: money(ageing.inCredit, currency) })}</p>}
    </>
  );
};
