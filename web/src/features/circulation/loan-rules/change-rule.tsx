import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { asProblem } from '../../../api/problem.ts';
import { useResidences } from '../../../api/residences.ts';
import { wholeOf } from '../../../components/amount-fields.tsx';
import { today } from '../../../components/days.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useReasonText } from '../../../components/use-reason-texts.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useCategoryName } from '../../patrons/shared/use-category-name.ts';
import { conditionTexts } from './conditions-text.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { changedValues } from './merge-rule.ts';
import { placesOf, type Residence, ResidenceField } from './residence-field.tsx';
import { ValueDifferences } from './rule-differences.tsx';
import { ruleIdOf } from './rule-id.ts';
import { type AdoptedRule, RuleDiffers, useAdoptRule } from './use-adopt-rule.ts';
import { useProposeRules } from './use-proposals.ts';

type Values = AdoptedRule['values'];
type Entered = {
  days: string;
  hours: string;
  renewals: string;
  lendable: string;
  holdable: string;
  finePerDay: string;
  lostCharge: string;
};

const numberText = (value: number | undefined): string => (value === undefined ? '' : String(value));
const yesNo = (value: boolean | undefined): string => (value === undefined ? '' : value ? 'yes' : 'no');

const enteredOf = (
  { loanPeriod, renewals, lendable, holdable, finePerDay, lostCharge }: Values,
  typed: (minor: number) => string,
): Entered => ({
  days: numberText(loanPeriod && 'days' in loanPeriod ? loanPeriod.days : undefined),
  hours: numberText(loanPeriod && 'hours' in loanPeriod ? loanPeriod.hours : undefined),
  renewals: numberText(renewals),
  ...{ lendable: yesNo(lendable), holdable: yesNo(holdable) },
  finePerDay: finePerDay === undefined ? '' : typed(finePerDay),
  lostCharge: lostCharge === undefined ? '' : typed(lostCharge),
});

const given = <T,>(text: string, name: string, value: T): Record<string, T> => (text === '' ? {} : { [name]: value });

/** Returns the values of a rule as entered: an empty field leaves the value to the next rule. Fields that the form lacks stay. */
const valuesOf = (before: Values, entered: Entered, minor: (text: string) => number | undefined): Values => {
  const { loanPeriod: _p, renewals: _r, lendable: _l, holdable: _h, finePerDay: _f, lostCharge: _c, ...rest } = before;
  const { days, hours } = entered;
  return {
    ...rest,
    ...(hours !== ''
      ? { loanPeriod: { hours: Number(hours) } }
      : days !== ''
        ? { loanPeriod: { days: Number(days) } }
        : {}),
    ...given(entered.renewals, 'renewals', Number(entered.renewals)),
    ...given(entered.lendable, 'lendable', entered.lendable === 'yes'),
    ...given(entered.holdable, 'holdable', entered.holdable === 'yes'),
    ...given(entered.finePerDay, 'finePerDay', minor(entered.finePerDay) ?? 0),
    ...given(entered.lostCharge, 'lostCharge', minor(entered.lostCharge) ?? 0),
  };
};

const readersOf = (minor: (text: string) => number | undefined): Partial<Record<keyof Entered, typeof minor>> => ({
  ...{ days: wholeOf, hours: wholeOf, renewals: wholeOf, finePerDay: minor, lostCharge: minor },
});

/** Returns a new rule limited to some residents, under an id of its own. */
const limitedTo = (rule: AdoptedRule, residence: Residence | undefined): AdoptedRule => {
  if (residence === undefined) return rule;
  const { setBy, when } = rule;
  const id = ruleIdOf(setBy, when.itemCategory, when.patronCategory, residence);
  return { ...rule, id, when: { ...when, patronResidence: residence } };
};

/** The values of a rule that the fields of the form set. */
const ruleValueOf: Record<keyof Entered, keyof Values> = {
  ...{ days: 'loanPeriod', hours: 'loanPeriod', renewals: 'renewals', lendable: 'lendable', holdable: 'holdable' },
  ...{ finePerDay: 'finePerDay', lostCharge: 'lostCharge' },
};

type Props = {
  rule: AdoptedRule;
  isNew: boolean;
  currency: string;
  /** Whether another person adopts the change, as for rules of the own library. */
  isProposal: boolean;
  close: () => void;
};

