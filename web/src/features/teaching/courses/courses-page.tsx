import { Button, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Announce } from '../../../components/announce.tsx';
import { Icon } from '../../../components/icon.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import './courses.css';

// A single one is loaded with the list: each further file would be named in the first load of every page.
export { CoursePage } from './course-page.tsx';

const route = getRouteApi('/courses');

type Course = Answered<'teaching-find-courses'>['courses'][number];

const Form = ({ q }: { q: string }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const [query, setQuery] = useState(q);
  useEffect(() => setQuery(q), [q]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const typed = query.trim();
    void navigate({ to: '/courses', search: typed ? { q: typed } : {} });
  };
  return (
    <search>
      <form className="course-form" onSubmit={submit}>
        <TextInput
          size="md"
          className="course-text"
          type="search"
          name="q"
          label={t('course.words')}
          maxLength={200}
          value={query}
          onChange={({ currentTarget }) => setQuery(currentTarget.value)}
        />
        <Button size="md" type="submit" leftSection={<Icon name="search" size={18} />}>
          {t('do.search')}
        </Button>
      </form>
    </search>
  );
};

const Found = ({ courseId, code, title, instructors, department, memberId }: Course) => {
  const { memberName } = useDirectory();
  return (
    <li className="card">
      <h2 className="course-name">
        <Link to="/courses/$courseId" params={{ courseId }}>
          {code} {title}
        </Link>
      </h2>
      <p>{instructors.join(', ')}</p>
      <p className="quiet">{[department, memberName(memberId)].filter(Boolean).join(' · ')}</p>
    </li>
  );
};

const Hits = ({ q }: { q: string }) => {
  const t = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['courses', q],
    queryFn: () => take(api.GET('/v1/teaching/courses', { params: { query: { q } } })),
    placeholderData: keepPreviousData,
  });
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={96} />;
  const { courses, more } = data;
  return (
    <section aria-label={t('course.title')}>
      <Announce text={t('course.found', { count: courses.length })} />
      {courses.length === 0 && (
        <Empty title={t('course.none')}>
          <p className="quiet">{t('course.none-hint')}</p>
        </Empty>
      )}
      <ul className="course-hits">
        {courses.map((course) => (
          <Found key={course.courseId} {...course} />
        ))}
      </ul>
      {more && <p className="quiet">{t('course.more')}</p>}
    </section>
  );
};

/** The page to search courses; each expands to its reserves. */
export const CoursesPage = () => {
  const t = useTranslate();
  const { q = '' } = route.useSearch();
  useTitle(t('course.title'));
  return (
    <div className="page">
      <h1>{t('course.title')}</h1>
      <p className="quiet">{t('course.meaning')}</p>
      <Form q={q} />
      {q !== '' && <Hits q={q} />}
    </div>
  );
};
