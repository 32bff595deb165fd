import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, take } from '../../../api/client.ts';
import { Badge } from '../../../components/badge.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useReasonText } from '../../../components/use-reason-texts.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';

/** Asks how a checkout of one item by one patron would be decided here and now; nothing is lent. */
export const TryCheckout = ({ branchId }: { branchId: string }) => {
  const t = useTranslate();
  const reasonText = useReasonText();
  const { time } = useFormat();
  const [entered, setEntered] = useState({ patron: '', item: '' });
  const asked = useMutation({
    mutationFn: () => take(api.POST('/v1/circulation/check-out-explanations', { body: { branchId, ...entered } })),
  });
  const put = (name: keyof typeof entered) => ({
    size: 'sm' as const,
    required: true,
    value: entered[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      setEntered({ ...entered, [name]: currentTarget.value.trim() }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    asked.mutate();
  };
  const { data } = asked;
  return (
    <form className="rule-try" aria-label={t('loan-rules.try')} onSubmit={submit}>
      <h3>{t('loan-rules.try')}</h3>
      <TextInput {...put('patron')} label={t('loan-rules.card')} />
      <TextInput {...put('item')} label={t('loan-rules.barcode')} />
      <Button type="submit" size="sm" variant="default" loading={asked.isPending}>
        {t('loan-rules.ask')}
      </Button>
      {asked.error && <FailedNotice thrown={asked.error} />}
      {data && (
        <div role="status">
          <Badge tone={data.allowed ? 'good' : 'bad'} icon={data.allowed ? 'yes' : 'no'}>
            {t(data.allowed ? 'loan-rules.allowed' : 'loan-rules.refused')}
          </Badge>
          {data.explain.due && <p>{t('loan-rules.due', { due: time(data.explain.due.due) })}</p>}
          <ul>
            {data.refused.map((one) => (
              <li key={one.code}>{reasonText({ ...one, pointer: '', params: one.params ?? {} })}</li>
            ))}
          </ul>
        </div>
      )}
    </form>
  );
};
