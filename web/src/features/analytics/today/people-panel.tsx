import { Link } from '@tanstack/react-router';
import { StaffIcon } from '../../../components/staff-icon.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { shownCount } from './counts.ts';
import { links } from './links.ts';
import { TodayPanel } from './today-panel.tsx';
import type { Today } from './use-today.ts';

const namesIn = (entries: readonly { name?: string | undefined }[]): string =>
  entries.flatMap(({ name }) => name ?? []).join(' · ');

/** The persons about whom a desk has to decide: sign-ups, and pairs who may be one person. */
export const PeoplePanel = ({ signUps, duplicates }: Pick<Today, 'signUps' | 'duplicates'>) => {
  const t = useTranslate();
  const rows = [
    { key: 'sign-ups', list: signUps, text: 'today.to-verify', to: links.signUps },
    { key: 'duplicates', list: duplicates, text: 'today.may-be-one', to: links.duplicates },
  ] as const;
  const shown = rows.filter(({ list }) => list && list.count > 0);
  return (
    <TodayPanel id="people" title={t('today.needs-you')} isEmpty={shown.length === 0} empty={t('today.people-none')}>
      <ul className="today-rows">
        {shown.map(({ key, list, text, to }) => (
          <li key={key} className="today-row today-person">
            <StaffIcon name="patrons" />
            <div>
              <Link to={to} className="today-title">
                {list && t(text, { count: list.count, shown: shownCount(list) })}
              </Link>
              <p className="today-under">{list && namesIn(list.entries)}</p>
            </div>
          </li>
        ))}
      </ul>
    </TodayPanel>
  );
};
