import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { Badge } from '../../../components/badge.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Difference } from '../shared/reconciliation.ts';
import { Explain } from './explain.tsx';
import { useDifferenceText } from './use-difference-texts.ts';

type Place = { month: string; currency: string; mayExplain: boolean };

/** What a difference adds to the month of each member. */
const Effect = ({ effect, currency }: Pick<Difference, 'effect'> & { currency: string }) => {
  const t = useTranslate();
  const { amount } = useFormat();
  const { memberName } = useDirectory();
  if (effect.length === 0) return null;
  return (
    <details>
      <summary>{t('reconcile.effect')}</summary>
      <dl className="effect">
        {effect.map(({ member, amount: added }) => (
          <div key={member}>
            <dt>{memberName(member)}</dt>
            <dd className="num">{amount(added.exact, currency, 6)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
};

type Selection = { isSelected: boolean; select: (is: boolean) => void } | undefined;

const One = ({
  difference,
  currency,
  selection,
}: Pick<Place, 'currency'> & { difference: Difference; selection: Selection }) => {
  const t = useTranslate();
  const { amount, date, month: monthName } = useFormat();
  const what = useDifferenceText()(difference);
  const { open, accepted, recurring, effect } = difference;
  return (
    <li className="difference">
      <p className="difference-head">
        {selection && (
          <Checkbox
            size="md"
            aria-label={t('reconcile.select', { what })}
            checked={selection.isSelected}
            onChange={({ currentTarget: { checked } }) => selection.select(checked)}
          />
        )}
        <strong>{what}</strong> <span className="num">{amount(difference.difference.exact, currency, 6)}</span>{' '}
        {open && (
          <Badge tone="warn" icon="warn">
            {t('reconcile.open')}
          </Badge>
        )}
      </p>
      {accepted && (
        <p className="quiet">{t('reconcile.accepted', { date: date(accepted.at), reason: accepted.reason })}</p>
      )}
      {!accepted && recurring && (
        <p className="quiet">
          {t('reconcile.recurring', { month: monthName(recurring.until), reason: recurring.reason })}
        </p>
      )}
      <Effect {...{ effect, currency }} />
    </li>
  );
};

/** Every difference between bill and metering; those that need an explanation come first, and several are explained at once. */
export const Differences = ({
  exceptions,
  month,
  currency,
  mayExplain,
}: Place & { exceptions: readonly Difference[] }) => {
  const t = useTranslate();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const sorted = [...exceptions].sort((a, b) => Number(b.open) - Number(a.open));
  const open = sorted.filter((one) => one.open);
  const selected = open.filter(({ id }) => ids.has(id));
  const select = (id: string, is: boolean): void => {
    const others = [...ids].filter((one) => one !== id);
    setIds(new Set(is ? [...others, id] : others));
  };
  const selectionOf = ({ id, open: isOpen }: Difference): Selection =>
    mayExplain && isOpen ? { isSelected: ids.has(id), select: (is) => select(id, is) } : undefined;
  return (
    <section aria-labelledby="differences">
      <h2 id="differences">{t('reconcile.exceptions')}</h2>
      {sorted.length === 0 && <p>{t('reconcile.no-exceptions')}</p>}
      {mayExplain && open.length > 1 && (
        <Checkbox
          size="md"
          label={t('reconcile.select-all')}
          checked={selected.length === open.length}
          indeterminate={selected.length > 0 && selected.length < open.length}
          onChange={({ currentTarget: { checked } }) => setIds(new Set(checked ? open.map(({ id }) => id) : []))}
        />
      )}
      <ul className="differences">
        {sorted.map((difference) => (
          <One key={difference.id} selection={selectionOf(difference)} {...{ difference, currency }} />
        ))}
      </ul>
      {mayExplain && open.length > 0 && <Explain {...{ month, selected }} onAccepted={() => setIds(new Set())} />}
    </section>
  );
};
