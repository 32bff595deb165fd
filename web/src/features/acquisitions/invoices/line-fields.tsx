import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useTranslate } from '../../../i18n/translate.ts';
import { FundChoice } from '../funds/fund-choice.tsx';
import type { Fund } from '../funds/funds.ts';
import type { EnteredCost, EnteredLine, Fault } from './invoice-entry.ts';

type Field<T> = {
  of: T;
  currency: string;
  funds: readonly Fund[];
  fault: Fault['field'] | undefined;
  change: (after: T) => void;
  remove: () => void;
};

const texts = ['text', 'copies', 'price', 'tax'] as const;

/** The fields of a line of an invoice: copies, the price of one, tax, and the fund where no order names it. */
export const InvoiceLineFields = ({
  of: line,
  number,
  currency,
  funds,
  fault,
  change,
  remove,
}: Field<EnteredLine> & { number: number }) => {
  const t = useTranslate();
  return (
    <fieldset className="invoice-line">
      <legend>{t('invoices.line', { number })}</legend>
      <div className="invoice-fields">
        {texts.map((name) => (
          <TextInput
            key={name}
            size="sm"
            className={name === 'text' ? 'invoice-wide' : ''}
            {...(name !== 'text' && { inputMode: 'decimal' as const })}
            maxLength={name === 'text' ? 150 : 16}
            label={name === 'price' ? t('invoice-line.price-in', { currency }) : t(`invoice-line.${name}`)}
            value={line[name]}
            error={fault === name && t(`invoice-fault.${name}`)}
            onChange={({ currentTarget: { value } }) => change({ ...line, [name]: value })}
          />
        ))}
        {!line.order && (
          <FundChoice
            label={t('orders.fund')}
            none={t('funds.choose')}
            funds={funds}
            disabled={line.shares !== undefined}
            value={line.fund}
            onChange={(fund) => change({ ...line, fund })}
          />
        )}
      </div>
      {fault === 'fund' && <p className="bad">{t('order-fault.fund')}</p>}
      <div className="row">
        {line.order && (
          <Checkbox
            size="sm"
            label={t('invoice-line.releases')}
            checked={line.releases}
            onChange={({ currentTarget: { checked } }) => change({ ...line, releases: checked })}
          />
        )}
        <Button size="compact-sm" variant="subtle" onClick={remove}>
          {t('orders.remove-line', { number })}
        </Button>
      </div>
    </fieldset>
  );
};

/** The fields of a cost beside the lines: how it is divided, or which fund pays it, and who else is paid. */
export const InvoiceCostFields = ({ of: cost, currency, funds, fault, change, remove }: Field<EnteredCost>) => {
  const t = useTranslate();
  const prorates = ['amount', 'quantity', 'line', 'fund'] as const;
  return (
    <fieldset className="invoice-line">
      <legend>{t('invoices.cost')}</legend>
      <div className="invoice-fields">
        <TextInput
          size="sm"
          maxLength={120}
          label={t('invoice-cost.text')}
          value={cost.text}
          error={fault === 'text' && t('invoice-fault.text')}
          onChange={({ currentTarget: { value } }) => change({ ...cost, text: value })}
        />
        <TextInput
          size="sm"
          inputMode="decimal"
          maxLength={16}
          label={t('invoice-cost.amount', { currency })}
          value={cost.amount}
          error={fault === 'amount' && t('invoice-fault.price')}
          onChange={({ currentTarget: { value } }) => change({ ...cost, amount: value })}
        />
        <NativeSelect
          size="sm"
          label={t('invoice-cost.prorate')}
          value={cost.prorate}
          data={prorates.map((value) => ({ value, label: t(`invoice-prorate.${value}`) }))}
          onChange={({ currentTarget: { value } }) =>
            change({ ...cost, prorate: prorates.find((one) => one === value) ?? 'amount' })
          }
        />
        {cost.prorate === 'fund' && (
          <FundChoice
            label={t('orders.fund')}
            none={t('funds.choose')}
            funds={funds}
            disabled={cost.shares !== undefined}
            value={cost.fund}
            onChange={(fund) => change({ ...cost, fund })}
          />
        )}
        <TextInput
          size="sm"
          maxLength={120}
          label={t('invoice-cost.payee')}
          value={cost.payee}
          onChange={({ currentTarget: { value } }) => change({ ...cost, payee: value })}
        />
      </div>
      {fault === 'fund' && <p className="bad">{t('order-fault.fund')}</p>}
      <p>
        <Button size="compact-sm" variant="subtle" onClick={remove}>
          {t('invoices.remove-cost')}
        </Button>
      </p>
    </fieldset>
  );
};
