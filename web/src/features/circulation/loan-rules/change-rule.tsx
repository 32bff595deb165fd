import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { useResidences } from '../../../api/residences.ts';
import { wholeOf } from '../../../components/amount-fields.tsx';
import { today } from '../../../components/days.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { conditionTexts } from './conditions-text.ts';
import { changedValues } from './merge-rule.ts';
import { valueText } from './outcome-text.ts';
import { placesOf, type Residence, ResidenceField } from './residence-field.tsx';
import { ruleIdOf } from './rule-id.ts';
import { type AdoptedRule, RuleDiffers, useAdoptRule } from './use-adopt-rule.ts';

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

type Props = { rule: AdoptedRule; isNew: boolean; currency: string; close: () => void };

/** The form with which an administrator changes one loan rule: what changes in words, from which day, by which decision. */
export const ChangeRule = ({ rule: shown, isNew, currency, close }: Props) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const names = { ...useDirectory(), ...useResidences() };
  const { money, typed, minor, date } = useFormat();
  const inMinor = (one: string) => minor(one, currency);
  const [residence, setResidence] = useState<Residence>();
  const rule = limitedTo(shown, residence);
  const lacksPlaces = residence !== undefined && placesOf(residence).length === 0;
  const [start] = useState(() => enteredOf(rule.values, (one) => typed(one, currency)));
  const [entered, setEntered] = useState(start);
  const [decided, setDecided] = useState({ day: '', decision: '' });
  const adopt = useAdoptRule();
  const reads = readersOf(inMinor);
  const isWrong = (name: keyof Entered): boolean => entered[name] !== '' && reads[name]?.(entered[name]) === undefined;
  const wrong = (Object.keys(reads) as (keyof Entered)[]).filter(isWrong);
  // What cannot be read changes nothing, and nothing is adopted until it can.
  const unchanged = Object.fromEntries(wrong.map((name) => [name, start[name]]));
  const values = valuesOf(rule.values, { ...entered, ...unchanged }, inMinor);
  const changed = changedValues(isNew ? {} : rule.values, values);
  const amount = (one: number): string => money(one, currency);
  const text = (of: object, name: string): string => {
    const value = Object.entries(of).find(([one]) => one === name)?.[1];
    return value === undefined ? t('loan-rules.not-set') : valueText(t, amount, name, value);
  };
  const put = (name: keyof Entered) => ({
    size: 'sm' as const,
    label: t(`loan-rules.field-${name}`),
    ...(wrong.includes(name) && { error: t('policy.unreadable') }),
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
    const change = {
      ...(!isNew && { before: rule }),
      ...{ after: { ...rule, values }, decisionReference: decided.decision.trim() },
      ...(begins > Date.now() && { effectiveFrom: new Date(begins).toISOString() }),
    };
    adopt.mutate(change);
  };
  const { error } = adopt;
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
          <ul>
            {changed.map((name) => (
              <li key={name}>
                {t('loan-rules.becomes', {
                  value: textOf('loan-rules.value', name),
                  before: text(isNew ? {} : rule.values, name),
                  after: text(values, name),
                })}
              </li>
            ))}
          </ul>
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
          maxLength={200}
          label={t('loan-rules.decision')}
          value={decided.decision}
          onChange={({ currentTarget }) => setDecided({ ...decided, decision: currentTarget.value })}
        />
        {error instanceof RuleDiffers ? (
          <div className="notice notice-warn" role="alert">
            <p>
              {error.conflict.value === undefined
                ? t(error.conflict.isThere ? 'loan-rules.conflict-exists' : 'loan-rules.conflict-gone', {
                    version: error.version.version,
                    day: date(error.version.effectiveFrom),
                  })
                : t('loan-rules.conflict', {
                    ...{ version: error.version.version, day: date(error.version.effectiveFrom) },
                    value: textOf('loan-rules.value', error.conflict.value),
                    theirs:
                      error.conflict.theirs === undefined
                        ? t('loan-rules.not-set')
                        : valueText(t, amount, error.conflict.value, error.conflict.theirs),
                  })}
            </p>
          </div>
        ) : (
          error && <FailedNotice thrown={error} />
        )}
        <p role="status">{adopt.isSuccess && t('loan-rules.adopted', { versions: adopt.data })}</p>
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
              {t('loan-rules.adopt')}
            </Button>
          )}
        </p>
      </form>
    </Dialog>
  );
};
