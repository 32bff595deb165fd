import { useDirectory } from '../../../api/directory.ts';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Reconciled } from '../shared/reconciliation.ts';

type Shown = { reconciled: Reconciled; currency: string };

/** Billed costs without metering, allocated by the agreed key. */
export const BilledOnly = ({ reconciled: { billedOnly }, currency }: Shown) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { amount } = useFormat();
  if (billedOnly.length === 0) return null;
  return (
    <section aria-labelledby="billed-only">
      <h2 id="billed-only">{t('reconcile.billed-only')}</h2>
      <p className="quiet">{t('reconcile.billed-only-meaning')}</p>
      <ScrollTable name={t('reconcile.billed-only')}>
        <thead>
          <tr>
            <th scope="col">{t('reconcile.what')}</th>
            <th scope="col">{t('reconcile.kind')}</th>
            <th scope="col" className="num">
              {t('reconcile.billed')}
            </th>
          </tr>
        </thead>
        <tbody>
          {billedOnly.map(({ id, category, service, usageType, cost }) => (
            <tr key={id}>
              <th scope="row">{usageType === '' ? service : `${service}: ${usageType}`}</th>
              <td>{textOf('charge', category)}</td>
              <td className="num">{amount(cost.exact, currency, 6)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
};

/** The amount that each member owes by the bill. */
export const Members = ({ reconciled: { calibrated }, currency }: Shown) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { memberName } = useDirectory();
  return (
    <section aria-labelledby="members">
      <h2 id="members">{t('reconcile.members')}</h2>
      <ScrollTable name={t('reconcile.members')}>
        <thead>
          <tr>
            <th scope="col">{t('month.member')}</th>
            <th scope="col" className="num">
              {t('reconcile.billed')}
            </th>
          </tr>
        </thead>
        <tbody>
          {calibrated.members.map(({ member, rounded }) => (
            <tr key={member}>
              <th scope="row">{memberName(member)}</th>
              <td className="num">{money(rounded, currency)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('month.total')}</th>
            <td className="num">{money(calibrated.rounded, currency)}</td>
          </tr>
        </tfoot>
      </ScrollTable>
      <p className="quiet">{t('reconcile.rounding')}</p>
    </section>
  );
};
