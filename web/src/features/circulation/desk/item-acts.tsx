import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { newKey } from '../../../api/client.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useCurrency } from '../../../api/use-currency.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { ActLine, type ActState } from './act-line.tsx';
import type { CheckIn } from './desk-types.ts';
import { type Acted, type ItemAct, type KeyedAct, useItemAct } from './use-item-act.ts';

const acts = ['damaged', 'used', 'sent', 'claimed', 'given-up', 'missing', 'available', 'withdrawn'] as const;
const MOST_LINES = 8;
type Choice = (typeof acts)[number];
const purposes = ['display', 'exhibition', 'storage', 'rebalance', 'other'] as const;
type Purpose = (typeof purposes)[number];

/** `item` and `first`: the barcode and the action to begin with. */
type Given = {
  branchId: string;
  sent: (barcode: string, checkIn: CheckIn) => void;
  item?: string;
  first?: Choice;
  close: () => void;
};
type Fields = { item: string; patron: string; amount: string; to: string; purpose: Purpose; comment: string };

/** Returns the action that the fields state; undefined while something is missing. */
const actOf = (choice: Choice, fields: Fields, minor: (text: string) => number | undefined): ItemAct | undefined => {
  const item = fields.item.trim();
  if (item === '') return undefined;
  if (choice === 'damaged') {
    const amount = fields.amount === '' ? undefined : minor(fields.amount);
    if (fields.amount !== '' && amount === undefined) return undefined;
    const patron = fields.patron.trim();
    return { did: 'damaged', item, ...(patron !== '' && { patron }), ...(amount !== undefined && { amount }) };
  }
  if (choice === 'sent')
    return fields.to === '' ? undefined : { did: 'sent', item, to: fields.to, purpose: fields.purpose };
  if (choice === 'given-up') {
    const comment = fields.comment.trim();
    return comment.length < 3 ? undefined : { did: 'given-up', item, comment };
  }
  return choice === 'used' || choice === 'claimed' ? { did: choice, item } : { did: 'marked', item, state: choice };
};

/** The slip of an item that was sent by hand, as a check-in would have given it. */
const asCheckIn = ({ itemId, barcode, slip }: NonNullable<Acted['sent']>, to: string): CheckIn => ({
  ...{ itemId, barcode, loanClosed: false, warnings: [] },
  next: { step: 'send', branchId: to, forHold: false, because: 'transfer' },
  ...(slip && { slip }),
});

/** The rarer actions on an item. The dialog stays open for the next one. */
export const DeskItemActs = ({ branchId, sent, item = '', first = 'damaged', close }: Given) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { money, minor } = useFormat();
  const { branches } = useDirectory();
  const currency = useCurrency();
  const [choice, setChoice] = useState<Choice>(first);
  const none: Fields = { item, patron: '', amount: '', to: '', purpose: 'display', comment: '' };
  const [fields, setFields] = useState(none);
  const [sentActs, setSentActs] = useState<readonly ActState[]>([]);
  const set = (change: Partial<Fields>): void => setFields((now) => ({ ...now, ...change }));
  const note = (one: ActState): void =>
    setSentActs((all) => [one, ...all.filter(({ keyed }) => keyed.key !== one.keyed.key)].slice(0, MOST_LINES));
  const doing = useItemAct(branchId, {
    done: (keyed, { charged, uses = 0, sent: way }) => {
      const { act } = keyed;
      const amount = charged ? money(charged.amount, charged.currency) : '';
      const key = act.did === 'damaged' && charged === undefined ? 'damaged-free' : act.did;
      note({ keyed, message: t(`acts.${key}-done`, { item: act.item, amount, uses }) });
      if (way?.slip && act.did === 'sent') sent(way.barcode, asCheckIn(way, act.to));
    },
    failed: (keyed, thrown) => note({ keyed, thrown }),
  });
  const perform = (keyed: KeyedAct): void => {
    note({ keyed });
    doing.mutate(keyed);
  };
  const act = actOf(choice, fields, (text) => (currency === undefined ? undefined : minor(text, currency)));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!act) return;
    // The fields are free for the next scan at once.
    set({ item: '', patron: '', amount: '', comment: '' });
    perform({ key: newKey(), act });
  };
  const field = (name: 'patron' | 'amount' | 'comment', inputMode?: 'decimal') => (
    <TextInput
      label={t(`acts.${name}`, { currency })}
      autoComplete="off"
      maxLength={500}
      {...(inputMode && { inputMode })}
      value={fields[name]}
      onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
    />
  );
  return (
    <Dialog title={t('acts.open')} close={close}>
      <form className="stack" onSubmit={submit}>
        <NativeSelect
          label={t('acts.what')}
          value={choice}
          data={acts.map((value) => ({ value, label: t(`acts.${value}`) }))}
          onChange={({ currentTarget }) => setChoice(currentTarget.value as Choice)}
        />
        <TextInput
          label={t('acts.item')}
          autoComplete="off"
          data-autofocus
          maxLength={200}
          value={fields.item}
          onChange={({ currentTarget }) => set({ item: currentTarget.value })}
        />
        {choice === 'damaged' && field('amount', 'decimal')}
        {choice === 'damaged' && field('patron')}
        {choice === 'given-up' && field('comment')}
        {choice === 'sent' && (
          <>
            <NativeSelect
              label={t('acts.to')}
              value={fields.to}
              data={[
                { value: '', label: t('acts.choose') },
                ...branches
                  .filter((one) => one.branchId !== branchId)
                  .map((one) => ({ value: one.branchId, label: one.name })),
              ]}
              onChange={({ currentTarget }) => set({ to: currentTarget.value })}
            />
            <NativeSelect
              label={t('acts.purpose')}
              value={fields.purpose}
              data={purposes.map((value) => ({ value, label: textOf('transit-purpose', value) }))}
              onChange={({ currentTarget }) => set({ purpose: currentTarget.value as Purpose })}
            />
          </>
        )}
        <p className="row">
          <Button type="submit" disabled={!act}>
            {t(`acts.${choice}`)}
          </Button>
        </p>
        <div className="stack" role="status">
          {sentActs.map((one) => (
            <ActLine key={one.keyed.key} of={one} again={perform} />
          ))}
        </div>
      </form>
    </Dialog>
  );
};
