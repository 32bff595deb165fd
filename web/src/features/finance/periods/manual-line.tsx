import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { taxCategories, taxRateOf } from '../cost-rules/billing-rules.ts';
import { useAdjust } from '../shared/adjust.ts';
import { useLineIdName } from '../shared/line-id-name.ts';
import { useBoard } from './period.ts';

const CODE = /^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/;

type Kind = 'credit' | 'one-off';
type Texts = Record<
  'memberId' | 'code' | 'description' | 'category' | 'rate' | 'currency' | 'amount' | 'settles' | 'reason',
  string
>;

/** Returns the tax as typed: undefined for that of the rules for billing, `wrong` where a category and its rate contradict. */
const taxOf = ({ category, rate }: Texts) => {
  const known = taxCategories.find((one) => one === category);
  if (!known) return undefined;
  const isTaxed = known === 'S' || known === 'AA';
  const typed = isTaxed ? (taxRateOf(rate) ?? 0) : 0;
  return isTaxed && typed === 0 ? 'wrong' : { category: known, rate: typed };
};

/** The upheld disputes of a member, one of which a credit may settle. */
const useUpheld = (memberId: string) => {
  const { openDisputes = [] } = useBoard(true).data ?? {};
  return openDisputes.filter((one) => one.state === 'upheld' && one.memberId === memberId);
};

/** Chooses the upheld dispute that a credit settles; absent where the member has none. */
const SettlesField = ({
  memberId,
  settles,
  set,
}: Pick<Texts, 'memberId' | 'settles'> & { set: (id: string) => void }) => {
  const t = useTranslate();
  const { month: monthName } = useFormat();
  const lineName = useLineIdName();
  const upheld = useUpheld(memberId);
  if (upheld.length === 0) return null;
  return (
    <NativeSelect
      size="sm"
      label={t('credit.settles')}
      value={settles}
      data={[
        { value: '', label: t('credit.settles-none') },
        ...upheld.map(({ month, lineId }) => ({
          value: `${month} ${lineId}`,
          label: `${monthName(month)}, ${lineName(lineId)}`,
        })),
      ]}
      onChange={({ currentTarget }) => set(currentTarget.value)}
    />
  );
};

/** The fields of a one-off charge alone: its words, and its tax where the rules for billing have another. */
const ChargeFields = ({
  texts,
  isWrong,
  set,
}: {
  texts: Texts;
  isWrong: boolean;
  set: (some: Partial<Texts>) => void;
}) => {
  const t = useTranslate();
  return (
    <>
      <TextInput
        size="sm"
        label={t('one-off.description')}
        maxLength={120}
        value={texts.description}
        error={isWrong && texts.description.trim() === '' && t('one-off.bad-description')}
        onChange={({ currentTarget }) => set({ description: currentTarget.value })}
      />
      <NativeSelect
        size="sm"
        label={t('billing-rules.tax')}
        value={texts.category}
        data={[
          { value: '', label: t('one-off.usual-tax') },
          ...taxCategories.map((value) => ({ value, label: t(`billing-rules.tax-${value}`) })),
        ]}
        onChange={({ currentTarget }) => set({ category: currentTarget.value })}
      />
      {(texts.category === 'S' || texts.category === 'AA') && (
        <TextInput
          size="sm"
          inputMode="decimal"
          label={t('billing-rules.rate')}
          maxLength={6}
          value={texts.rate}
          error={isWrong && taxOf(texts) === 'wrong' && t('one-off.bad-rate')}
          onChange={({ currentTarget }) => set({ rate: currentTarget.value })}
        />
      )}
    </>
  );
};

