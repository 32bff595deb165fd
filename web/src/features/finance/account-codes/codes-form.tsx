import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { today } from '../../../components/days.ts';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { RowsField } from '../shared/rows-field.tsx';
import { type Body, codedKinds, type Kind, type Order, useSetCodes, type Version } from './codes.ts';

type Row = 'default' | 'payable' | Kind;
const rows: readonly Row[] = ['default', ...codedKinds, 'payable'];
type Pair = { account: string; costCentre: string };
type Values = { effectiveFrom: string; pairs: Record<string, Pair>; orders: Order[] };

/** The pattern of a code, as in the API: no blank at either end. */
const CODE = '\\S(.{0,58}\\S)?';

const valuesOf = (version: Version | undefined): Values => ({
  effectiveFrom: today(),
  orders: version?.purchaseOrders ?? [],
  pairs: Object.fromEntries(
    rows.map((row) => {
      const { account = '', costCentre = '' } = (row === 'default' ? version?.default : version?.kinds[row]) ?? {};
      return [row, { account, costCentre }];
    }),
  ),
});

const filledOf = ({ account, costCentre }: Pair) => ({
  ...(account !== '' && { account }),
  ...(costCentre !== '' && { costCentre }),
});

const bodyOf = ({ effectiveFrom, pairs, orders }: Values, version: number): Body => {
  const named = Object.entries(pairs).map(([row, pair]) => [row, filledOf(pair)] as const);
  const kinds = named.filter(([row, codes]) => row !== 'default' && Object.keys(codes).length > 0);
  const [, every = {}] = named.find(([row]) => row === 'default') ?? [];
  return { effectiveFrom, version, default: every, kinds: Object.fromEntries(kinds), purchaseOrders: orders };
};

type Put = (more: Partial<Values>) => void;

/** One row per kind of line: account and cost centre, blank where the default applies. */
const Pairs = ({ values, put }: { values: Values; put: Put }) => {
  const t = useTranslate();
  const nameOf = (row: Row): string => (row === 'default' || row === 'payable' ? t(`codes.${row}`) : t(`block.${row}`));
  const change = (row: Row, more: Partial<Pair>): void => {
    const before = values.pairs[row] ?? { account: '', costCentre: '' };
    put({ pairs: { ...values.pairs, [row]: { ...before, ...more } } });
  };
  return (
    <ScrollTable name={t('codes.by-kind')}>
      <thead>
        <tr>
          <th scope="col">{t('codes.kind')}</th>
          <th scope="col">{t('codes.account')}</th>
          <th scope="col">{t('codes.cost-centre')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">{nameOf(row)}</th>
            {(['account', 'costCentre'] as const).map((field) => (
              <td key={field}>
                <TextInput
                  size="sm"
                  aria-label={`${nameOf(row)}: ${t(field === 'account' ? 'codes.account' : 'codes.cost-centre')}`}
                  maxLength={60}
                  pattern={CODE}
                  value={values.pairs[row]?.[field] ?? ''}
                  onChange={({ currentTarget: { value } }) => change(row, { [field]: value })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

/** The fields of a purchase order: its number, its months, and the kinds of lines that it covers, if not all. */
const OrderFields = ({ order, put }: { order: Order; put: (order: Order) => void }) => {
  const t = useTranslate();
  const { kinds = [], ...rest } = order;
  const turn = (kind: Kind): void => {
    const after = kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind];
    put({ ...rest, ...(after.length > 0 && { kinds: after }) });
  };
  return (
    <>
      <TextInput
        size="sm"
        required
        label={t('codes.order-number')}
        maxLength={60}
        pattern={CODE}
        value={order.number}
        onChange={({ currentTarget: { value } }) => put({ ...order, number: value })}
      />
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          size="sm"
          required
          type="month"
          label={t(`codes.order-${end}`)}
          value={order[end]}
          onChange={({ currentTarget: { value } }) => put({ ...order, [end]: value })}
        />
      ))}
      <fieldset className="bench-wide codes-kinds">
        <legend>{t('codes.order-kinds')}</legend>
        {codedKinds.map((kind) => (
          <Checkbox
            key={kind}
            size="sm"
            label={t(`block.${kind}`)}
            checked={kinds.includes(kind)}
            onChange={() => turn(kind)}
          />
        ))}
      </fieldset>
    </>
  );
};

type Given = { memberId: string; version: Version | undefined; year: { from: string; to: string } };

/** The form for a member's next version of codes; prefilled with the current version, and with new orders from the fiscal year. */
export const CodesForm = ({ memberId, version, year }: Given) => {
  const t = useTranslate();
  const [values, setValues] = useState(() => valuesOf(version));
  const put: Put = (more) => setValues((before) => ({ ...before, ...more }));
  const set = useSetCodes(memberId);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    set.mutate(bodyOf(values, version?.version ?? 0));
  };
  return (
    <form className="stack" aria-label={t('codes.form')} onSubmit={submit}>
      <TextInput
        size="sm"
        required
        type="date"
        label={t('codes.effective-from')}
        description={t('codes.effective-meaning')}
        value={values.effectiveFrom}
        onChange={({ currentTarget: { value } }) => put({ effectiveFrom: value })}
      />
      <Pairs values={values} put={put} />
      <RowsField
        name={t('codes.orders')}
        rows={values.orders}
        fresh={(): Order => ({ number: '', ...year })}
        label={(at) => values.orders[at]?.number ?? ''}
        onChange={(orders) => put({ orders })}
      >
        {(order, change) => <OrderFields order={order} put={change} />}
      </RowsField>
      {set.error && <FailedNotice thrown={set.error} />}
      <p role="status" className={set.isSuccess ? 'good' : undefined}>
        {set.isSuccess && t('codes.saved')}
      </p>
      <p>
        <Button size="sm" type="submit" loading={set.isPending}>
          {t('codes.save')}
        </Button>
      </p>
    </form>
  );
};
