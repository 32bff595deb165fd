import { Link } from '@tanstack/react-router';
import { useTranslate } from '../../../i18n/translate.ts';
import { shownCount } from './counts.ts';
import { TodayPanel } from './today-panel.tsx';
import type { Today } from './use-today.ts';

/** The classes of a school with overdue loans, each with how many; the page of a class has them with letters. */
export const LateClassesPanel = ({ list }: { list: NonNullable<Today['lateClasses']> }) => {
  const t = useTranslate();
  return (
    <TodayPanel
      id="late-classes"
      title={t('today.late-classes')}
      count={shownCount(list)}
      action={<Link to="/late-list">{t('today.all')}</Link>}
      isEmpty={false}
      empty=""
    >
      <ul className="today-rows">
        {list.entries.map(({ classId, loans }) => (
          <li key={classId} className="today-row">
            <Link to="/classes/$classId" params={{ classId }} className="today-title">
              {classId}
            </Link>
            <span className="today-end today-late">{t('today.overdue', { count: loans })}</span>
          </li>
        ))}
      </ul>
    </TodayPanel>
  );
};

/** The classes of a school that have no teacher, each with the way to its page. */
export const ClassesPanel = ({ list }: { list: NonNullable<Today['classes']> }) => {
  const t = useTranslate();
  return (
    <TodayPanel
      id="classes"
      title={t('today.classes')}
      count={shownCount(list)}
      action={<Link to="/classes">{t('today.all')}</Link>}
      isEmpty={false}
      empty=""
    >
      <ul className="today-rows">
        {list.entries.map(({ classId }) => (
          <li key={classId} className="today-row">
            <Link to="/classes/$classId" params={{ classId }} className="today-title">
              {classId}
            </Link>
          </li>
        ))}
      </ul>
    </TodayPanel>
  );
};
