import { Link } from '@tanstack/react-router';
import { StaffIcon } from '../../../components/staff-icon.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { shownCount } from './counts.ts';
import { links } from './links.ts';
import { TodayPanel } from './today-panel.tsx';
import type { Today } from './use-today.ts';

type Person = { patronId: string; otherId?: string; name?: string | undefined; until?: string; since?: string };

/** The first persons of a list, each with the way to the record: by name, or by the day where names were not read. */
const Names = ({ people }: { people: readonly Person[] }) => {
  const t = useTranslate();
  const { date } = useFormat();
  return people.map(({ patronId, otherId, name, until, since = '' }) => (
    <Link key={`${patronId} ${otherId}`} to="/patrons/$patronId" params={{ patronId }}>
      {name ?? (until ? t('today.card-until', { day: date(until) }) : t('today.pair-since', { day: date(since) }))}
    </Link>
  ));
};

/** The persons about whom a desk has to decide: sign-ups, and pairs who may be one person. */
export const PeoplePanel = ({ signUps, duplicates }: Pick<Today, 'signUps' | 'duplicates'>) => {
  const t = useTranslate();
  const rows = [
    { key: 'sign-ups', list: signUps, text: 'today.to-verify', link: links.signUps },
    { key: 'duplicates', list: duplicates, text: 'today.may-be-one', link: links.duplicates },
  ] as const;
  const shown = rows.filter(({ list }) => list && list.count > 0);
  return (
    <TodayPanel id="people" title={t('today.needs-you')} isEmpty={shown.length === 0} empty={t('today.people-none')}>
      <ul className="today-rows">
        {shown.map(({ key, list, text, link }) => (
          <li key={key} className="today-row today-person">
            <StaffIcon name="patrons" />
            <div>
              <Link {...link} className="today-title">
                {list && t(text, { count: list.count, shown: shownCount(list) })}
              </Link>
              <p className="today-under today-names">{list && <Names people={list.entries} />}</p>
            </div>
          </li>
        ))}
      </ul>
    </TodayPanel>
  );
};
