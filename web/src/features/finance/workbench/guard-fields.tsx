import { useTranslate } from '../../../i18n/translate.ts';
import { ChoiceField, DecimalField, MoneyField, NameField, NumberField, TextField } from '../shared/fields.tsx';
import type { Guard } from '../shared/workbench.ts';

type Fields = { guard: Guard; currency: string; onChange: (guard: Guard) => void };
type Borne = NonNullable<Guard['borne']>;

/** Removes an emptied field: the API does not accept empty text. */
const without = <T extends object, K extends keyof T>(value: T, name: K): Omit<T, K> => {
  const { [name]: _, ...rest } = value;
  return rest;
};

const Bearer = ({ guard, onChange }: Pick<Fields, 'guard' | 'onChange'>) => {
  const t = useTranslate();
  const borne: Borne = guard.borne ?? { bornBy: 'nobody' };
  const put = (next: Borne): void => onChange({ ...guard, borne: next } as Guard);
  // A rounding difference cannot be borne by the other members.
  const bearers = (['nobody', 'others', 'payer'] as const).filter((by) => by !== 'others' || guard.kind !== 'round-to');
  return (
    <>
      <ChoiceField
        label={t('workbench.borne')}
        value={borne.bornBy}
        choices={bearers.map((value) => ({ value, label: t(`borne.${value}`) }))}
        onChange={(bornBy) => put(bornBy === 'payer' ? { bornBy, payer: 'subsidy' } : { bornBy })}
      />
      {borne.bornBy === 'payer' && (
        <NameField label={t('workbench.payer')} value={borne.payer} onChange={(payer) => put({ ...borne, payer })} />
      )}
    </>
  );
};

const Limits = ({
  guard,
  onChange,
}: Pick<Fields, 'onChange'> & { guard: Extract<Guard, { kind: 'yearly-change' }> }) => {
  const t = useTranslate();
  const put = (side: 'up' | 'down', text: string): void =>
    onChange(text === '' ? (without(guard, side) as Guard) : { ...guard, [side]: text });
  return (
    <>
      <DecimalField
        label={t('workbench.up')}
        isNeeded={false}
        value={guard.up ?? ''}
        onChange={(text) => put('up', text)}
      />
      <DecimalField
        label={t('workbench.down')}
        isNeeded={false}
        value={guard.down ?? ''}
        onChange={(text) => put('down', text)}
      />
    </>
  );
};

/** The fields of a guard, by its kind, and who pays the reduction. */
export const GuardFields = ({ guard, currency, onChange }: Fields) => {
  const t = useTranslate();
  return (
    <>
      {(guard.kind === 'minimum' || guard.kind === 'maximum' || guard.kind === 'discount') && (
        <MoneyField
          label={t('workbench.amount', { currency })}
          currency={currency}
          value={guard.amount}
          onChange={(amount) => onChange({ ...guard, amount })}
        />
      )}
      {guard.kind === 'phase-in' && (
        <TextField
          label={t('workbench.percents')}
          hint={t('workbench.percents-hint')}
          pattern="\s*\d{1,4}(\.\d{1,10})?(\s*,\s*\d{1,4}(\.\d{1,10})?){0,9}\s*"
          value={guard.percents.join(', ')}
          onChange={(text) => onChange({ ...guard, percents: text.split(',').map((one) => one.trim()) })}
        />
      )}
      {guard.kind === 'yearly-change' && <Limits guard={guard} onChange={onChange} />}
      {guard.kind === 'transition' && (
        <>
          <NumberField
            label={t('workbench.transition-from')}
            value={guard.from}
            onChange={(from) => onChange({ ...guard, from })}
          />
          <NumberField
            label={t('workbench.transition-years')}
            value={guard.years}
            onChange={(years) => onChange({ ...guard, years })}
          />
        </>
      )}
      {guard.kind === 'round-to' && (
        <>
          <MoneyField
            label={t('workbench.round-to', { currency })}
            currency={currency}
            value={guard.unit}
            onChange={(unit) => onChange({ ...guard, unit })}
          />
          <ChoiceField
            label={t('workbench.round-mode')}
            value={guard.mode ?? 'nearest'}
            choices={(['nearest', 'up', 'down'] as const).map((value) => ({ value, label: t(`round.${value}`) }))}
            onChange={(mode) => onChange({ ...guard, mode })}
          />
        </>
      )}
      {guard.kind === 'subsidy' && (
        <>
          <DecimalField
            label={t('workbench.percent')}
            value={guard.percent}
            onChange={(percent) => onChange({ ...guard, percent })}
          />
          <NameField
            label={t('workbench.flag-of-subsidy')}
            isNeeded={false}
            value={guard.flag ?? ''}
            onChange={(flag) => onChange(flag === '' ? (without(guard, 'flag') as Guard) : { ...guard, flag })}
          />
        </>
      )}
      <Bearer guard={guard} onChange={onChange} />
    </>
  );
};
