import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api, take } from '../../../api/client.ts';
import { config } from '../../../api/config.ts';
import { Announce } from '../../../components/announce.tsx';
import { Cover } from '../../../components/cover.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useDescription } from '../../../components/use-description.ts';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { Mark } from '../../../layout/mark.tsx';
import { LanguageSwitch } from '../../../layout/switches.tsx';
import { type Hit, useHits } from '../shared/use-hits.ts';
import './children.css';
import { type Topic, topicsOf } from './topics.ts';

const route = getRouteApi('/children');

const Head = () => {
  const t = useTranslate();
  return (
    <header className="children-head">
      <Link to="/children" className="brand">
        <Mark />
        <span>{t('children.title')}</span>
      </Link>
      <LanguageSwitch />
      <Link to="/" className="call">
        {t('children.leave')}
      </Link>
    </header>
  );
};

const Find = ({ q }: { q: string }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(q);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const text = typed.trim();
    void navigate({ to: '/children', search: text ? { q: text } : {} });
  };
  return (
    <search>
      <form className="children-find" onSubmit={submit}>
        <TextInput
          size="lg"
          type="search"
          label={t('children.find')}
          maxLength={100}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button size="lg" type="submit">
          {t('children.search')}
        </Button>
      </form>
    </search>
  );
};

const useTopics = (): readonly Topic[] => {
  const { data } = useQuery({
    queryKey: ['children-topics'],
    queryFn: () =>
      take(
        api.GET('/v1/discovery/facets/{facet}', {
          params: { path: { facet: 'subject' }, query: { audience: 'children' } },
        }),
      ),
    staleTime: 30 * 60_000,
    retry: false,
  });
  return data ? topicsOf(data.values) : [];
};

const Topics = ({ topics, chosen }: { topics: readonly Topic[]; chosen: string | undefined }) => {
  const t = useTranslate();
  return (
    <nav aria-label={t('children.topics')}>
      <ul className="children-topics">
        {topics.map(({ name, subject }) => (
          <li key={name}>
            <Link
              to="/children"
              search={subject === chosen ? {} : { subject }}
              aria-current={subject === chosen ? 'true' : undefined}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Books = ({ hits }: { hits: readonly Hit[] }) => {
  const t = useTranslate();
  return (
    <ul className="children-books">
      {hits.map(({ recordId, title, author, format, members, isOnline }) => {
        const isIn = isOnline || members.some(({ available }) => available > 0);
        return (
          <li key={recordId}>
            <Link to="/record/$recordId" params={{ recordId }}>
              <Cover {...{ recordId, title, author, format }} large />
              <span>{title}</span>
            </Link>
            <span className={isIn ? 'good' : 'quiet'}>
              {t(isOnline ? 'hit.online' : isIn ? 'children.in' : 'children.out')}
            </span>
          </li>
        );
      })}
    </ul>
  );
};

/** The books that match, or the new ones when nothing is looked for. */
const Found = ({ q, subject, topic }: { q: string; subject: string | undefined; topic: string | undefined }) => {
  const t = useTranslate();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useHits({
    ...{ audience: 'children', group: 'works', ...(q ? { q } : { sort: 'arrived' }) },
    ...(subject && { subject }),
  });
  const hits = data?.pages.flatMap((page) => page.hits);
  const sought = q || topic;
  const title = sought ? t('children.about', { text: sought }) : t(subject ? 'children.chosen' : 'children.new');
  const announced = hits && (sought || subject) ? t('children.count', { count: hits.length }) : '';
  return (
    <section aria-labelledby="children-found" className="stack">
      <h2 id="children-found">{title}</h2>
      <Announce text={announced} />
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!hits && !error && <Waiting rows={2} height={240} />}
      {hits && hits.length === 0 && <Empty title={t('children.none')}>{t('children.none-hint')}</Empty>}
      {hits && <Books hits={hits} />}
      {hasNextPage && (
        <p>
          <Button size="lg" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('children.more')}
          </Button>
        </p>
      )}
    </section>
  );
};

/** The page for children: large covers, topics in plain text, and only what is meant for children. It has a head of its own, from which one leaves. */
export const ChildrenPage = () => {
  const t = useTranslate();
  const { q = '', subject } = route.useSearch();
  const topics = useTopics();
  useTitle(t('children.title'));
  useDescription(t('children.lead', { name: config().consortium }));
  const topic = topics.find((one) => one.subject === subject)?.name;
  return (
    <div className="page page-wide children">
      <Head />
      <h1>{t('children.question')}</h1>
      <Find key={q} q={q} />
      {topics.length > 0 && <Topics topics={topics} chosen={subject} />}
      <Found {...{ q, subject, topic }} />
    </div>
  );
};
