import rules from 'virtual:form/payments-set-account';
import { Button, Checkbox, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import { useOperationForm } from '../../../components/form/use-operation-form.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { ProviderEvents } from './provider-events.tsx';
import { type PaymentAccount, useSetAccount } from './use-accounts.ts';

type Props = {
  library: { memberId: string; name: string };
  account: PaymentAccount | undefined;
  currency: string;
  close: () => void;
};

/** A dialog for the account of a library at the payment provider. The secrets are entered and never shown again. */
export const PaymentAccountForm = ({ library: { memberId, name }, account, currency, close }: Props) => {
  const t = useTranslate();
  const { typed, minor, date } = useFormat();
  const set = useSetAccount(memberId);
  const { form, text, check, values, submit, failed, refused } = useOperationForm({
    rules,
    initial: {
      ...{ on: account?.on ?? false, collectsFor: account?.collectsFor ?? 'own' },
      ...{ providerAccount: account?.providerAccount ?? '', secretKey: '', eventSecret: '' },
    },
  });
  const [least, setLeast] = useState(typed(account?.minimum ?? 100, currency));
  const minimum = minor(least, currency);
  const isWrong = minimum === undefined || minimum < 0;
  const secret = (field: 'secretKey' | 'eventSecret') => (
    <PasswordInput
      {...text(field)}
      label={t(`payment-account.${field}`)}
      description={t(`payment-account.${field}-meaning`)}
      autoComplete="off"
      visibilityToggleButtonProps={{ 'aria-label': t('payment-account.show-secret'), tabIndex: 0 }}
    />
  );
  return (
    <Dialog title={t('payment-account.of', { library: name })} size="lg" close={close}>
      <form
        className="stack"
        noValidate
        onSubmit={submit(({ providerAccount = '', secretKey, eventSecret }) => {
          if (isWrong) return;
          const terms = { on: values.on, minimum, providerAccount, version: account?.version ?? 0 };
          const secrets = { ...(secretKey && { secretKey }), ...(eventSecret && { eventSecret }) };
          const collectsFor = values.collectsFor === 'all' ? ('all' as const) : ('own' as const);
          set.mutate({ ...terms, collectsFor, ...secrets }, { onSuccess: close, onError: refused });
        })}
      >
        <Checkbox label={t('payment-account.takes')} {...check('on')} />
        <NativeSelect
          label={t('payment-account.collects')}
          data={(['own', 'all'] as const).map((value) => ({ value, label: t(`payment-account.for-${value}`) }))}
          {...form.getInputProps('collectsFor')}
        />
        <TextInput
          inputMode="decimal"
          autoComplete="off"
          maxLength={12}
          label={t('payment-account.minimum', { currency })}
          value={least}
          error={isWrong && t('payment-account.minimum-wrong')}
          onChange={({ currentTarget }) => setLeast(currentTarget.value)}
        />
        <TextInput
          label={t('payment-account.number')}
          description={t('payment-account.number-meaning')}
          {...text('providerAccount')}
        />
        <ProviderEvents memberId={memberId} />
        <p className="quiet">
          {account?.secretSince
            ? t('payment-account.secrets-stay', { day: date(account.secretSince) })
            : t('payment-account.secrets-needed')}
        </p>
        {secret('secretKey')}
        {secret('eventSecret')}
        {failed && <FailedNotice thrown={failed} />}
        <p className="row">
          <Button type="submit" loading={set.isPending}>
            {t('do.save')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('do.cancel')}
          </Button>
        </p>
      </form>
    </Dialog>
  );
};
