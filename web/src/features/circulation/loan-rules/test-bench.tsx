import { NativeSelect } from '@mantine/core';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { codeName } from '../../../components/code-name.ts';
import { Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useCategoryName } from '../../patrons/shared/use-category-name.ts';
import { CaseReasons } from './case-reasons.tsx';
import { outcomeTexts } from './outcome-text.ts';
import { TryCheckout } from './try-checkout.tsx';
import type { Case, LoanRules, Place, Rule } from './use-loan-rules.ts';

type Props = {
  rules: LoanRules;
  place: Place;
  chosen: Case;
  choose: (one: Case) => void;
  mayChange: (rule: Rule) => boolean;
  change: (rule: Rule) => void;
};

const Verdict = ({ rules, chosen }: Pick<Props, 'rules' | 'chosen'>) => {
  const t = useTranslate();
  const { money } = useFormat();
  const row = rules.cells.find(({ itemCategory }) => itemCategory === chosen.itemCategory);
  const outcome = rules.outcomes[row?.outcomes[rules.patronCategories.indexOf(chosen.patronCategory)] ?? -1];
  if (!outcome) return null;
  const [main, ...more] = outcomeTexts(t, money, rules.currency, 'loans', outcome);
  const fines = outcomeTexts(t, money, rules.currency, 'fines', outcome).slice(1);
  const holds = outcomeTexts(t, money, rules.currency, 'holds', outcome);
  return (
    <div className={outcome.values.lendable ? 'rule-verdict' : 'rule-verdict rule-verdict-no'} role="status">
      <p className="rule-main">{outcome.values.lendable ? t('loan-rules.lent-for', { period: main }) : main}</p>
      <p>{[...more, ...(outcome.values.lendable ? fines : []), ...holds].join(' · ')}</p>
    </div>
  );
};

/** Shows the rules for one patron category and one item type at a place, and the reasons; for a desk also for one card and one item. */
export const TestBench = ({ rules, place, chosen, choose, mayChange, change }: Props) => {
  const t = useTranslate();
  const who = useWho();
  const categoryName = useCategoryName();
  const select = (name: keyof Case, codes: readonly string[], nameOf: (code: string) => string) => ({
    size: 'sm' as const,
    value: chosen[name],
    data: codes.map((value) => ({ value, label: nameOf(value) })),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      choose({ ...chosen, [name]: currentTarget.value }),
  });
  return (
    <section className="rule-bench" aria-labelledby="rule-bench">
      <h2 id="rule-bench">{t('loan-rules.bench')}</h2>
      <div className="rule-asked">
        <NativeSelect
          {...select('patronCategory', rules.patronCategories, categoryName)}
          aria-keyshortcuts="T"
          label={t('loan-rules.patron-category')}
        />
        <NativeSelect
          {...select(
            'itemCategory',
            rules.cells.map(({ itemCategory }) => itemCategory),
            codeName,
          )}
          label={t('loan-rules.item-type')}
        />
      </div>
      <Verdict rules={rules} chosen={chosen} />
      {rules.case ? (
        <CaseReasons rules={rules} reasons={rules.case} {...{ mayChange, change }} />
      ) : (
        <Waiting rows={3} height={40} />
      )}
      {hasRole(who, 'desk', 'desk-supervisor') && <TryCheckout branchId={place.lentAt} />}
    </section>
  );
};
