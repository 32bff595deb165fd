import { Checkbox, TextInput } from '@mantine/core';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Vendor } from '../orders/orders.ts';
import { VendorChoice } from '../shared/vendor-choice.tsx';
import type { EnteredHead, Fault } from './invoice-entry.ts';

type Props = {
  head: EnteredHead;
  vendors: readonly Vendor[];
  currency: string;
  fault: Fault['field'] | undefined;
  change: (head: EnteredHead) => void;
};

const usual = ['number', 'date', 'dueDate', 'lockTotal'] as const;
const more = ['currency', 'rate', 'source', 'note'] as const;

/** The fields of an invoice beside its lines: vendor, number, dates, the stated sum, and another currency. */
export const HeadFields = ({ head, vendors, currency, fault, change }: Props) => {
  const t = useTranslate();
  const field = (name: (typeof usual)[number] | (typeof more)[number]) => (
    <TextInput
      key={name}
      size="sm"
      required={name === 'number' || name === 'date'}
      type={name === 'date' || name === 'dueDate' ? 'date' : 'text'}
      {...((name === 'lockTotal' || name === 'rate') && { inputMode: 'decimal' as const })}
      maxLength={name === 'note' ? 300 : name === 'currency' ? 3 : 60}
      label={name === 'lockTotal' ? t('invoice-head.lockTotal', { currency }) : t(`invoice-head.${name}`)}
      value={head[name]}
      error={
        fault === name &&
        t(
          name === 'lockTotal' || name === 'number' || name === 'date' || name === 'rate'
            ? `invoice-fault.${name}`
            : 'invoice-fault.number',
        )
      }
      onChange={({ currentTarget: { value } }) => change({ ...head, [name]: value })}
    />
  );
  return (
    <>
      <div className="invoice-fields">
        <VendorChoice vendors={vendors} value={head.vendor} onChange={(vendor) => change({ ...head, vendor })} />
        {usual.map(field)}
      </div>
      <details open={head.currency !== ''}>
        <summary>{t('invoices.more')}</summary>
        <div className="invoice-fields">{more.map(field)}</div>
        <Checkbox
          size="sm"
          label={t('invoice-head.taxIncluded')}
          checked={head.taxIncluded}
          onChange={({ currentTarget: { checked } }) => change({ ...head, taxIncluded: checked })}
        />
      </details>
    </>
  );
};