/** Gives a member a credit, or charges a one-off service, in a month whose statements are not yet written. */
export const ManualLine = ({ kind, month, currency: usual }: { kind: Kind; month: string; currency: string }) => {
  const t = useTranslate();
  const { minor, month: monthName } = useFormat();
  const { members } = useDirectory();
  const empty = {
    memberId: '',
    code: '',
    description: '',
    category: '',
    rate: '',
    amount: '',
    settles: '',
    reason: '',
  };
  const [texts, setTexts] = useState<Texts>({ ...empty, currency: usual });
  const [isWrong, setIsWrong] = useState(false);
  const adjust = useAdjust();
  const set = (some: Partial<Texts>): void => setTexts({ ...texts, ...some });
  const { code, currency } = texts;
  const memberId = texts.memberId || (members[0]?.memberId ?? '');
  const isCurrency = /^[A-Z]{3}$/.test(currency);
  const amount = isCurrency ? (minor(texts.amount, currency) ?? 0) : 0;
  const [description, reason] = [texts.description.trim(), texts.reason.trim()];
  const tax = taxOf(texts);
  const [settledMonth, settledLine] = texts.settles.split(' ');
  const settled = settledMonth && settledLine ? { month: settledMonth, lineId: settledLine } : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const isFit = amount > 0 && CODE.test(code) && reason !== '' && memberId !== '';
    const isCharge = kind === 'one-off';
    const mayGo = isFit && (!isCharge || description !== '') && tax !== 'wrong';
    setIsWrong(!mayGo);
    if (!mayGo) return;
    const common = { month, memberId, code, currency, reason };
    adjust.mutate(
      isCharge
        ? { ...common, kind, amount, description, ...(tax && { tax }) }
        : { ...common, kind: 'credit', amount: -amount, ...(settled && { settles: settled }) },
      { onSuccess: () => setTexts({ ...empty, memberId, currency }) },
    );
  };
  return (
    <form
      className="period-form"
      aria-label={t('periods.step-of', { step: t(`${kind}.title`), month: monthName(month) })}
      onSubmit={submit}
      noValidate
    >
      <h3>{t(`${kind}.title`)}</h3>
      <p className="quiet">{t(`${kind}.meaning`)}</p>
      <NativeSelect
        size="sm"
        label={t('month.member')}
        value={memberId}
        data={members.map((one) => ({ value: one.memberId, label: one.name }))}
        onChange={({ currentTarget }) => set({ memberId: currentTarget.value, settles: '' })}
      />
      <TextInput
        size="sm"
        label={t('credit.code')}
        maxLength={40}
        value={code}
        error={isWrong && !CODE.test(code) && t('credit.bad-code')}
        onChange={({ currentTarget }) => set({ code: currentTarget.value })}
      />
      {kind === 'one-off' && <ChargeFields {...{ texts, isWrong, set }} />}
      {kind === 'credit' && (
        <SettlesField memberId={memberId} settles={texts.settles} set={(settles) => set({ settles })} />
      )}
      <TextInput
        size="sm"
        label={t('credit.currency')}
        maxLength={3}
        value={currency}
        error={isWrong && !isCurrency && t('credit.bad-currency')}
        onChange={({ currentTarget }) => set({ currency: currentTarget.value.toUpperCase() })}
      />
      <TextInput
        size="sm"
        inputMode="decimal"
        label={t('credit.amount')}
        maxLength={14}
        value={texts.amount}
        error={isWrong && amount <= 0 && t('credit.bad-amount')}
        onChange={({ currentTarget }) => set({ amount: currentTarget.value })}
      />
      <TextInput
        size="sm"
        label={t('credit.reason')}
        maxLength={500}
        value={texts.reason}
        error={isWrong && reason === '' && t('credit.bad-reason')}
        onChange={({ currentTarget }) => set({ reason: currentTarget.value })}
      />
      <Button size="sm" type="submit" loading={adjust.isPending}>
        {t(`${kind}.give`)}
      </Button>
      <p role="status">{adjust.isSuccess && t(`${kind}.given`)}</p>
      {adjust.error && <FailedNotice thrown={adjust.error} />}
    </form>
  );
};
