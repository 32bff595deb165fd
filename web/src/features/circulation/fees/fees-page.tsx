import { PolicyPage } from '../../../components/policy-page.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { AdoptForm, type Fees } from './adopt-form.tsx';

/** The page of the fees of desks: all staff read them, the consortium's administrator adopts them. */
export const FeesPage = () => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { money } = useFormat();
  const feesOf = ({ body: { fees, currency } }: Fees): string =>
    Object.entries(fees)
      .map(([name, amount]) => `${textOf('fees.fee', name)}: ${money(amount, currency)}`)
      .join(' · ');
  const limit = ({ currency }: Fees['body'], amount: number | undefined): string =>
    amount === undefined ? t('limits.none') : money(amount, currency);
  return (
    <PolicyPage
      kind="fees"
      path="/fees"
      title={t('fees.title')}
      columns={[
        { heading: t('fees.fees'), cell: feesOf },
        { heading: t('fees.waive'), cell: ({ body }: Fees) => limit(body, body.desk?.waiveLimit) },
        { heading: t('fees.refund'), cell: ({ body }: Fees) => limit(body, body.desk?.refundLimit) },
      ]}
      noneAdopted={t('fees.none-adopted')}
      form={([first, ...others]) => first && <AdoptForm versions={[first, ...others]} />}
    />
  );
};
