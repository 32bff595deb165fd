import { Button, Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api, take } from '../../../../api/client.ts';
import type { Answered } from '../../../../api/current-user.ts';
import { today } from '../../../../components/days.ts';
import { dayAfter } from '../../../../components/opening-hours.ts';
import { Empty, FailedNotice, Waiting } from '../../../../components/states.tsx';
import { useFormat } from '../../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../../i18n/translate.ts';
import type { TabProps } from '../parts.ts';
import { useRecordAct } from '../use-record.ts';
import { ChangeGuardian } from './change-guardian.tsx';
import { PupilClass } from './pupil-class.tsx';

type Proxy = Answered<'patrons-list-proxies'>['given'][number];

const inAYear = (): string => dayAfter(today(), 365);
const acts = ['borrow', 'collect'] as const;

const GiveProxy = ({ patronId, branchId }: { patronId: string; branchId: string }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const [card, setCard] = useState('');
  const [until, setUntil] = useState(inAYear);
  const [may, setMay] = useState<readonly (typeof acts)[number][]>(acts);
  const give = useRecordAct(patronId, () =>
    take(api.POST('/v1/patrons/proxies', { body: { branchId, patronId, card: card.trim(), until, may: [...may] } })),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (may.length > 0) give.mutate(undefined, { onSuccess: () => setCard('') });
  };
  return (
    <details className="patron-part">
      <summary>{t('patron.give-proxy')}</summary>
      <form className="stack" onSubmit={submit}>
        <TextInput
          label={t('patron.proxy-card')}
          value={card}
          required
          maxLength={40}
          autoComplete="off"
          onChange={({ currentTarget }) => setCard(currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('patron.proxy-until')}
          value={until}
          required
          onChange={({ currentTarget }) => setUntil(currentTarget.value)}
        />
        {acts.map((act) => (
          <Checkbox
            key={act}
            label={textOf('proxy-may', act)}
            checked={may.includes(act)}
            onChange={({ currentTarget: { checked } }) =>
              setMay(acts.filter((one) => (one === act ? checked : may.includes(one))))
            }
          />
        ))}
        <div>
          <Button size="sm" variant="default" type="submit" disabled={may.length === 0} loading={give.isPending}>
            {t('patron.give-proxy-do')}
          </Button>
        </div>
        {give.error && <FailedNotice thrown={give.error} />}
      </form>
    </details>
  );
};

type Rows = { title: string; proxies: readonly Proxy[]; withdraw?: ((patronId: string) => void) | undefined };

const Proxies = ({ title, proxies, withdraw }: Rows) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  if (proxies.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul className="plain-rows">
        {proxies.map(({ patronId, name, until, may, ended }) => (
          <li key={patronId}>
            <Link to="/patrons/$patronId" params={{ patronId }}>
              {name}
            </Link>{' '}
            <span className="quiet">
              {may.map((act) => textOf('proxy-may', act)).join(', ')} ·{' '}
              {t(ended ? 'patron.proxy-ended' : 'patron.until', { date: date(until) })}
            </span>{' '}
            {withdraw && (
              <button
                type="button"
                className="text-button"
                aria-label={t('patron.withdraw-one', { name })}
                onClick={() => withdraw(patronId)}
              >
                {t('patron.withdraw')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Relatives = ({ title, people }: { title: string; people: readonly { patronId: string; name: string }[] }) =>
  people.length > 0 ? (
    <section>
      <h3>{title}</h3>
      <ul className="plain-rows">
        {people.map(({ patronId, name }) => (
          <li key={patronId}>
            <Link to="/patrons/$patronId" params={{ patronId }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  ) : null;

/** Guardian, children, and who may borrow or collect for whom. */
export const FamilyTab = ({ patron, branchId }: TabProps) => {
  const { patronId, at } = patron;
  const t = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['patron-part', patronId, 'family', branchId],
    queryFn: () => take(api.POST('/v1/patrons/proxy-looks', { body: { branchId, patronId } })),
  });
  const withdraw = useRecordAct(patronId, (proxyId: string) =>
    take(api.POST('/v1/patrons/proxy-withdrawals', { body: { branchId, patronId, proxyId } })),
  );
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={2} height={44} />;
  const { given, had, guarantor, dependants = [] } = data;
  const isEmpty = given.length + had.length + dependants.length === 0 && !guarantor;
  return (
    <div className="tab-body">
      {at === 'home' && <PupilClass patronId={patronId} branchId={branchId} />}
      {isEmpty && <Empty title={t('patron.no-family')} />}
      <Relatives title={t('patron.guardian')} people={guarantor ? [guarantor] : []} />
      {patron.at === 'home' && (patron.minor || guarantor) && (
        <ChangeGuardian patron={patron} branchId={branchId} hasGuardian={guarantor !== undefined} />
      )}
      <Relatives title={t('patron.dependants')} people={dependants} />
      <Proxies
        title={t('patron.proxies')}
        proxies={given}
        withdraw={at === 'home' ? (proxyId) => withdraw.mutate(proxyId) : undefined}
      />
      <Proxies title={t('patron.proxy-for')} proxies={had} />
      {withdraw.error && <FailedNotice thrown={withdraw.error} />}
      {at === 'home' && <GiveProxy patronId={patronId} branchId={branchId} />}
    </div>
  );
};
