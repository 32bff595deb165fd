import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { hundredthsOf, percentText } from './order-entry.ts';
import { useSetVendor, type Vendor, type VendorBody } from './orders.ts';

const texts = [
  ...(['code', 'name', 'account', 'email', 'san', 'currency', 'discount'] as const),
  ...(['claimAfterDays', 'claimEveryDays', 'mostClaims'] as const),
] as const;
type Entered = Record<(typeof texts)[number], string> & { isActive: boolean };

const enteredOf = (vendor: Vendor | undefined): Entered => ({
  ...{ code: vendor?.code ?? '', name: vendor?.name ?? '', account: vendor?.account ?? '', email: vendor?.email ?? '' },
  ...{ san: vendor?.san ?? '', currency: vendor?.currency ?? '', discount: percentText(vendor?.discount ?? 0) },
  ...{ claimAfterDays: String(vendor?.claimAfterDays ?? 45), claimEveryDays: String(vendor?.claimEveryDays ?? '') },
  ...{ mostClaims: String(vendor?.mostClaims ?? ''), isActive: vendor?.isActive ?? true },
});

/** Returns a number as it was entered; undefined for none. */
const countIn = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));
const isFaulty = (count: number | undefined): boolean => count !== undefined && (!Number.isInteger(count) || count < 1);

const bodyOf = (entered: Entered, v: number): (VendorBody & { code: string }) | undefined => {
  const [discount, days] = [hundredthsOf(entered.discount), countIn(entered.claimAfterDays)];
  const [every, most] = [countIn(entered.claimEveryDays), countIn(entered.mostClaims)];
  if (discount === undefined || days === undefined || isFaulty(every) || isFaulty(most) || isFaulty(days))
    return undefined;
  const [account, email, currency] = [
    entered.account.trim(),
    entered.email.trim(),
    entered.currency.trim().toUpperCase(),
  ];
  const san = entered.san.replaceAll(/[\s-]/g, '').toUpperCase();
  return {
    ...{ code: entered.code.trim().toUpperCase(), name: entered.name.trim(), isActive: entered.isActive },
    ...{ ...(account && { account }), ...(email && { email }), ...(san && { san }), ...(currency && { currency }) },
    ...{ ...(every !== undefined && { claimEveryDays: every }), ...(most !== undefined && { mostClaims: most }) },
    ...{ discount, claimAfterDays: days, v },
  };
};

/** The fields of one vendor: the chosen one, or a new one. */
const Fields = ({ memberId, vendor }: { memberId: string; vendor: Vendor | undefined }) => {
  const t = useTranslate();
  const set = useSetVendor(memberId);
  const [entered, setEntered] = useState(enteredOf(vendor));
  // The version as the terms were entered: a change by another person meanwhile is refused.
  const [v, setV] = useState(vendor?.v ?? 0);
  const [isWrong, setIsWrong] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = bodyOf(entered, v);
    setIsWrong(!body);
    if (!body) return;
    const show = (stored: Vendor): void => {
      setEntered(enteredOf(vendor && stored));
      setV(vendor ? stored.v : 0);
    };
    set.mutate(body, { onSuccess: show });
  };
  return (
    <form className="stack" aria-label={t('orders.set-vendor')} onSubmit={submit}>
      {texts
        .filter((name) => name !== 'code' || !vendor)
        .map((name) => (
          <TextInput
            key={name}
            size="sm"
            required={name === 'code' || name === 'name' || name === 'claimAfterDays'}
            maxLength={name === 'currency' ? 3 : 120}
            label={t(`vendor.${name}`)}
            value={entered[name]}
            onChange={({ currentTarget: { value } }) => setEntered({ ...entered, [name]: value })}
          />
        ))}
      <Checkbox
        size="sm"
        label={t('vendor.isActive')}
        checked={entered.isActive}
        onChange={({ currentTarget: { checked } }) => setEntered({ ...entered, isActive: checked })}
      />
      <p>
        <Button type="submit" size="sm" loading={set.isPending}>
          {t('orders.set-vendor')}
        </Button>
      </p>
      {isWrong && <p className="bad">{t('orders.bad-vendor')}</p>}
      <p role="status">{set.isSuccess && t('orders.vendor-is-set')}</p>
      {set.error && <FailedNotice thrown={set.error} />}
      {vendor && vendor.v !== v && !set.isPending && (
        <p>
          <Button
            size="sm"
            variant="default"
            onClick={() => {
              setEntered(enteredOf(vendor));
              setV(vendor.v);
              set.reset();
            }}
          >
            {t('funds.stored')}
          </Button>
        </p>
      )}
    </form>
  );
};

/** The form for vendors: which one, and its terms. */
export const VendorForm = ({ memberId, vendors }: { memberId: string; vendors: readonly Vendor[] }) => {
  const t = useTranslate();
  const [code, setCode] = useState('');
  return (
    <div className="stack">
      <NativeSelect
        size="sm"
        label={t('orders.which-vendor')}
        value={code}
        data={[
          { value: '', label: t('orders.new-vendor') },
          ...vendors.map((one) => ({
            value: one.code,
            label: one.isActive ? one.name : `${one.name} (${t('orders.inactive')})`,
          })),
        ]}
        onChange={({ currentTarget: { value } }) => setCode(value)}
      />
      <Fields key={code} memberId={memberId} vendor={vendors.find((one) => one.code === code)} />
    </div>
  );
};
