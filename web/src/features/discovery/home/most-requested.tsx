import { Link } from '@tanstack/react-router';
import { Cover, withoutDates } from '../../../components/cover.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { useMostRequested } from './use-home-content.ts';
import './home-content.css';

/** The titles for which most holds wait in all libraries; nothing when there are none. */
export const MostRequested = () => {
  const t = useTranslate();
  const { data } = useMostRequested();
  if (!data || data.titles.length === 0) return null;
  return (
    <section aria-labelledby="most-requested" className="most-requested">
      <h2 id="most-requested">{t('content.requested')}</h2>
      <ol>
        {data.titles.map(({ recordId, title, author, format, waiting }) => (
          <li key={recordId}>
            <Cover {...{ recordId, title, author, format }} />
            <div>
              <Link to="/record/$recordId" params={{ recordId }}>
                {title}
              </Link>
              {author && <p className="quiet">{withoutDates(author)}</p>}
              <p className="quiet">{t('content.waiting', { count: waiting })}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
};
