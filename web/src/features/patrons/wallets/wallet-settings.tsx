import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { Question } from '../../../components/question.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useSetWallet } from './use-set-wallet.ts';
import { useWallets, type Wallet } from './wallets.ts';

const names = { apple: 'Apple Wallet', google: 'Google Wallet' } as const;
const fields = {
  apple: ['certificate', 'key', 'authority'],
  google: ['issuerId', 'serviceAccount', 'key'],
} as const;
type Field = (typeof fields)[keyof typeof fields][number];
const isPem = (field: Field): boolean => field !== 'issuerId' && field !== 'serviceAccount';

/** Returns the block of PEM in a text: exports have lines about it before it. */
const blockIn = (text: string): string => /-----BEGIN .*?-----END [A-Z ]+-----/s.exec(text)?.[0] ?? text;

type Entry = { wallet: Wallet['wallet']; v: number; close: () => void };

/** The form of one wallet: what its console shows, with the private key, which is never shown again. */
const WalletForm = ({ wallet, v, close }: Entry) => {
  const t = useTranslate();
  const set = useSetWallet();
  const [values, setValues] = useState<Partial<Record<Field, string>>>({});
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { certificate = '', key = '', authority = '', issuerId = '', serviceAccount = '' } = values;
    const body =
      wallet === 'apple'
        ? { wallet, certificate: blockIn(certificate), key: blockIn(key), authority: blockIn(authority), v }
        : { wallet, issuerId: issuerId.trim(), serviceAccount: serviceAccount.trim(), key: blockIn(key), v };
    set.mutate(body, { onSuccess: close });
  };
  return (
    <form className="stack" aria-label={t('wallets.set-up', { wallet: names[wallet] })} onSubmit={submit}>
      {fields[wallet].map((field) => {
        const shared = {
          ...{ required: true, autoComplete: 'off', spellCheck: false, label: t(`wallets.${field}`) },
          value: values[field] ?? '',
          description: field === 'key' ? t('wallets.key-meaning') : undefined,
        };
        const change = (text: string): void => setValues({ ...values, [field]: text });
        return isPem(field) ? (
          <Textarea
            {...shared}
            key={field}
            autosize
            minRows={3}
            maxRows={8}
            maxLength={8000}
            onChange={({ currentTarget }) => change(currentTarget.value)}
          />
        ) : (
          <TextInput
            {...shared}
            key={field}
            maxLength={200}
            onChange={({ currentTarget }) => change(currentTarget.value)}
          />
        );
      })}
      {set.error && <FailedNotice thrown={set.error} />}
      <p className="row">
        <Button type="submit" loading={set.isPending}>
          {t('do.save')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('do.cancel')}
        </Button>
      </p>
    </form>
  );
};

const Withdraw = ({ wallet, v, close }: Entry) => {
  const t = useTranslate();
  const set = useSetWallet();
  return (
    <>
      <Question
        yes={t('wallets.withdraw-yes')}
        isPending={set.isPending}
        go={() => set.mutate({ wallet: 'off', which: wallet, v }, { onSuccess: close })}
        away={close}
      >
        <p>{t('wallets.withdraw-sure', { wallet: names[wallet] })}</p>
      </Question>
      {set.error && <FailedNotice thrown={set.error} />}
    </>
  );
};

const useStateText = (): ((wallet: Wallet) => string) => {
  const t = useTranslate();
  const { date } = useFormat();
  return ({ issuer, endsOn, isOffered }) => {
    if (issuer === undefined) return t('wallets.none');
    if (!isOffered) return t('wallets.ended', { issuer });
    return endsOn ? t('wallets.offered-until', { issuer, day: date(endsOn) }) : t('wallets.offered', { issuer });
  };
};

const Settings = () => {
  const t = useTranslate();
  const stateOf = useStateText();
  const { data, error, refetch } = useWallets();
  const [open, setOpen] = useState<{ wallet: Wallet['wallet']; as: 'form' | 'withdraw' }>();
  const close = (): void => setOpen(undefined);
  return (
    <section className="page" aria-labelledby="wallets">
      <h2 id="wallets">{t('wallets.title')}</h2>
      <p className="quiet">{t('wallets.meaning')}</p>
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {data?.wallets.map((one) => {
        const { wallet } = one;
        const name = names[wallet];
        const isOpen = open?.wallet === wallet && open.as;
        return (
          <section key={wallet} className="card stack" aria-label={name}>
            <h3>{name}</h3>
            <p>{stateOf(one)}</p>
            {isOpen === 'form' && <WalletForm {...{ wallet, v: data.v, close }} />}
            {isOpen === 'withdraw' && <Withdraw {...{ wallet, v: data.v, close }} />}
            {!isOpen && (
              <p className="row">
                <Button size="sm" variant="default" onClick={() => setOpen({ wallet, as: 'form' })}>
                  {t('wallets.set-up', { wallet: name })}
                </Button>
                {one.issuer !== undefined && (
                  <Button size="sm" variant="default" onClick={() => setOpen({ wallet, as: 'withdraw' })}>
                    {t('wallets.withdraw', { wallet: name })}
                  </Button>
                )}
              </p>
            )}
          </section>
        );
      })}
    </section>
  );
};

/** The wallets of phones for which patrons get their card: administrators of the consortium set them up and withdraw them. */
export const WalletSettings = () => (hasRole(useWho(), 'admin') ? <Settings /> : null);
