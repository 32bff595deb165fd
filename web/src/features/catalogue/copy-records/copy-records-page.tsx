import { Button, NativeSelect, TextInput } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Badge } from '../../../components/badge.tsx';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { MemberPage } from '../shared/member-page.tsx';
import './copying.css';
import { Preview } from './preview.tsx';
import { type Hit, type Search, useHits, useTargets } from './targets.ts';

const route = getRouteApi('/copy-records');
const terms = ['isbn', 'title', 'author', 'text'] as const;
type Terms = Record<(typeof terms)[number], string>;

const Form = ({ targets, search }: { targets: readonly string[]; search: (search: Search) => void }) => {
  const t = useTranslate();
  const [target, setTarget] = useState(targets[0] ?? '');
  const [typed, setTyped] = useState<Terms>({ isbn: '', title: '', author: '', text: '' });
  const wanted = Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ''));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    search({ target, ...wanted });
  };
  return (
    <form className="copying-form" onSubmit={submit}>
      <NativeSelect
        {...{ size: 'sm', label: t('copying.target'), data: [...targets], value: target }}
        onChange={({ currentTarget }) => setTarget(currentTarget.value)}
      />
      {terms.map((name) => (
        <TextInput
          key={name}
          {...{ size: 'sm', label: t(`copying.${name}`), value: typed[name], maxLength: 200 }}
          autoFocus={name === 'isbn'}
          onChange={({ currentTarget: { value } }) => setTyped({ ...typed, [name]: value })}
        />
      ))}
      <Button type="submit" disabled={Object.keys(wanted).length === 0}>
        {t('copying.search')}
      </Button>
    </form>
  );
};

const Like = ({ like }: Pick<Hit, 'like'>) => {
  const t = useTranslate();
  const [first] = like;
  if (!first) return t('copying.not-here');
  const { isSame, sourceId, recordId } = first;
  return (
    <>
      <Badge tone={isSame ? 'good' : 'info'}>
        {t(isSame ? (sourceId ? 'copying.ours' : 'copying.others') : 'copying.perhaps')}
      </Badge>{' '}
      <Link to="/record/$recordId" params={{ recordId }}>
        {t('copying.open')}
      </Link>
    </>
  );
};

/** How many records an answer holds at most. */
const PAGE = 10;

const Found = ({ memberId, search }: { memberId: string; search: Search }) => {
  const t = useTranslate();
  const [from, setFrom] = useState(1);
  const [chosen, setChosen] = useState<Hit>();
  const { data, error, refetch } = useHits(memberId, search, from);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={4} height={40} />;
  const turn = (by: number): void => {
    setChosen(undefined);
    setFrom(from + by);
  };
  const columns: Column<Hit>[] = [
    {
      ...{ key: 'title', head: t('copying.title') },
      cell: (hit) => (
        <button type="button" className="text-button" onClick={() => setChosen(hit)}>
          {hit.title}
        </button>
      ),
    },
    { key: 'author', head: t('copying.author'), cell: ({ author = '' }) => author },
    { key: 'year', head: t('copying.year'), cell: ({ year }) => year ?? '', align: 'end' },
    { key: 'like', head: t('copying.here'), cell: ({ like }) => <Like like={like} /> },
  ];
  return (
    <>
      <Panel title={search.target} count={data.total} flush>
        <DataTable<Hit>
          name={search.target}
          columns={columns}
          rows={data.hits}
          rowKey={(hit) => String(data.hits.indexOf(hit))}
          open={setChosen}
          empty={t('copying.none')}
        />
      </Panel>
      {data.unreadable > 0 && (
        <p className="notice notice-warn" role="status">
          {t('copying.unreadable', { count: data.unreadable })}
        </p>
      )}
      <p className="row">
        {from > 1 && (
          <Button size="sm" variant="default" onClick={() => turn(-PAGE)}>
            {t('copying.before')}
          </Button>
        )}
        {from + PAGE <= data.total && (
          <Button size="sm" variant="default" onClick={() => turn(PAGE)}>
            {t('copying.more')}
          </Button>
        )}
      </p>
      {chosen && <Preview key={JSON.stringify(chosen.record)} hit={chosen} memberId={memberId} />}
    </>
  );
};

const Whole = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const { targets, error } = useTargets();
  const [search, setSearch] = useState<Search>();
  if (error) return <FailedNotice thrown={error} />;
  if (!targets) return <Waiting rows={2} height={40} />;
  if (targets.length === 0)
    return (
      <Empty title={t('copying.no-targets')}>
        <Link to="/copy-targets">{t('copy-targets.title')}</Link>
      </Empty>
    );
  return (
    <>
      <Form targets={targets} search={setSearch} />
      {search && <Found key={JSON.stringify(search)} memberId={memberId} search={search} />}
    </>
  );
};

/** Copies records from other catalogues: searched by SRU, shown beside the own record, and taken over into the editor. */
export const CopyRecordsPage = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { member } = route.useSearch();
  return (
    <MemberPage
      title={t('copying.page')}
      meaning={t('copying.meaning')}
      asked={member}
      choose={(memberId) => void navigate({ to: '/copy-records', search: { member: memberId } })}
    >
      {(memberId) => <Whole key={memberId} memberId={memberId} />}
    </MemberPage>
  );
};
