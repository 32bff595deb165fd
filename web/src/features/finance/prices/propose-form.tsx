import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { ChoiceField, DecimalField, NumberField, TextField } from '../shared/fields.tsx';
import { RowsField } from '../shared/rows-field.tsx';
import { readable } from '../shared/workbench.ts';
import { type Book, type Tier, usePropose } from './prices.ts';

type Row = { meter: string; per: number; tiers: Tier[] };

const rowOf = ({ prices }: Book, meter: string): Row => {
  const { per = 1, tiers = [{ price: '' }] } = prices[meter] ?? {};
  return { meter, per, tiers };
};

type Entered = { from: string; decision: string; decidedOn: string; source: string; reason: string };
const names = ['decision', 'source', 'reason'] as const;
const days = ['from', 'decidedOn'] as const;

const Tiered = ({ row, put }: { row: Row; put: (row: Row) => void }) => {
  const t = useTranslate();
  return (
    <RowsField<Tier>
      name={t('prices.tiers')}
      rows={row.tiers}
      onChange={(tiers) => put({ ...row, tiers })}
      fresh={() => ({ price: '' })}
      label={(at) => t('prices.tier', { number: at + 1 })}
    >
      {({ upTo, price }, change, at) => (
        <>
          <DecimalField
            label={t('prices.price')}
            value={price}
            onChange={(next) => change({ ...row.tiers[at], price: next })}
          />
          {/* The last tier has no upper bound. */}
          {at < row.tiers.length - 1 && (
            <NumberField
              label={t('prices.tier-end')}
              value={upTo ?? 0}
              onChange={(end) => change({ ...row.tiers[at], price, upTo: end })}
            />
          )}
        </>
      )}
    </RowsField>
  );
};

const pricesOf = (rows: readonly Row[]) =>
  Object.fromEntries(
    rows.map(({ meter, per, tiers }) => [
      meter,
      {
        per,
        tiers: tiers.map(({ price, upTo }, at) => (at < tiers.length - 1 ? { price, upTo: upTo ?? 0 } : { price })),
      },
    ]),
  );

/** Proposes prices from a day on, by a named decision; prefilled with the current prices. */
export const ProposeForm = ({ book }: { book: Book }) => {
  const t = useTranslate();
  const meters = Object.keys(book.prices);
  const [entered, setEntered] = useState<Entered>({ from: '', decision: '', decidedOn: '', source: '', reason: '' });
  const [rows, setRows] = useState<Row[]>(() => [rowOf(book, meters[0] ?? '')]);
  const propose = usePropose();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { decidedOn, source, reason } = entered;
    const { region, currency } = book;
    propose.mutate({
      effectiveFrom: `${entered.from}T00:00:00.000Z`,
      decisionReference: entered.decision,
      body: { region, currency, decidedOn, source, reason, prices: pricesOf(rows) },
    });
  };
  return (
    <section aria-labelledby="propose" className="stack">
      <h2 id="propose">{t('prices.propose')}</h2>
      <p className="quiet">{t('prices.propose-meaning')}</p>
      <form className="bench-fields" aria-labelledby="propose" onSubmit={submit}>
        {days.map((name) => (
          <TextInput
            key={name}
            size="sm"
            required
            type="date"
            label={t(name === 'from' ? 'prices.effective-from' : 'prices.decided-on')}
            value={entered[name]}
            onChange={({ currentTarget: { value } }) => setEntered({ ...entered, [name]: value })}
          />
        ))}
        {names.map((name) => (
          <TextField
            key={name}
            label={t(`prices.${name}`)}
            value={entered[name]}
            onChange={(value) => setEntered({ ...entered, [name]: value })}
          />
        ))}
        <RowsField
          name={t('prices.prices')}
          rows={rows}
          onChange={setRows}
          fresh={() => rowOf(book, meters.find((meter) => !rows.some((row) => row.meter === meter)) ?? '')}
          label={(at) => readable(rows[at]?.meter ?? '')}
        >
          {(row, put) => (
            <>
              <ChoiceField
                label={t('prices.meter')}
                value={row.meter}
                choices={meters.map((value) => ({ value, label: readable(value) }))}
                onChange={(meter) => put(rowOf(book, meter))}
              />
              <NumberField label={t('prices.per-units')} value={row.per} onChange={(per) => put({ ...row, per })} />
              <Tiered key={row.meter} row={row} put={put} />
            </>
          )}
        </RowsField>
        <p>
          <Button size="sm" type="submit" loading={propose.isPending}>
            {t('prices.propose-yes')}
          </Button>
        </p>
      </form>
      <p role="status">{propose.isSuccess && t('prices.is-proposed')}</p>
      {propose.error && <FailedNotice thrown={propose.error} />}
    </section>
  );
};
