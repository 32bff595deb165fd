import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';
import { Fact } from '../../../components/fact.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import './pass-form.css';

type Set = Answered<'membership-set-desk-pass'>;
type Wanted = operations['membership-set-desk-pass']['requestBody']['content']['application/json'];
type Pass = { staffId: string; deskPass: Set['deskPass'] };
type Props = Pass & { isOwn: boolean };

const useSetPass = (staffId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Wanted) =>
      take(api.POST('/v1/membership/staff/{staffId}/desk-pass', { params: { path: { staffId } }, body })),
    onSuccess: () =>
      Promise.all(['who', 'staff'].map((queryKey) => client.invalidateQueries({ queryKey: [queryKey] }))),
  });
};

/**
 * Since when a person has a code and a badge for shared desks, and what removes them; for the person also what makes and sets them. A new
 * code is shown once.
 */
export const PassForm = ({ staffId, deskPass, isOwn }: Props) => {
  const t = useTranslate();
  const { date } = useFormat();
  const [badge, setBadge] = useState('');
  const set = useSetPass(staffId);
  const has = set.data?.deskPass ?? deskPass;
  const since = (at: string | undefined): string =>
    at === undefined ? t('my-code.none') : t('my-code.since', { date: date(at) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    set.mutate({ badge: badge.trim() }, { onSuccess: () => setBadge('') });
  };
  const remove = (label: string, body: Wanted) => (
    <Button variant="default" size="xs" aria-label={label} loading={set.isPending} onClick={() => set.mutate(body)}>
      {isOwn ? t('my-code.remove') : label}
    </Button>
  );
  return (
    <div className="stack">
      {set.error && <FailedNotice thrown={set.error} />}
      <div role="status">
        {set.data?.code !== undefined && (
          <div className="notice notice-good">
            <div>
              <p className="notice-title">{t('my-code.new')}</p>
              <p className="pass-code">{set.data.code}</p>
            </div>
          </div>
        )}
      </div>
      <dl className="facts">
        <Fact name={t('my-code.code')}>{since(has.code)}</Fact>
        <Fact name={t('my-code.badge')}>{since(has.badge)}</Fact>
      </dl>
      <p className="row">
        {isOwn && (
          <Button loading={set.isPending} onClick={() => set.mutate({ code: 'new' })}>
            {t('my-code.make')}
          </Button>
        )}
        {has.code !== undefined && remove(t('my-code.remove-code'), { code: 'none' })}
      </p>
      <form className="stack" onSubmit={submit}>
        {isOwn && (
          <TextInput
            label={t('my-code.scan')}
            description={t('my-code.scan-meaning')}
            autoComplete="off"
            maxLength={64}
            value={badge}
            onChange={({ currentTarget }) => setBadge(currentTarget.value)}
          />
        )}
        <p className="row">
          {isOwn && (
            <Button type="submit" variant="default" loading={set.isPending} disabled={badge.trim() === ''}>
              {t('my-code.set-badge')}
            </Button>
          )}
          {has.badge !== undefined && remove(t('my-code.remove-badge'), { badge: null })}
        </p>
      </form>
    </div>
  );
};
