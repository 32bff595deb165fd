import { Link } from '@tanstack/react-router';
import { useDirectory } from '../../../api/directory.ts';
import { useResidences } from '../../../api/residences.ts';
import { useMemberColour } from '../../../components/spine.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { useCategoryName } from '../../patrons/shared/use-category-name.ts';
import { conditionTexts } from './conditions-text.ts';
import { valueText } from './outcome-text.ts';
import type { LoanRules, Rule } from './use-loan-rules.ts';

type Reasons = NonNullable<LoanRules['case']>;
/** A rule that sets values of a case: those that hold, and those that a narrower rule or another library decides. */
type RuleAtWork = { rule: Rule; holding: string[]; passed: string[] };

const shownValues = [
  'loanPeriod',
  'renewals',
  'autoRenewDays',
  'lendable',
  'requestOnly',
  'holdable',
  'maxLoans',
  'maxHolds',
  'finePerDay',
  'fineCap',
  'graceDays',
  'lostCharge',
];

const atWork = (rules: readonly Rule[], reasons: Reasons): RuleAtWork[] => {
  const shown = reasons.filter(({ value }) => shownValues.includes(value));
  const valuesOf = (id: string, wins: boolean): string[] =>
    shown.flatMap(({ value, considered }) =>
      considered.some(({ ruleId, outcome }) => ruleId === id && (outcome === 'won') === wins && outcome !== 'unset')
        ? [value]
        : [],
    );
  const weights = new Map(reasons.flatMap(({ considered }) => considered.map((one) => [one.ruleId, one.specificity])));
  return rules
    .map((rule) => ({ rule, holding: valuesOf(rule.id, true), passed: valuesOf(rule.id, false) }))
    .filter(({ holding, passed }) => holding.length + passed.length > 0)
    .sort((one, other) => (weights.get(other.rule.id) ?? 0) - (weights.get(one.rule.id) ?? 0));
};

const Row = ({
  one: { rule, holding, passed },
  currency,
  change,
}: {
  one: RuleAtWork;
  currency: string;
  change: ((rule: Rule) => void) | undefined;
}) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { money } = useFormat();
  const names = { ...useDirectory(), ...useResidences(), categoryName: useCategoryName() };
  const colour = useMemberColour(rule.setBy === 'consortium' ? '' : rule.setBy);
  const amount = (minor: number): string => money(minor, currency);
  const text = (name: string): string => {
    const value = Object.entries(rule.values).find(([one]) => one === name)?.[1];
    return `${textOf('loan-rules.value', name)}: ${valueText(t, amount, name, value)}`;
  };
  const conditions = conditionTexts(t, names, rule);
  return (
    <li className={`spine spine-${rule.setBy === 'consortium' ? 0 : colour}`}>
      <div>
        <strong>{conditions.length > 0 ? conditions.join(', ') : t('loan-rules.all-items')}</strong>
        <p className="rule-under">
          {rule.setBy === 'consortium'
            ? t('loan-rules.by-all')
            : t('loan-rules.set-by', { library: names.memberName(rule.setBy) })}{' '}
          · {t('loan-rules.conditions', { conditions: conditions.length })}
        </p>
        {holding.length > 0 && <p>{holding.map(text).join(' · ')}</p>}
        {passed.length > 0 && (
          <p className="rule-under">{t('loan-rules.passed-over', { values: passed.map(text).join(' · ') })}</p>
        )}
        {change && (
          <button type="button" className="text-button" onClick={() => change(rule)}>
            {t('loan-rules.change')}
          </button>
        )}
      </div>
    </li>
  );
};

/** The exceptions of libraries that set values of a case instead of all rules. */
const Excepted = ({ reasons }: { reasons: Reasons }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  const { memberName } = useDirectory();
  return reasons.flatMap(({ value, ruleId, exception }) =>
    exception
      ? [
          <li key={`${ruleId} ${value}`} className="spine spine-0">
            <Link to="/exceptions">
              {t('loan-rules.exception', {
                ...{ library: memberName(exception.memberId), day: date(exception.untilDay) },
                values: textOf('loan-rules.value', value),
              })}
            </Link>
          </li>,
        ]
      : [],
  );
};

type Props = {
  rules: LoanRules;
  reasons: Reasons;
  mayChange: (rule: Rule) => boolean;
  change: (rule: Rule) => void;
};

/** The rules that set something of a case, the narrowest first. */
export const CaseReasons = ({ rules, reasons, mayChange, change }: Props) => (
  <ul className="rule-reasons">
    <Excepted reasons={reasons} />
    {atWork(rules.rules, reasons).map((one) => (
      <Row key={one.rule.id} one={one} currency={rules.currency} change={mayChange(one.rule) ? change : undefined} />
    ))}
  </ul>
);
