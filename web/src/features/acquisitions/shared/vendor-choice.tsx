import { NativeSelect } from '@mantine/core';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Vendor } from '../orders/orders.ts';

type Choice = { vendors: readonly Vendor[]; value: string; onChange: (code: string) => void };

/** The choice of a vendor. */
export const VendorChoice = ({ vendors, value, onChange }: Choice) => {
  const t = useTranslate();
  return (
    <NativeSelect
      size="sm"
      label={t('orders.vendor')}
      value={value}
      data={vendors.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
};
