import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import { Badge } from '../../../components/badge.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Difference } from '../shared/reconciliation.ts';
import { useDifferenceText } from './use-difference-texts.ts';

type Place = { month: string; currency: string; mayExplain: boolean };

/** Explains one difference; the explanation accepts it at the displayed amount. */
const Explain = ({ month, difference, what }: { month: string; difference: Difference; what: string }) => {
  const t = useTranslate();
  const client = useQueryClient();
  const [isAsked, setIsAsked] = useState(false);
  const [reason, setReason] = useState('');
  const accept = useMutation({
    mutationFn: () => {
      const body = { exceptionId: difference.id, difference: difference.difference.exact, reason: reason.trim() };
      const params = { path: { month } };
      return take(api.POST('/v1/finance/months/{month}/exceptions', { params, body, ...keyed(newKey()) }));
    },
    onSuccess: (shown) => client.setQueryData(['reconciliation', month], shown),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    accept.mutate();
  };
  if (!isAsked)
    return (
      <Button size="compact-sm" variant="default" onClick={() => setIsAsked(true)}>
        {t('reconcile.explain', { what })}
      </Button>
    );
  return (
    <form className="explain" onSubmit={submit}>
      <TextInput
        size="sm"
        autoFocus
        label={t('reconcile.why')}
        maxLength={1000}
        value={reason}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
      <p className="row">
        <Button type="submit" size="sm" disabled={reason.trim().length < 3} loading={accept.isPending}>
          {t('reconcile.accept')}
        </Button>
        <Button size="sm" variant="default" onClick={() => setIsAsked(false)}>
          {t('do.not-now')}
        </Button>
      </p>
      {accept.error && <FailedNotice thrown={accept.error} />}
    </form>
  );
};

const One = ({ difference, month, currency, mayExplain }: Place & { difference: Difference }) => {
  const t = useTranslate();
  const { amount, date } = useFormat();
  const what = useDifferenceText()(difference);
  const { open, accepted } = difference;
  return (
    <li className="difference">
      <p>
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
      {open && mayExplain && <Explain month={month} difference={difference} what={what} />}
    </li>
  );
};

/** Every difference between bill and metering; those that need an explanation come first. */
export const Differences = ({ exceptions, ...place }: Place & { exceptions: readonly Difference[] }) => {
  const t = useTranslate();
  const sorted = [...exceptions].sort((a, b) => Number(b.open) - Number(a.open));
  return (
    <section aria-labelledby="differences">
      <h2 id="differences">{t('reconcile.exceptions')}</h2>
      {sorted.length === 0 && <p>{t('reconcile.no-exceptions')}</p>}
      <ul className="differences">
        {sorted.map((difference) => (
          <One key={difference.id} difference={difference} {...place} />
        ))}
      </ul>
    </section>
  );
};
