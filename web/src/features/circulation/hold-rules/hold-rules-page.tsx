import { type AmountField, shownValue } from '../../../components/amount-fields.tsx';
import { PolicyPage } from '../../../components/policy-page.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { AdoptForm } from './adopt-form.tsx';
import { type HoldsVersion, holdFields, holdTexts, usualRules } from './hold-rules.ts';

/** The page of the rules for holds: all staff read them, the consortium's administrator adopts them. */
export const HoldRulesPage = () => {
  const t = useTranslate();
  const fields = holdFields(t);
  const shownOf = (field: AmountField) => (version: HoldsVersion | undefined) =>
    shownValue(field, holdTexts(version?.body)[field.key] ?? '') || t('limits.none');
  return (
    <PolicyPage
      kind="holds"
      path="/hold-rules"
      title={t('hold-rules.title')}
      columns={fields.slice(0, 4).map((field) => ({ heading: field.label, cell: shownOf(field) }))}
      details={(version) => fields.map((field) => ({ label: field.label, value: shownOf(field)(version) }))}
      noneAdopted={t('hold-rules.none-adopted', { rule: t(`hold-rules.${usualRules.othersWait}`) })}
      form={(versions) => <AdoptForm versions={versions} />}
    />
  );
};
