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
import { useSay } from '../../../i18n/translate.ts';
import './courses.css';

const route = getRouteApi('/courses');

type Course = Answered<'teaching-find-courses'>['courses'][number];

const Form = ({ q }: { q: string }) => {
  const say = useSay();
  const navigate = useNavigate();
  const [words, setWords] = useState(q);
  useEffect(() => setWords(q), [q]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const typed = words.trim();
    void navigate({ to: '/courses', search: typed ? { q: typed } : {} });
  };
  return (
    <search>
      <form className="course-form" onSubmit={submit}>
        <TextInput
          size="md"
          className="course-words"
          type="search"
          name="q"
          label={say('course.words')}
          maxLength={200}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <Button size="md" type="submit" leftSection={<Icon name="search" size={18} />}>
          {say('do.search')}
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
  const say = useSay();
  const { data, error, refetch } = useQuery({
    queryKey: ['courses', q],
    queryFn: () => take(api.GET('/v1/teaching/courses', { params: { query: { q } } })),
    placeholderData: keepPreviousData,
  });
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={96} />;
  const { courses, more } = data;
  return (
    <section aria-label={say('course.title')}>
      <Announce text={say('course.found', { count: courses.length })} />
      {courses.length === 0 && (
        <Empty title={say('course.none')}>
          <p className="quiet">{say('course.none-hint')}</p>
        </Empty>
      )}
      <ul className="course-hits">
        {courses.map((course) => (
          <Found key={course.courseId} {...course} />
        ))}
      </ul>
      {more && <p className="quiet">{say('course.more')}</p>}
    </section>
  );
};

/** Courses found by their words; one opens with what is on reserve for it. */
export const CoursesRoom = () => {
  const say = useSay();
  const { q = '' } = route.useSearch();
  useTitle(say('course.title'));
  return (
    <div className="room">
      <h1>{say('course.title')}</h1>
      <p className="quiet">{say('course.meaning')}</p>
      <Form q={q} />
      {q !== '' && <Hits q={q} />}
    </div>
  );
};
