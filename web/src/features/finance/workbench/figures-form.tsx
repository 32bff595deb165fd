import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import type { operations } from '../../../api/current-user.ts';
import { useCurrency } from '../../../api/use-currency.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { MoneyField, NameField, NumberField, TextField } from '../shared/fields.tsx';
import { RowsField } from '../shared/rows-field.tsx';
import { type Figures, useBench, useMoneyFigures } from '../shared/workbench.ts';

type Body = operations['finance-set-figures']['requestBody']['content']['application/json'];
type Row = { figure: string; year: string; value: number };
type Values = {
  rows: Row[];
  flags: string;
  optedInto: string;
  joined: number | undefined;
  joinedMonth: number | undefined;
  feeBefore: number | undefined;
  takesPart: boolean;
};

const namesIn = (text: string): string[] => [...new Set(text.split(/[,;\s]+/).filter(Boolean))];

const valuesOf = (figures: Figures | undefined): Values => ({
  rows: Object.entries(figures?.figures ?? {}).flatMap(([figure, years]) =>
    Object.entries(years).map(([year, value]) => ({ figure, year, value })),
  ),
  flags: (figures?.flags ?? []).join(', '),
  optedInto: (figures?.optedInto ?? []).join(', '),
  takesPart: figures?.takesPart ?? true,
  joined: figures?.joined,
  joinedMonth: figures?.joinedMonth,
  feeBefore: figures?.feeBefore,
});

const bodyOf = ({ rows, flags, optedInto, joined, joinedMonth, feeBefore, takesPart }: Values, v: number): Body => {
  const figures: Body['figures'] = {};
  for (const { figure, year, value } of rows) figures[figure] = { ...figures[figure], [year]: value };
  const when = { ...(joined !== undefined && { joined }), ...(joinedMonth !== undefined && { joinedMonth }) };
  const entered = { ...when, ...(feeBefore !== undefined && { feeBefore }), takesPart };
  return { ...entered, figures, flags: namesIn(flags), optedInto: namesIn(optedInto), v };
};

const useSetFigures = (memberId: string, v: number) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ values, key }: { values: Values; key: string }) =>
      take(
        api.PUT('/v1/finance/figures/{memberId}', {
          params: { path: { memberId } },
          body: bodyOf(values, v),
          ...keyed(key),
        }),
      ),
    onSuccess: () =>
      Promise.all(['figures', 'scenario', 'comparison'].map((name) => client.invalidateQueries({ queryKey: [name] }))),
  });
};

type Put = (more: Partial<Values>) => void;

/** The value of a figure: an amount when formulas use it as money. */
const ValueField = ({
  row,
  currency,
  onChange,
}: {
  row: Row;
  currency: string | undefined;
  onChange: (value: number) => void;
}) => {
  const t = useTranslate();
  if (currency === undefined) return <NumberField label={t('figures.value')} value={row.value} onChange={onChange} />;
  const label = t('figures.money-value', { currency });
  return <MoneyField label={label} currency={currency} value={row.value} onChange={onChange} />;
};

/** The consortium's data about a member: joining date, previous payment, and participation. */
const FigureFields = ({ values, put, currency }: { values: Values; put: Put; currency: string }) => {
  const t = useTranslate();
  return (
    <div className="bench-fields">
      <NumberField
        label={t('figures.joined')}
        isOptional
        value={values.joined}
        onChange={(joined) => put({ joined })}
      />
      <NumberField
        label={t('figures.joined-month')}
        isOptional
        value={values.joinedMonth}
        onChange={(joinedMonth) => put({ joinedMonth })}
      />
      <MoneyField
        label={t('figures.fee-before', { currency })}
        currency={currency}
        isOptional
        value={values.feeBefore}
        onChange={(feeBefore) => put({ feeBefore })}
      />
      <Checkbox
        size="sm"
        label={t('figures.takes-part')}
        checked={values.takesPart}
        onChange={({ currentTarget }) => put({ takesPart: currentTarget.checked })}
      />
    </div>
  );
};

/** All figures of a member by year, its attributes and opt-ins; the consortium's data for preparers only. */
export const FiguresForm = ({ memberId, figures }: { memberId: string; figures: Figures | undefined }) => {
  const t = useTranslate();
  const { prepares } = useBench();
  const money = useMoneyFigures();
  const currency = useCurrency();
  const [values, setValues] = useState(() => valuesOf(figures));
  const put: Put = (more) => setValues((before) => ({ ...before, ...more }));
  const set = useSetFigures(memberId, figures?.v ?? 0);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    set.mutate({ values, key: newKey() });
  };
  const thisYear = String(new Date().getFullYear());
  return (
    <form className="stack" aria-label={t('figures.form')} onSubmit={submit}>
      <RowsField
        name={t('workbench.figures')}
        rows={values.rows}
        fresh={() => ({ figure: '', year: thisYear, value: 0 })}
        label={(at) => `${values.rows[at]?.figure} ${values.rows[at]?.year}`}
        onChange={(rows) => put({ rows })}
      >
        {(row, change) => (
          <>
            <NameField
              label={t('workbench.figure')}
              value={row.figure}
              onChange={(figure) => change({ ...row, figure })}
            />
            <TextField
              label={t('workbench.year')}
              pattern="\d{4}"
              value={row.year}
              onChange={(year) => change({ ...row, year })}
            />
            <ValueField row={row} currency={money.get(row.figure)} onChange={(value) => change({ ...row, value })} />
          </>
        )}
      </RowsField>
      <div className="bench-fields">
        <TextField
          label={t('figures.flags')}
          isNeeded={false}
          value={values.flags}
          onChange={(flags) => put({ flags })}
        />
        <TextField
          label={t('figures.opted-into')}
          isNeeded={false}
          value={values.optedInto}
          onChange={(optedInto) => put({ optedInto })}
        />
      </div>
      {prepares && currency !== undefined && <FigureFields values={values} put={put} currency={currency} />}
      {set.error && <FailedNotice thrown={set.error} />}
      {set.isSuccess && (
        <p role="status" className="good">
          {t('partners.saved')}
        </p>
      )}
      <p>
        <Button size="sm" type="submit" loading={set.isPending}>
          {t('texts.save')}
        </Button>
      </p>
    </form>
  );
};
