import { Fragment } from 'react';
import { useTranslate } from '../../../i18n/translate.ts';
import { ChoiceField, DecimalField, MoneyField, NameField, NumberField, TextField } from '../shared/fields.tsx';
import { freshParts } from '../shared/formula-values.ts';
import { RowsField } from '../shared/rows-field.tsx';
import type { Part } from '../shared/workbench.ts';
import { PartExceptions } from './exceptions-field.tsx';
import { FigureSourceFields } from './figure-source-fields.tsx';
import { ShareKeyFields } from './share-key-fields.tsx';

type Of<K extends Part['kind']> = Extract<Part, { kind: K }>;
type Fields<P> = { part: P; currency: string; onChange: (part: P) => void };

/** Removes an upper bound that was cleared. */
const bounded = <T extends { upTo?: number }>(row: T, upTo: number | undefined): T => {
  const { upTo: _, ...rest } = row;
  return (upTo === undefined ? rest : { ...rest, upTo }) as T;
};

type Tier = Of<'tiers'>['tiers'][number];
type Rate = 'percent' | 'price';

/** Returns a tier with its rate as a percentage or as a price, never both. */
const rated = ({ percent, price, ...tier }: Tier, rate: Rate): Tier => ({ ...tier, [rate]: price ?? percent ?? '0' });

