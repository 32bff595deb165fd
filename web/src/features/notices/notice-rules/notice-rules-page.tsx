import { PolicyPage } from '../../../components/policy-page.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { AdoptForm } from './adopt-form.tsx';
import { type Notices, ruleFields, ruleTexts, settingsOf } from './rule-fields.ts';

/** The page of the rules for notices: all staff read them, the consortium's administrator adopts them. */
export const NoticeRulesPage = () => {
  const t = useTranslate();
  const none = t('notice-rules.none');
  const columns = ruleFields(t).map(({ key, label }) => ({
    heading: label,
    cell: ({ body }: Notices) => ruleTexts(body)[key] || none,
  }));
  const letters = ({ body }: Notices): string =>
    t(settingsOf(body).letters?.on ? 'notice-rules.letters-on' : 'notice-rules.letters-off');
  const own = ({ body }: Notices): number => Object.keys(body.members ?? {}).length;
  return (
    <PolicyPage
      kind="notices"
      path="/notice-rules"
      title={t('notice-rules.title')}
      columns={[
        ...columns,
        { heading: t('notice-rules.letters'), cell: letters },
        { heading: t('notice-rules.own'), cell: own },
      ]}
      noneAdopted={t('notice-rules.none-adopted')}
      form={([first, ...others]) => first && <AdoptForm versions={[first, ...others]} />}
    />
  );
};
