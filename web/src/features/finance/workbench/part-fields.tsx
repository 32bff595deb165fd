import { useSay } from '../../../i18n/translate.ts';
import { ChoiceField, DecimalField, MoneyField, NameField, NumberField } from '../shared/fields.tsx';
import { RowsField } from '../shared/rows-field.tsx';
import type { Part } from '../shared/workbench.ts';
import { JsonField } from './json-field.tsx';
import { ReadingFields } from './reading-fields.tsx';

type Of<K extends Part['kind']> = Extract<Part, { kind: K }>;
type Fields<P> = { part: P; currency: string; onChange: (part: P) => void };

/** A bound that is taken off again leaves none behind. */
const bounded = <T extends { upTo?: number }>(row: T, upTo: number | undefined): T => {
  const { upTo: _, ...rest } = row;
  return (upTo === undefined ? rest : { ...rest, upTo }) as T;
};

type Tier = Of<'tiers'>['tiers'][number];
type Rate = 'percent' | 'price';

/** A tier with its number as a percentage or as a price: never both. */
const rated = ({ percent, price, ...tier }: Tier, rate: Rate): Tier => ({ ...tier, [rate]: price ?? percent ?? '0' });

const Tiers = ({ part, currency, onChange }: Fields<Of<'tiers'>>) => {
  const say = useSay();
  const rate: Rate = part.tiers[0]?.price === undefined ? 'percent' : 'price';
  return (
    <>
      <ReadingFields value={part} {...(rate === 'percent' && { currency })} onChange={onChange} />
      <ChoiceField
        label={say('workbench.method')}
        value={part.method}
        choices={(['marginal', 'flat'] as const).map((value) => ({ value, label: say(`method.${value}`) }))}
        onChange={(method) => onChange({ ...part, method })}
      />
      <ChoiceField
        label={say('workbench.rate')}
        value={rate}
        choices={(['percent', 'price'] as const).map((value) => ({ value, label: say(`rate.${value}`) }))}
        onChange={(next) => onChange({ ...part, tiers: part.tiers.map((tier) => rated(tier, next)) })}
      />
      <RowsField<Tier>
        // Bounds are money or a number: their fields begin anew with the other.
        key={rate}
        name={say('workbench.tiers')}
        rows={part.tiers}
        fresh={() => ({ [rate]: '0' })}
        label={(at) => say('workbench.tier', { number: at + 1 })}
        onChange={(tiers) => onChange({ ...part, tiers })}
      >
        {(tier, put) => (
          <>
            {rate === 'percent' ? (
              <MoneyField
                label={say('workbench.up-to-money', { currency })}
                currency={currency}
                isOptional
                value={tier.upTo}
                onChange={(upTo) => put(bounded(tier, upTo))}
              />
            ) : (
              <NumberField
                label={say('workbench.up-to')}
                isOptional
                value={tier.upTo}
                onChange={(upTo) => put(bounded(tier, upTo))}
              />
            )}
            <DecimalField
              label={rate === 'percent' ? say('workbench.percent') : say('workbench.price', { currency })}
              isSigned={rate === 'price'}
              value={tier[rate] ?? '0'}
              onChange={(next) => put({ ...tier, [rate]: next })}
            />
          </>
        )}
      </RowsField>
    </>
  );
};

const Bands = ({ part, currency, onChange }: Fields<Of<'bands'>>) => {
  const say = useSay();
  return (
    <>
      <ReadingFields value={part} onChange={onChange} />
      <RowsField<Of<'bands'>['bands'][number]>
        name={say('workbench.bands')}
        rows={part.bands}
        fresh={() => ({ amount: 0 })}
        label={(at) => say('workbench.band', { number: at + 1 })}
        onChange={(bands) => onChange({ ...part, bands })}
      >
        {(band, put) => (
          <>
            <NumberField
              label={say('workbench.up-to')}
              isOptional
              value={band.upTo}
              onChange={(upTo) => put(bounded(band, upTo))}
            />
            <MoneyField
              label={say('workbench.amount', { currency })}
              currency={currency}
              isSigned
              value={band.amount}
              onChange={(amount) => put({ ...band, amount })}
            />
          </>
        )}
      </RowsField>
    </>
  );
};

