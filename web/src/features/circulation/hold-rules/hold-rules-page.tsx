import { PolicyPage } from '../../../components/policy-page.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { AdoptForm } from './adopt-form.tsx';
import { defaultRule, type HoldsVersion, ruleOf } from './hold-rules.ts';

/** The page of the rules for holds: all staff read them, the consortium's administrator adopts them. */
export const HoldRulesPage = () => {
  const t = useTranslate();
  return (
    <PolicyPage
      kind="holds"
      path="/hold-rules"
      title={t('hold-rules.title')}
      columns={[
        {
          heading: t('hold-rules.others-wait'),
          cell: (version: HoldsVersion) => t(`hold-rules.${ruleOf(version)}`),
        },
      ]}
      noneAdopted={t('hold-rules.none-adopted', { rule: t(`hold-rules.${defaultRule}`) })}
      form={(versions) => <AdoptForm versions={versions} />}
    />
  );
};
