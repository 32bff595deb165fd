import { PolicyPage } from '../../../components/policy-page.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { AdoptForm } from './adopt-form.tsx';
import { defaultRules, type PatronsVersion, rulesOf } from './pin-rules.ts';

const values = ['shortest', 'codeMinutes', 'perDay'] as const;

/** The page of the rules for patrons' PINs: all staff read them, the consortium's administrator adopts them. */
export const PinRulesPage = () => {
  const t = useTranslate();
  return (
    <PolicyPage
      kind="patrons"
      path="/pin-rules"
      title={t('pin-rules.title')}
      columns={values.map((value) => ({
        heading: t(`pin-rules.${value}`),
        cell: (version: PatronsVersion) => rulesOf(version)[value],
      }))}
      noneAdopted={t('pin-rules.none-adopted', defaultRules)}
      always={t('pin-rules.always')}
      form={(versions) => <AdoptForm versions={versions} />}
    />
  );
};
