import { PolicyPage } from '../../../components/policy-page.tsx';
import type { PolicyVersion } from '../../../components/policy-versions.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { AdoptForm } from './adopt-form.tsx';

/** The page of the rules for debts: all staff read them, the consortium's administrator adopts them. */
export const DebtRulesPage = () => {
  const t = useTranslate();
  return (
    <PolicyPage
      kind="blocks"
      path="/debt-rules"
      title={t('debt-rules.title')}
      columns={[
        {
          heading: t('debt-rules.accrued'),
          cell: ({ body }: PolicyVersion<'blocks'>) => t(`debt-rules.${body.accruedFines ?? 'count'}`),
        },
      ]}
      noneAdopted={t('debt-rules.none-adopted')}
      form={([first, ...others]) => first && <AdoptForm versions={[first, ...others]} />}
    />
  );
};
