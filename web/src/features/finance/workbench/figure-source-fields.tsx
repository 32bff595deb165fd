import { useTranslate } from '../../../i18n/translate.ts';
import { ChoiceField, MoneyField, NameField, NumberField } from '../shared/fields.tsx';
import type { FigureSource } from '../shared/workbench.ts';

const takes = ['last', 'average', 'least-of-last-and-average'] as const;

/** Removes an emptied field: the API does not accept an empty number. */
const withOptional = <T extends FigureSource>(
  value: T,
  name: 'yearsBefore' | 'maxAge',
  next: number | undefined,
): T => {
  const { [name]: _, ...rest } = value;
  return (next === undefined ? rest : { ...rest, [name]: next }) as T;
};

/** `currency` where the figure is money. */
type Fields<T> = { value: T; currency?: string; onChange: (value: T) => void };

/** How a figure is read: which one, which years, and its exempt amount. Keeps the other properties of the value. */
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
    </>
  );
};
