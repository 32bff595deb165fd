import { useTranslate } from '../../../i18n/translate.ts';
import { ChoiceField, MoneyField, NameField, NumberField } from '../shared/fields.tsx';
import type { FigureSource } from '../shared/workbench.ts';

const divisions = ['none', 'number', 'figure'] as const;
const roundings = ['none', 'up', 'down', 'nearest'] as const;
const takes = ['last', 'average', 'least-of-last-and-average'] as const;

type Optional = 'yearsBefore' | 'maxAge' | 'dividedBy' | 'rounded';

/** Removes an emptied field: the API does not accept an empty number. */
const withOptional = <T extends FigureSource, K extends Optional>(
  value: T,
  name: K,
  next: FigureSource[K] | undefined,
): T => {
  const { [name]: _, ...rest } = value;
  return (next === undefined ? rest : { ...rest, [name]: next }) as T;
};

/** `currency` where the figure is money. */
type Fields<T> = { value: T; currency?: string; onChange: (value: T) => void };

/** What a figure is divided by: a number, or another figure. */
const Division = <T extends FigureSource>({ value, onChange }: Fields<T>) => {
  const t = useTranslate();
  const { dividedBy } = value;
  const put = (next: number | string | undefined): void => onChange(withOptional(value, 'dividedBy', next));
  const now = dividedBy === undefined ? 'none' : typeof dividedBy === 'number' ? 'number' : 'figure';
  return (
    <>
      <ChoiceField
        label={t('workbench.divided')}
        value={now}
        choices={divisions.map((one) => ({ value: one, label: t(`divided.${one}`) }))}
        onChange={(next) => put({ none: undefined, number: 1000, figure: 'population' }[next])}
      />
      {typeof dividedBy === 'number' && (
        <NumberField label={t('workbench.divided-number')} value={dividedBy} onChange={put} />
      )}
      {typeof dividedBy === 'string' && (
        <NameField label={t('workbench.divided-figure')} value={dividedBy} list="workbench-figures" onChange={put} />
      )}
    </>
  );
};

/** How a figure is rounded after it was divided. */
const Rounding = <T extends FigureSource>({ value, onChange }: Fields<T>) => {
  const t = useTranslate();
  const { rounded } = value;
  const put = (next: FigureSource['rounded'] | undefined): void => onChange(withOptional(value, 'rounded', next));
  return (
    <>
      <ChoiceField
        label={t('workbench.figure-rounded')}
        value={rounded?.mode ?? 'none'}
        choices={roundings.map((one) => ({ value: one, label: t(`figure-rounded.${one}`) }))}
        onChange={(mode) => put(mode === 'none' ? undefined : { to: rounded?.to ?? 1, mode })}
      />
      {rounded && (
        <NumberField
          label={t('workbench.figure-rounded-to')}
          value={rounded.to}
          onChange={(to) => put({ ...rounded, to })}
        />
      )}
    </>
  );
};

/** How a figure is read: which one, which years, its exempt amount, and how it is divided and rounded. Keeps the other properties of the value. */
export const FigureSourceFields = <T extends FigureSource>({ value, currency, onChange }: Fields<T>) => {
  const t = useTranslate();
  const free = (next: number): void => onChange({ ...value, lessFirst: next });
  const { take = 'last', years = 1, lessFirst = 0 } = value;
  return (
    <>
      <NameField
        label={t('workbench.figure')}
        value={value.figure}
        list="workbench-figures"
        onChange={(figure) => onChange({ ...value, figure })}
      />
      <ChoiceField
        label={t('workbench.take')}
        value={take}
        choices={takes.map((one) => ({ value: one, label: t(`take.${one}`) }))}
        onChange={(next) => onChange({ ...value, take: next })}
      />
      {take !== 'last' && (
        <NumberField
          label={t('workbench.years')}
          value={years}
          onChange={(next) => onChange({ ...value, years: next })}
        />
      )}
      {currency === undefined ? (
        <NumberField label={t('workbench.less-first')} value={lessFirst} onChange={free} />
      ) : (
        <MoneyField
          label={t('workbench.less-first-money', { currency })}
          currency={currency}
          value={lessFirst}
          onChange={free}
        />
      )}
      <NumberField
        label={t('workbench.years-before')}
        isOptional
        value={value.yearsBefore}
        onChange={(next) => onChange(withOptional(value, 'yearsBefore', next))}
      />
      <NumberField
        label={t('workbench.max-age')}
        isOptional
        value={value.maxAge}
        onChange={(next) => onChange(withOptional(value, 'maxAge', next))}
      />
      <Division value={value} onChange={onChange} />
      <Rounding value={value} onChange={onChange} />
    </>
  );
};
