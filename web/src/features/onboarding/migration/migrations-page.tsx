import { Button, NativeSelect, TextInput } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { useCurrency } from '../../../api/use-currency.ts';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { placeZone } from '../../../i18n/place-time.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useMembers } from '../../membership/shared/use-member.ts';
import { type Migration, useMigrations, useOpenMigration } from './use-migrations.ts';

// A single one is loaded with the list: each further file would be named in the first load of every page.
export { MigrationPage } from './migration-page.tsx';

const route = getRouteApi('/migration');
type Load = Migration['load'];

const List = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const { time } = useFormat();
  const navigate = useNavigate();
  const { data, error, refetch } = useMigrations(memberId);
  const columns: Column<Load>[] = [
    {
      ...{ key: 'name', head: t('migration.name'), sort: ({ name }: Load) => name },
      cell: ({ name, loadId }) => (
        <Link to="/migration/$memberId/$loadId" params={{ memberId, loadId }}>
          {name}
        </Link>
      ),
    },
    {
      ...{ key: 'purpose', head: t('migration.purpose') },
      cell: ({ purpose }) => t(`migration-purpose-short.${purpose}`),
    },
    {
      ...{ key: 'opened', head: t('migration.opened'), sort: ({ createdAt }: Load) => createdAt },
      cell: ({ createdAt }) => time(createdAt),
    },
  ];
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  const rows = data?.pages.flatMap(({ loads }) => loads);
  return (
    <Panel title={t('migration.before')} count={rows?.length} flush>
      <DataTable<Load>
        name={t('migration.before')}
        columns={columns}
        rows={rows}
        rowKey={({ loadId }) => loadId}
        empty={t('migration.none')}
        open={({ loadId }) => void navigate({ to: '/migration/$memberId/$loadId', params: { memberId, loadId } })}
      />
    </Panel>
  );
};

const purposes = ['cut-over', 'patron-feed'] as const;

const OpenForm = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const currency = useCurrency();
  const [name, setName] = useState('');
  const [purpose, setPurpose] = useState<(typeof purposes)[number]>('cut-over');
  const open = useOpenMigration(memberId);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const timeZone = placeZone() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    const mapping = { currency: currency ?? 'USD', timeZone };
    open.mutate(
      { name: name.trim(), purpose, mapping },
      {
        onSuccess: ({ loadId }) => void navigate({ to: '/migration/$memberId/$loadId', params: { memberId, loadId } }),
      },
    );
  };
  return (
    <Panel title={t('migration.open')}>
      <form className="stack" onSubmit={submit}>
        <div className="form-grid">
          <TextInput
            required
            label={t('migration.name')}
            description={t('migration.name-meaning')}
            maxLength={200}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <NativeSelect
            label={t('migration.purpose')}
            description={t(`migration-purpose.${purpose}`)}
            value={purpose}
            data={purposes.map((value) => ({ value, label: t(`migration-purpose-short.${value}`) }))}
            onChange={({ currentTarget: { value } }) => setPurpose(purposes.find((one) => one === value) ?? 'cut-over')}
          />
        </div>
        {open.error && <FailedNotice thrown={open.error} />}
        <p>
          <Button type="submit" loading={open.isPending} disabled={name.trim() === ''}>
            {t('migration.open-it')}
          </Button>
        </p>
      </form>
    </Panel>
  );
};

/** The loads from old systems of a library: list and opening of another. */
export const MigrationsPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const navigate = useNavigate();
  const own = useMembers('member-admin');
  const { members } = useDirectory();
  const { member: asked } = route.useSearch();
  useTitle(t('migration.title'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  const places = hasRole(who, 'admin') ? members : own;
  const place = places.find(({ memberId }) => memberId === asked) ?? places[0];
  return (
    <div className="page page-wide">
      <div className="desk-head">
        <h1>{t('migration.title')}</h1>
        {places.length > 1 && (
          <NativeSelect
            size="sm"
            aria-label={t('migration.library')}
            value={place?.memberId ?? ''}
            data={places.map(({ memberId, name }) => ({ value: memberId, label: name }))}
            onChange={({ currentTarget }) =>
              void navigate({ to: '/migration', search: { member: currentTarget.value } })
            }
          />
        )}
      </div>
      <p className="quiet">{t('migration.meaning')}</p>
      {place ? (
        <div key={place.memberId} className="stack">
          <List memberId={place.memberId} />
          <OpenForm memberId={place.memberId} />
        </div>
      ) : (
        <Empty title={t('migration.not-yours')}>{session?.kind !== 'staff' && <StaffSignIn back="/migration" />}</Empty>
      )}
    </div>
  );
};