const Tiers = ({ part, currency, onChange }: Fields<Of<'tiers'>>) => {
  const t = useTranslate();
  const rate: Rate = part.tiers[0]?.price === undefined ? 'percent' : 'price';
  return (
    <>
      <FigureSourceFields value={part} {...(rate === 'percent' && { currency })} onChange={onChange} />
      <ChoiceField
        label={t('workbench.method')}
        value={part.method}
        choices={(['marginal', 'flat'] as const).map((value) => ({ value, label: t(`method.${value}`) }))}
        onChange={(method) => onChange({ ...part, method })}
      />
      <ChoiceField
        label={t('workbench.rate')}
        value={rate}
        choices={(['percent', 'price'] as const).map((value) => ({ value, label: t(`rate.${value}`) }))}
        onChange={(next) => onChange({ ...part, tiers: part.tiers.map((tier) => rated(tier, next)) })}
      />
      <RowsField<Tier>
        // Bounds are money or a number, so the key resets their fields when the rate changes.
        key={rate}
        name={t('workbench.tiers')}
        rows={part.tiers}
        fresh={() => ({ [rate]: '0' })}
        label={(at) => t('workbench.tier', { number: at + 1 })}
        onChange={(tiers) => onChange({ ...part, tiers })}
      >
        {(tier, put) => (
          <>
            {rate === 'percent' ? (
              <MoneyField
                label={t('workbench.up-to-money', { currency })}
                currency={currency}
                isOptional
                value={tier.upTo}
                onChange={(upTo) => put(bounded(tier, upTo))}
              />
            ) : (
              <NumberField
                label={t('workbench.up-to')}
                isOptional
                value={tier.upTo}
                onChange={(upTo) => put(bounded(tier, upTo))}
              />
            )}
            <DecimalField
              label={rate === 'percent' ? t('workbench.percent') : t('workbench.price', { currency })}
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
  const t = useTranslate();
  return (
    <>
      <FigureSourceFields value={part} onChange={onChange} />
      <RowsField<Of<'bands'>['bands'][number]>
        name={t('workbench.bands')}
        rows={part.bands}
        fresh={() => ({ amount: 0 })}
        label={(at) => t('workbench.band', { number: at + 1 })}
        onChange={(bands) => onChange({ ...part, bands })}
      >
        {(band, put) => (
          <>
            <NumberField
              label={t('workbench.up-to')}
              isOptional
              value={band.upTo}
              onChange={(upTo) => put(bounded(band, upTo))}
            />
            <MoneyField
              label={t('workbench.amount', { currency })}
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
  const t = useTranslate();
  const { key, percent = '100', addPercent = '0' } = part;
  return (
    <>
      <NameField label={t('workbench.cost')} value={part.cost} onChange={(cost) => onChange({ ...part, cost })} />
      <DecimalField
        label={t('workbench.percent-of-cost')}
        value={percent}
        onChange={(next) => onChange({ ...part, percent: next })}
      />
      <DecimalField
        label={t('workbench.add-percent')}
        value={addPercent}
        onChange={(next) => onChange({ ...part, addPercent: next })}
      />
      <ChoiceField
        label={t('workbench.taken-off')}
        value={part.takenOff ? 'yes' : 'no'}
        choices={(['no', 'yes'] as const).map((value) => ({ value, label: t(`taken-off.${value}`) }))}
        onChange={(is) => {
          const { takenOff: _, ...rest } = part;
          onChange(is === 'yes' ? { ...rest, takenOff: true } : rest);
        }}
      />
      <ShareKeyFields value={key} onChange={(next) => onChange({ ...part, key: next })} />
    </>
  );
};

const Prorated = ({ part, currency, onChange }: Fields<Of<'prorated'>>) => {
  const t = useTranslate();
  const { amount, limits, beyond = 'whole' } = part;
  return (
    <>
      <MoneyField
        label={t('workbench.amount', { currency })}
        currency={currency}
        value={amount}
        onChange={(next) => onChange({ ...part, amount: next })}
      />
      <ChoiceField
        label={t('workbench.beyond')}
        value={beyond}
        choices={(['whole', 'refused'] as const).map((value) => ({ value, label: t(`beyond.${value}`) }))}
        onChange={(next) => onChange({ ...part, beyond: next })}
      />
      <RowsField<Of<'prorated'>['limits'][number]>
        name={t('workbench.limits')}
        rows={limits}
        fresh={() => ({ figure: '', full: 1000 })}
        label={(at) => t('workbench.limit', { number: at + 1 })}
        onChange={(next) => onChange({ ...part, limits: next })}
      >
        {(limit, put) => (
          <>
            <FigureSourceFields value={limit} onChange={put} />
            <NumberField label={t('workbench.full')} value={limit.full} onChange={(full) => put({ ...limit, full })} />
          </>
        )}
      </RowsField>
    </>
  );
};

const Flag = ({ part, currency, onChange }: Fields<Of<'flag'>>) => {
  const t = useTranslate();
  return (
    <>
      <NameField label={t('workbench.flag')} value={part.flag} onChange={(flag) => onChange({ ...part, flag })} />
      <ChoiceField
        label={t('workbench.flag-is')}
        value={part.is ? 'yes' : 'no'}
        choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(`flag-is.${value}`) }))}
        onChange={(is) => onChange({ ...part, is: is === 'yes' })}
      />
      <MoneyField
        label={t('workbench.amount', { currency })}
        currency={currency}
        isSigned
        value={part.amount}
        onChange={(amount) => onChange({ ...part, amount })}
      />
    </>
  );
};

type Holding = Of<'sum-of' | 'max-of' | 'min-of'>;
type Held = Of<'max-of'>['parts'][number];
const simpleKinds = ['fixed', 'per-unit', 'tiers', 'bands', 'flag', 'prorated', 'share'] as const;

/** A part within another: its kind, its title, its fields, and to whom it applies. */
const HeldFields = ({ part, kinds, currency, onChange }: Fields<Held> & { kinds: readonly Held['kind'][] }) => {
  const t = useTranslate();
  const put = (next: Part): void => onChange(next as Held);
  return (
    <>
      <ChoiceField
        label={t('workbench.kind-of-part')}
        value={part.kind}
        choices={kinds.map((value) => ({ value, label: t(`part-kind.${value}`) }))}
        onChange={(kind) => onChange({ ...freshParts[kind], title: part.title })}
      />
      <TextField
        label={t('workbench.line-title')}
        value={part.title}
        onChange={(title) => onChange({ ...part, title })}
      />
      <Fragment key={part.kind}>
        <PartFields part={part} currency={currency} onChange={put} />
        <PartExceptions part={part} currency={currency} onChange={put} />
      </Fragment>
    </>
  );
};

/** The parts within a part, which are summed, or of which the greatest or the least applies. */
const Within = ({ part, currency, onChange }: Fields<Holding>) => {
  const t = useTranslate();
  const kinds = part.kind === 'sum-of' ? simpleKinds : [...simpleKinds, 'sum-of' as const];
  return (
    <RowsField<Held>
      name={t('workbench.parts-within')}
      rows={part.parts}
      fresh={() => freshParts.fixed}
      label={(at) => t('workbench.part-within', { number: at + 1 })}
      onChange={(parts) => onChange({ ...part, parts } as Holding)}
    >
      {(held, put) => <HeldFields part={held} kinds={kinds} currency={currency} onChange={put} />}
    </RowsField>
  );
};

/** The fields of a part of a formula, by its kind. */
export const PartFields = ({ part, currency, onChange }: Fields<Part>) => {
  const t = useTranslate();
  if (part.kind === 'tiers') return <Tiers part={part} currency={currency} onChange={onChange} />;
  if (part.kind === 'bands') return <Bands part={part} currency={currency} onChange={onChange} />;
  if (part.kind === 'share') return <Share part={part} currency={currency} onChange={onChange} />;
  if (part.kind === 'flag') return <Flag part={part} currency={currency} onChange={onChange} />;
  if (part.kind === 'prorated') return <Prorated part={part} currency={currency} onChange={onChange} />;
  if (part.kind === 'sum-of' || part.kind === 'max-of' || part.kind === 'min-of')
    return <Within part={part} currency={currency} onChange={onChange} />;
  if (part.kind === 'fixed')
    return (
      <MoneyField
        label={t('workbench.amount', { currency })}
        currency={currency}
        isSigned
        value={part.amount}
        onChange={(amount) => onChange({ ...part, amount })}
      />
    );
  return (
    <>
      <FigureSourceFields value={part} onChange={onChange} />
      <DecimalField
        label={t('workbench.price', { currency })}
        isSigned
        value={part.price}
        onChange={(price) => onChange({ ...part, price })}
      />
    </>
  );
};
