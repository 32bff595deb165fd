import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { Badge } from '../../../components/badge.tsx';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { Panel } from '../../../components/panel.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type DigitalCollection, useCollections } from './use-collections.ts';

const CollectionForm = lazyComponent(() => import('./collection-form.tsx'), 'CollectionForm');

const Harvest = ({ of: { paused, ended, harvest } }: { of: DigitalCollection }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  if (ended) return <Badge tone="none">{t(harvest?.titles ? 'collection.withdraws' : 'collection.is-ended')}</Badge>;
  if (paused) return <Badge tone="none">{t('collection.is-paused')}</Badge>;
  if (!harvest) return <Badge tone="info">{t('collection.waits')}</Badge>;
  if (harvest.problem)
    return (
      <Badge tone="bad" icon="warn">
        {textOf('problem', harvest.problem)}
      </Badge>
    );
  return harvest.endedAt ? date(harvest.endedAt) : <Badge tone="info">{t('collection.runs')}</Badge>;
};

const Collections = ({ ownMember }: { ownMember: string }) => {
  const t = useTranslate();
  const { number } = useFormat();
  const { memberName } = useDirectory();
  const { data, error, refetch } = useCollections();
  const [edited, setEdited] = useState<DigitalCollection | 'new'>();
  const loansOf = (collectionId: string): number =>
    (data?.uses ?? []).filter((use) => use.collectionId === collectionId).reduce((sum, { loans }) => sum + loans, 0);
  const mayEdit = ({ memberId }: DigitalCollection): boolean => ownMember === '' || memberId === ownMember;
  const columns: Column<DigitalCollection>[] = [
    { key: 'name', head: t('collection.name'), sort: ({ name }) => name, cell: ({ name }) => name },
    {
      ...{ key: 'members', head: t('collection.members') },
      cell: ({ members }) => members.map(memberName).join(', '),
    },
    { key: 'harvest', head: t('collection.harvest'), cell: (one) => <Harvest of={one} /> },
    {
      ...{
        key: 'titles',
        head: t('collection.titles'),
        sort: ({ harvest }: DigitalCollection) => harvest?.titles ?? 0,
      },
      cell: ({ harvest }) => number(harvest?.titles ?? 0),
    },
    {
      ...{ key: 'licences', head: t('collection.licences') },
      cell: ({ harvest }) => number(harvest?.licences ?? 0),
    },
    { key: 'loans', head: t('collection.loans'), cell: ({ collectionId }) => number(loansOf(collectionId)) },
    {
      ...{ key: 'act', head: t('collection.change') },
      cell: (one) =>
        mayEdit(one) && (
          <Button
            size="xs"
            variant="default"
            aria-label={t('collection.edit-one', { name: one.name })}
            onClick={() => setEdited(one)}
          >
            {t('collection.edit')}
          </Button>
        ),
    },
  ];
  return (
    <Panel
      title={t('collection.collections')}
      count={data?.collections.length}
      flush
      action={
        <Button size="xs" onClick={() => setEdited('new')}>
          {t('collection.new')}
        </Button>
      }
    >
      {error ? (
        <FailedNotice thrown={error} again={() => void refetch()} />
      ) : (
        <DataTable
          name={t('collection.collections')}
          columns={columns}
          rows={data?.collections}
          rowKey={({ collectionId }) => collectionId}
          order={{ key: 'name', down: false }}
          empty={t('collection.none')}
          file="digital-collections"
        />
      )}
      {edited && (
        <Suspense>
          <CollectionForm
            collection={edited === 'new' ? undefined : edited}
            ownMember={ownMember}
            close={() => setEdited(undefined)}
          />
        </Suspense>
      )}
    </Panel>
  );
};

/** The collections of e-book vendors: their feeds, whose patrons may borrow, harvests and use. */
export const CollectionsPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  useTitle(t('collection.title'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  const own =
    who?.kind === 'staff'
      ? who.grants.flatMap((grant) => (grant.role === 'member-admin' && grant.scope === 'member' ? [grant.member] : []))
      : [];
  return (
    <div className="page page-wide">
      <h1>{t('collection.title')}</h1>
      <p className="quiet">{t('collection.meaning')}</p>
      {hasRole(who, 'admin', 'member-admin') ? (
        <Collections ownMember={hasRole(who, 'admin') ? '' : (own[0] ?? '')} />
      ) : (
        <Empty title={t('collection.not-here')}>
          <StaffSignIn back="/digital-collections" />
        </Empty>
      )}
    </div>
  );
};
