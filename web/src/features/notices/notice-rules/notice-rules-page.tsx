import { useCurrency } from '../../../api/use-currency.ts';
import { type AmountField, shownValue } from '../../../components/amount-fields.tsx';
import { PolicyPage } from '../../../components/policy-page.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { AdoptForm } from './adopt-form.tsx';
import { kindLists, kindsIn } from './kind-lists.ts';
import { type Notices, ruleFields, ruleTexts } from './rule-fields.ts';

/** The values that the table of versions shows. */
const inTable: readonly string[] = ['dueSoonDays', 'overdueDays', 'cardExpiringDays', 'digest', 'letters'];

/** The page of the rules for notices: all staff read them, the consortium's administrator adopts them. */
export const NoticeRulesPage = () => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { money } = useFormat();
  const currency = useCurrency() ?? 'USD';
  const none = t('notice-rules.none');
  const textsOf = ({ body }: Notices) => ruleTexts(body, (one) => money(one, currency));
  const fields = ruleFields(t);
  const cellOf = (field: AmountField) => (version: Notices) =>
    shownValue(field, textsOf(version)[field.key] ?? '') || none;
  const columns = fields
    .filter(({ key }) => inTable.includes(key))
    .map((field) => ({ heading: field.label, cell: cellOf(field) }));
  const namesIn = (version: Notices, list: string): string =>
    kindsIn(textsOf(version)[list])
      .map((kind) => textOf('notice-kind', kind))
      .join(', ') || none;
  const details = (version: Notices | undefined) =>
    version
      ? [
          ...fields.map((field) => ({ label: field.label, value: cellOf(field)(version) })),
          ...kindLists.map((list) => ({ label: t(`notice-rules.${list}`), value: namesIn(version, list) })),
        ]
      : [];
  const own = ({ body }: Notices): number => Object.keys(body.members ?? {}).length;
  return (
    <PolicyPage
      kind="notices"
      path="/notice-rules"
      title={t('notice-rules.title')}
      columns={[...columns, { heading: t('notice-rules.own'), cell: own }]}
      details={details}
      noneAdopted={t('notice-rules.none-adopted')}
      form={([first, ...others]) => first && <AdoptForm versions={[first, ...others]} currency={currency} />}
    />
  );
};
