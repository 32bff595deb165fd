import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { Cover, withoutDates } from '../../../components/cover.tsx';
import { Spine } from '../../../components/spine.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { ShownPick } from './use-home-content.ts';
import './home-content.css';

/** Titles that the staff of libraries recommend, each with the reason in one sentence; nothing when there are none. */
export const StaffPicks = ({ picks }: { picks: readonly ShownPick[] }) => {
  const t = useTranslate();
  const id = useId();
  if (picks.length === 0) return null;
  return (
    <section aria-labelledby={id} className="staff-picks">
      <h2 id={id}>{t('content.picks')}</h2>
      <ul>
        {picks.map(({ recordId, memberId, sentence, title, author, format }) => (
          <li key={`${memberId} ${recordId}`}>
            <Cover {...{ recordId, title, author, format }} />
            <div>
              <Link to="/record/$recordId" params={{ recordId }}>
                {title}
              </Link>
              {author && <p className="quiet">{withoutDates(author)}</p>}
              <blockquote dir="auto">{sentence}</blockquote>
              <Spine memberId={memberId} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};