const Share = ({ part, onChange }: Fields<Of<'share'>>) => {
  const say = useSay();
  const { key, percent = '100', addPercent = '0' } = part;
  return (
    <>
      <NameField label={say('workbench.cost')} value={part.cost} onChange={(cost) => onChange({ ...part, cost })} />
      <DecimalField
        label={say('workbench.percent-of-cost')}
        value={percent}
        onChange={(next) => onChange({ ...part, percent: next })}
      />
      <DecimalField
        label={say('workbench.add-percent')}
        value={addPercent}
        onChange={(next) => onChange({ ...part, addPercent: next })}
      />
      <ChoiceField
        label={say('workbench.taken-off')}
        value={part.takenOff ? 'yes' : 'no'}
        choices={(['no', 'yes'] as const).map((value) => ({ value, label: say(`taken-off.${value}`) }))}
        onChange={(is) => {
          const { takenOff: _, ...rest } = part;
          onChange(is === 'yes' ? { ...rest, takenOff: true } : rest);
        }}
      />
      {key.by !== 'bands' && key.by !== 'cases' && (
        <ChoiceField
          label={say('workbench.by')}
          value={key.by}
          choices={(['equal', 'figure'] as const).map((value) => ({ value, label: say(`share-by.${value}`) }))}
          onChange={(by) => onChange({ ...part, key: by === 'equal' ? { by } : { by, figure: 'population' } })}
        />
      )}
      {key.by === 'figure' && <ReadingFields value={key} onChange={(next) => onChange({ ...part, key: next })} />}
      {(key.by === 'bands' || key.by === 'cases') && (
        <JsonField
          label={say(`share-by.${key.by}`)}
          value={key}
          onChange={(next) => onChange({ ...part, key: next })}
        />
      )}
    </>
  );
};

const Flag = ({ part, currency, onChange }: Fields<Of<'flag'>>) => {
  const say = useSay();
  return (
    <>
      <NameField label={say('workbench.flag')} value={part.flag} onChange={(flag) => onChange({ ...part, flag })} />
      <ChoiceField
        label={say('workbench.flag-is')}
        value={part.is ? 'yes' : 'no'}
        choices={(['yes', 'no'] as const).map((value) => ({ value, label: say(`flag-is.${value}`) }))}
        onChange={(is) => onChange({ ...part, is: is === 'yes' })}
      />
      <MoneyField
        label={say('workbench.amount', { currency })}
        currency={currency}
        isSigned
        value={part.amount}
        onChange={(amount) => onChange({ ...part, amount })}
      />
    </>
  );
};

/** Parts within a part, as the API has them. */
const Within = ({ part, onChange }: Pick<Fields<Of<'sum-of' | 'max-of' | 'min-of'>>, 'part' | 'onChange'>) => {
  const say = useSay();
  const { parts } = part;
  return (
    <JsonField
      label={say('workbench.parts-within')}
      value={{ parts }}
      onChange={(next) => onChange({ ...part, ...next } as typeof part)}
    />
  );
};

/** What is said of a part of a formula, by its kind. What is rare is written as the API has it. */
export const PartFields = ({ part, currency, onChange }: Fields<Part>) => {
  const say = useSay();
  if (part.kind === 'tiers') return <Tiers part={part} currency={currency} onChange={onChange} />;
  if (part.kind === 'bands') return <Bands part={part} currency={currency} onChange={onChange} />;
  if (part.kind === 'share') return <Share part={part} currency={currency} onChange={onChange} />;
  if (part.kind === 'flag') return <Flag part={part} currency={currency} onChange={onChange} />;
  if (part.kind === 'prorated') {
    const { amount, limits, beyond } = part;
    const data = { limits, ...(beyond !== undefined && { beyond }) };
    const put = (next: typeof data): void => {
      const { beyond: _, ...rest } = part;
      onChange({ ...rest, ...next });
    };
    return (
      <>
        <MoneyField
          label={say('workbench.amount', { currency })}
          currency={currency}
          value={amount}
          onChange={(next) => onChange({ ...part, amount: next })}
        />
        <JsonField label={say('workbench.as-data')} value={data} onChange={put} />
      </>
    );
  }
  if (part.kind === 'sum-of' || part.kind === 'max-of' || part.kind === 'min-of')
    return <Within part={part} onChange={onChange} />;
  if (part.kind === 'fixed')
    return (
      <MoneyField
        label={say('workbench.amount', { currency })}
        currency={currency}
        isSigned
        value={part.amount}
        onChange={(amount) => onChange({ ...part, amount })}
      />
    );
  return (
    <>
      <ReadingFields value={part} onChange={onChange} />
      <DecimalField
        label={say('workbench.price', { currency })}
        isSigned
        value={part.price}
        onChange={(price) => onChange({ ...part, price })}
      />
    </>
  );
};
