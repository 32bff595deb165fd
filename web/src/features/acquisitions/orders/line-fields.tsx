import { Button, TextInput } from '@mantine/core';
import { useTranslate } from '../../../i18n/translate.ts';
import { FundChoice } from '../funds/fund-choice.tsx';
import type { Fund } from '../funds/funds.ts';
import { Duplicates } from './duplicates.tsx';
import { NeededBy } from './needed-by.tsx';
import type { EnteredLine, EnteredShare, LineFault } from './order-entry.ts';

type Text = Exclude<keyof EnteredLine, 'id' | 'shares' | 'recordId'>;
const usual = ['title', 'isbn', 'copies', 'price', 'discount'] as const satisfies readonly Text[];
const more = [
  'neededBy',
  'quotedFor',
  'eCopies',
  'ePrice',
  'tax',
  'added',
  'currency',
  'rate',
  'source',
  'note',
] as const satisfies readonly Text[];
const decimals: readonly Text[] = ['copies', 'price', 'discount', 'eCopies', 'ePrice', 'tax', 'added', 'rate'];
const days: readonly Text[] = ['neededBy', 'quotedFor'];
const lengths: Partial<Record<Text, number>> = { title: 300, isbn: 20, note: 200, source: 60, currency: 3 };

type Props = {
  memberId: string;
  line: EnteredLine;
  /** The number of the line, as displayed. */
  number: number;
  currency: string;
  funds: readonly Fund[];
  fault: LineFault | undefined;
  change: (line: EnteredLine) => void;
  remove: (() => void) | undefined;
};

const Shares = ({ line, funds, fault, change }: Pick<Props, 'line' | 'funds' | 'fault' | 'change'>) => {
  const t = useTranslate();
  const set = (at: number, over: Partial<EnteredShare>): void =>
    change({ ...line, shares: line.shares.map((share, place) => (place === at ? { ...share, ...over } : share)) });
  return (
    <>
      {line.shares.map((share, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shares have no other identity, and are only added and removed at the end.
        <div key={at} className="row order-share">
          <FundChoice
            label={line.shares.length === 1 ? t('orders.fund') : t('orders.fund-of', { number: at + 1 })}
            none={t('funds.choose')}
            funds={funds}
            value={share.fund}
            onChange={(fund) => set(at, { fund })}
          />
          {line.shares.length > 1 && (
            <TextInput
              size="sm"
              inputMode="decimal"
              maxLength={6}
              label={t('orders.share')}
              value={share.percent}
              onChange={({ currentTarget: { value } }) => set(at, { percent: value })}
            />
          )}
        </div>
      ))}
      {fault === 'fund' && <p className="bad">{t('order-fault.fund')}</p>}
      <p className="row">
        {line.shares.length < 10 && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => change({ ...line, shares: [...line.shares, { fund: '', percent: '' }] })}
          >
            {t('orders.split')}
          </Button>
        )}
        {line.shares.length > 1 && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => change({ ...line, shares: line.shares.slice(0, -1) })}
          >
            {t('orders.unsplit')}
          </Button>
        )}
      </p>
    </>
  );
};

/** The fields of a line of an order: what is bought, for how much, and which funds pay. */
export const LineFields = ({ memberId, line, number, currency, funds, fault, change, remove }: Props) => {
  const t = useTranslate();
  const faultOf = (name: Text): boolean =>
    fault === name || (fault === 'percent' && (name === 'discount' || name === 'tax'));
  const field = (name: Text) => (
    <TextInput
      key={name}
      size="sm"
      required={name === 'title'}
      className={`order-${name}`}
      {...(days.includes(name) && { type: 'date' })}
      {...(decimals.includes(name) && { inputMode: 'decimal' as const })}
      maxLength={lengths[name] ?? 16}
      label={
        name === 'price' ? t('order-line.price-in', { currency: line.currency || currency }) : t(`order-line.${name}`)
      }
      value={line[name]}
      error={faultOf(name) && fault && t(`order-fault.${fault}`)}
      onChange={({ currentTarget: { value } }) =>
        // Another number is another title than the record that was selected.
        change({ ...line, [name]: value, ...(name === 'isbn' && { recordId: '' }) })
      }
    />
  );
  return (
    <fieldset className="order-line">
      <legend>{t('orders.line', { number })}</legend>
      <div className="order-fields">{usual.map(field)}</div>
      <Duplicates memberId={memberId} line={line} />
      <NeededBy neededBy={line.neededBy} comesOn={line.quotedFor} />
      <Shares line={line} funds={funds} fault={fault} change={change} />
      <details>
        <summary>{t('orders.more')}</summary>
        <div className="order-fields">{more.map(field)}</div>
      </details>
      {remove && (
        <p>
          <Button size="compact-sm" variant="subtle" onClick={remove}>
            {t('orders.remove-line', { number })}
          </Button>
        </p>
      )}
    </fieldset>
  );
};