/** The form of one loan rule: what changes in words, from which day, and by which decision, or for which reason another person adopts it. */
export const ChangeRule = ({ rule: shown, isNew, currency, isProposal, close }: Props) => {
  const t = useTranslate();
  const names = { ...useDirectory(), ...useResidences(), categoryName: useCategoryName() };
  const { typed, minor } = useFormat();
  const reasonText = useReasonText();
  const inMinor = (one: string) => minor(one, currency);
  const [residence, setResidence] = useState<Residence>();
  const rule = limitedTo(shown, residence);
  const lacksPlaces = residence !== undefined && placesOf(residence).length === 0;
  const [start] = useState(() => enteredOf(rule.values, (one) => typed(one, currency)));
  const [entered, setEntered] = useState(start);
  const [decided, setDecided] = useState({ day: '', decision: '' });
  const adoption = useAdoptRule();
  const proposing = useProposeRules();
  const adopt = isProposal ? proposing : adoption;
  const reads = readersOf(inMinor);
  const isWrong = (name: keyof Entered): boolean => entered[name] !== '' && reads[name]?.(entered[name]) === undefined;
  const wrong = (Object.keys(reads) as (keyof Entered)[]).filter(isWrong);
  // What cannot be read changes nothing, and nothing is adopted until it can.
  const unchanged = Object.fromEntries(wrong.map((name) => [name, start[name]]));
  const values = valuesOf(rule.values, { ...entered, ...unchanged }, inMinor);
  const change = { ...(!isNew && { before: rule }), after: { ...rule, values } };
  const changed = changedValues(isNew ? {} : rule.values, values);
  const { error } = adopt;
  const atFields = error && !(error instanceof RuleDiffers) ? asProblem(error).reasons : [];
  const faultOf = (name: keyof Entered): string | undefined => {
    if (wrong.includes(name)) return t('policy.unreadable');
    if ((name === 'days' && entered.hours !== '') || (name === 'hours' && entered.hours === '')) return undefined;
    const reason = atFields.find(({ pointer }) => pointer.endsWith(`/values/${ruleValueOf[name]}`));
    return reason && reasonText(reason);
  };
  const put = (name: keyof Entered) => ({
    size: 'sm' as const,
    label: t(`loan-rules.field-${name}`),
    error: faultOf(name),
    value: entered[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      setEntered({ ...entered, [name]: currentTarget.value }),
  });
  const whole = (name: keyof Entered) => ({ ...put(name), inputMode: 'numeric' as const });
  const choice = ['', 'yes', 'no'].map((value) => ({
    value,
    label: value === '' ? t('loan-rules.not-set') : t(value === 'yes' ? 'loan-rules.yes' : 'loan-rules.no'),
  }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const begins = decided.day === '' ? 0 : Date.parse(`${decided.day}T00:00:00`);
    const text = decided.decision.trim();
    const from = begins > Date.now() ? { effectiveFrom: new Date(begins).toISOString() } : {};
    if (isProposal) proposing.mutate({ memberId: rule.setBy, changes: [change], reason: text, ...from });
    else adoption.mutate({ ...change, decisionReference: text, ...from });
  };
  const done = isProposal
    ? proposing.data &&
      t(proposing.data.state === 'adopted' ? 'rule-proposals.adopted-alone' : 'rule-proposals.proposed')
    : adoption.data !== undefined && t('loan-rules.adopted', { versions: adoption.data });
  return (
    <Dialog title={t(isNew ? 'loan-rules.new-rule' : 'loan-rules.change-rule')} close={close} size="lg">
      <form className="stack" aria-label={t('loan-rules.change-rule')} onSubmit={submit}>
        <p>{conditionTexts(t, names, rule).join(', ') || t('loan-rules.all-items')}</p>
        {isNew && <ResidenceField residence={residence} change={setResidence} />}
        <div className="rule-fields">
          <TextInput {...whole('days')} />
          <TextInput {...whole('hours')} />
          <TextInput {...whole('renewals')} />
          <NativeSelect {...put('lendable')} data={choice} />
          <NativeSelect {...put('holdable')} data={choice} />
          <TextInput {...put('finePerDay')} inputMode="decimal" />
          <TextInput {...put('lostCharge')} inputMode="decimal" />
        </div>
        <section aria-label={t('loan-rules.differences')}>
          <h3>{t('loan-rules.differences')}</h3>
          {changed.length === 0 && <p className="quiet">{t('loan-rules.no-difference')}</p>}
          {changed.length > 0 && <ValueDifferences {...{ change, currency }} />}
        </section>
        <TextInput
          size="sm"
          type="date"
          min={today()}
          label={t('loan-rules.from-day')}
          description={t('loan-rules.from-day-hint')}
          value={decided.day}
          onChange={({ currentTarget }) => setDecided({ ...decided, day: currentTarget.value })}
        />
        <TextInput
          size="sm"
          required
          maxLength={isProposal ? 160 : 200}
          label={t(isProposal ? 'rule-proposals.reason' : 'loan-rules.decision')}
          value={decided.decision}
          onChange={({ currentTarget }) => setDecided({ ...decided, decision: currentTarget.value })}
        />
        {error instanceof RuleDiffers ? (
          <ConflictNotice {...{ error, currency }} />
        ) : (
          error && <FailedNotice thrown={error} />
        )}
        <p role="status">{done}</p>
        <p>
          {adopt.isSuccess ? (
            <Button size="sm" variant="default" onClick={close}>
              {t('do.close')}
            </Button>
          ) : (
            <Button
              size="sm"
              type="submit"
              loading={adopt.isPending}
              disabled={changed.length === 0 || wrong.length > 0 || lacksPlaces}
            >
              {t(isProposal ? 'rule-proposals.propose' : 'loan-rules.adopt')}
            </Button>
          )}
        </p>
      </form>
    </Dialog>
  );
};
