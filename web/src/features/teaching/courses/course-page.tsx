import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Badge } from '../../../components/badge.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { CopyState } from '../../discovery/shared/copies.tsx';
import '../../discovery/shared/record.css';
import './courses.css';

const route = getRouteApi('/courses/$courseId');

type Page = Answered<'teaching-show-course'>;
type Material = Page['materials'][number];

const Name = ({ title = '', recordId, url }: Material) => {
  if (url !== undefined) return <a href={url}>{title}</a>;
  if (recordId === undefined) return <span>{title}</span>;
  return (
    <Link to="/record/$recordId" params={{ recordId }}>
      {title || recordId}
    </Link>
  );
};

const Place = ({ kind, copy }: Material) => {
  const t = useTranslate();
  const { branchName } = useDirectory();
  if (copy === undefined) return <span className="quiet">{t(kind === 'link' ? 'course.link' : 'course.record')}</span>;
  const { callNumber, branchId, location, personal } = copy;
  const facts = [callNumber, branchName(branchId), location, personal ? t('course.personal') : ''];
  return <span className="quiet">{facts.filter(Boolean).join(' · ')}</span>;
};

const Line = (material: Material) => {
  const t = useTranslate();
  const { note, copy } = material;
  return (
    <li className="copy">
      <span className="copy-place">
        <Name {...material} />
        <Place {...material} />
        {note !== undefined && <span className="quiet">{note}</span>}
      </span>
      {copy?.awaited && copy.state === 'available' && (
        <Badge tone="none" icon="wait">
          {t('course.awaited')}
        </Badge>
      )}
      {copy && !(copy.awaited && copy.state === 'available') && <CopyState copy={copy} />}
    </li>
  );
};

const List = ({ course, materials }: Page) => {
  const t = useTranslate();
  return (
    <section aria-labelledby="materials">
      <h2 id="materials">{t('course.list')}</h2>
      {course.ended && <p className="notice">{t('course.ended')}</p>}
      {materials.length === 0 && <p className="quiet">{t('course.empty')}</p>}
      <ul className="card course-list">
        {materials.map((material) => (
          <Line key={material.entryId} {...material} />
        ))}
      </ul>
    </section>
  );
};

/** The page of a course: its instructors, and its reading list with availability. */
export const CoursePage = () => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const { courseId } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['course', courseId],
    queryFn: () => take(api.GET('/v1/teaching/courses/{courseId}', { params: { path: { courseId } } })),
  });
  useTitle(data ? `${data.course.code} ${data.course.title}` : t('course.title'));
  if (!data) {
    return (
      <div className="page">
        <h1 className={error ? '' : 'visually-hidden'}>{t('course.title')}</h1>
        {error ? <FailedNotice thrown={error} again={() => void refetch()} /> : <Waiting rows={3} height={96} />}
      </div>
    );
  }
  const { code, title, instructors, department, memberId, sections } = data.course;
  const facts = [
    department,
    memberName(memberId),
    sections.length > 0 && t('course.sections', { sections: sections.join(', ') }),
  ];
  return (
    <article className="page">
      <h1>
        {code} {title}
      </h1>
      <p>{instructors.join(', ')}</p>
      <p className="quiet">{facts.filter(Boolean).join(' · ')}</p>
      <List {...data} />
      <p>
        <Link to="/courses">{t('course.title')}</Link>
      </p>
    </article>
  );
};
