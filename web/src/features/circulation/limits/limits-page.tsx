import { useCurrency } from '../../../api/use-currency.ts';
import { PolicyPage } from '../../../components/policy-page.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { AdoptForm } from './adopt-form.tsx';
import type { Blocks } from './limit-fields.ts';
import { useBlockNames } from './never-overridden.tsx';

/** The page of limits and blocks: all staff read them, the consortium's administrator adopts them. */
export const LimitsPage = () => {
  const t = useTranslate();
  const { money, number } = useFormat();
  const currency = useCurrency() ?? 'USD';
  const none = t('limits.none');
  const namesOf = useBlockNames();
  const column = (heading: string, cell: (body: Blocks['body']) => string) => ({
    heading,
    cell: ({ body }: Blocks) => cell(body),
  });
  const groups = ({ perGroup = {} }: Blocks['body']): string =>
    Object.entries(perGroup)
      .map(([group, most]) => `${group}: ${most}`)
      .join(', ') || none;
  return (
    <PolicyPage
      kind="blocks"
      path="/limits"
      title={t('limits.title')}
      columns={[
        column(t('limits.max-loans'), ({ maxLoans }) => number(maxLoans)),
        column(t('limits.max-holds'), ({ maxHolds }) => number(maxHolds)),
        column(t('limits.owed'), ({ owedLimit }) => money(owedLimit, currency)),
        column(t('limits.max-overdue'), ({ maxOverdue }) => (maxOverdue === undefined ? none : number(maxOverdue))),
        column(t('limits.dependants-owed'), ({ dependantsOwedLimit }) =>
          dependantsOwedLimit === undefined ? none : money(dependantsOwedLimit, currency),
        ),
        column(t('limits.offline-days'), ({ offlineDays }) => number(offlineDays ?? 3)),
        column(t('limits.groups'), groups),
        column(
          t('limits.never-overridden'),
          ({ neverOverridden = [] }) => namesOf(neverOverridden) || t('limits.none-never'),
        ),
      ]}
      noneAdopted={t('limits.none-adopted')}
      always={t('limits.always')}
      form={([first, ...others]) => first && <AdoptForm versions={[first, ...others]} currency={currency} />}
    />
  );
};
