import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Difference } from '../shared/reconciliation.ts';

type Props = { month: string; selected: readonly Difference[]; onAccepted: () => void };

/** The form that accepts the selected differences with one reason, at the displayed amounts. */
export const Explain = ({ month, selected, onAccepted }: Props) => {
  const t = useTranslate();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const accept = useMutation({
    mutationFn: () => {
      const exceptions = selected.map(({ id, difference }) => ({ exceptionId: id, difference: difference.exact }));
      const params = { path: { month } };
      const body = { exceptions, reason: reason.trim() };
      return take(api.POST('/v1/finance/months/{month}/exceptions', { params, body, ...keyed(newKey()) }));
    },
    onSuccess: (shown) => {
      client.setQueryData(['reconciliation', month], shown);
      setReason('');
      onAccepted();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    accept.mutate();
  };
  return (
    <form className="explain" onSubmit={submit}>
      <TextInput
        size="sm"
        label={t('reconcile.why')}
        maxLength={1000}
        value={reason}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
      <Button
        type="submit"
        size="sm"
        disabled={selected.length === 0 || reason.trim().length < 3}
        loading={accept.isPending}
      >
        {t('reconcile.accept', { count: selected.length })}
      </Button>
      {accept.error && <FailedNotice thrown={accept.error} />}
    </form>
  );
};
