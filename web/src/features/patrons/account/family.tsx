import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { today } from '../../../components/days.ts';
import { dayAfter } from '../../../components/opening-hours.ts';
import { Empty, FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { Dependant } from './dependant.tsx';
import { AccountPart } from './part.tsx';

type Proxy = Answered<'patrons-list-my-proxies'>['given'][number];
const acts = ['borrow', 'collect'] as const;
const inAYear = (): string => dayAfter(today(), 365);

const GiveProxy = () => {
  const t = useTranslate();
  const textOf = useTextOf();
  const client = useQueryClient();
  const [entered, setEntered] = useState(() => ({ card: '', familyName: '', until: inAYear() }));
  const [may, setMay] = useState<readonly (typeof acts)[number][]>(['collect']);
  const give = useMutation({
    mutationFn: () => take(api.POST('/v1/patrons/proxies', { body: { ...entered, may: [...may] } })),
    onSuccess: async () => {
      setEntered({ card: '', familyName: '', until: inAYear() });
      await client.invalidateQueries({ queryKey: ['my-proxies'] });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (may.length > 0) give.mutate();
  };
  const field = (name: keyof typeof entered) => ({
    label: t(`family.${name}`),
    value: entered[name],
    required: true,
    withAsterisk: false,
    autoComplete: 'off',
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setEntered({ ...entered, [name]: value }),
  });
  return (
    <details>
      <summary>{t('family.give')}</summary>
      <form className="stack" onSubmit={submit}>
        <TextInput {...field('card')} maxLength={40} />
        <TextInput {...field('familyName')} maxLength={200} />
        <TextInput {...field('until')} type="date" />
        {acts.map((act) => (
          <Checkbox
            key={act}
            label={textOf('family-may', act)}
            checked={may.includes(act)}
            onChange={({ currentTarget: { checked } }) =>
              setMay(acts.filter((one) => (one === act ? checked : may.includes(one))))
            }
          />
        ))}
        {give.error && <FailedNotice thrown={give.error} />}
        <div>
          <Button type="submit" variant="default" disabled={may.length === 0} loading={give.isPending}>
            {t('family.give-do')}
          </Button>
        </div>
      </form>
    </details>
  );
};

type Withdrawn = { patronId?: string; proxyId?: string };

const Proxies = ({ title, proxies, end }: { title: string; proxies: readonly Proxy[]; end: (id: string) => void }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  if (proxies.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="plain-rows">
        {proxies.map(({ patronId, name, until, may, ended }) => (
          <li key={patronId}>
            {name}{' '}
            <span className="quiet">
              {may.map((act) => textOf('family-may', act)).join(', ')} ·{' '}
              {t(ended ? 'family.ended' : 'family.until-day', { date: date(until) })}
            </span>{' '}
            <button
              type="button"
              className="text-button"
              aria-label={t('family.end-one', { name })}
              onClick={() => end(patronId)}
            >
              {t('family.end')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};

/** Shows the patron's dependants, and who may borrow or collect for whom. */
export const Family = () => {
  const t = useTranslate();
  const client = useQueryClient();
  const query = useQuery({ queryKey: ['my-proxies'], queryFn: () => take(api.GET('/v1/patrons/me/proxies')) });
  const dependants = useQuery({
    queryKey: ['my-dependants'],
    queryFn: () => take(api.GET('/v1/patrons/me/dependants')),
  });
  const end = useMutation({
    mutationFn: (body: Withdrawn) => take(api.POST('/v1/patrons/proxy-withdrawals', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['my-proxies'] }),
  });
  const { given = [], had = [] } = query.data ?? {};
  const children = dependants.data?.dependants ?? [];
  return (
    <AccountPart id="family" title={t('account.family')} query={query}>
      {given.length + had.length + children.length === 0 && <Empty title={t('family.none')} />}
      {children.length > 0 && <h3>{t('family.dependants')}</h3>}
      {children.map((dependant) => (
        <Dependant key={dependant.patronId} dependant={dependant} />
      ))}
      <Proxies title={t('family.given')} proxies={given} end={(proxyId) => end.mutate({ proxyId })} />
      <Proxies title={t('family.had')} proxies={had} end={(patronId) => end.mutate({ patronId })} />
      {end.error && <FailedNotice thrown={end.error} />}
      <GiveProxy />
    </AccountPart>
  );
};
