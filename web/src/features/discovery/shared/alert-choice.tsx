import { NativeSelect } from '@mantine/core';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type Alert, alerts } from './use-searches.ts';

type Choice = { value: Alert; name?: string; disabled?: boolean; choose: (alert: Alert) => void };

/** The choice of how often the alert of a saved search is sent; `name` is that of the search. */
export const AlertChoice = ({ value, name, disabled = false, choose }: Choice) => {
  const t = useTranslate();
  const textOf = useTextOf();
  return (
    <NativeSelect
      label={t('searches.alert')}
      {...(name !== undefined && { 'aria-label': t('searches.alert-of', { name }) })}
      value={value}
      disabled={disabled}
      data={alerts.map((one) => ({ value: one, label: textOf('search-alert', one) }))}
      onChange={({ currentTarget }) => choose(alerts.find((one) => one === currentTarget.value) ?? 'off')}
    />
  );
};
