import type { Answered } from '../../../api/current-user.ts';
import { Badge } from '../../../components/badge.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

type Like = NonNullable<Answered<'catalogue-check-source-record'>['like']>;

/** The records of the catalogue that are or may be the same as a new one: shown before it is saved. */
export const LikeRecords = ({ like }: { like: Like }) => {
  const t = useTranslate();
  if (like.length === 0) return null;
  return (
    <div className="notice notice-warn" role="status">
      <p>{t(like.some(({ isSame }) => isSame) ? 'edit.like-same' : 'edit.like-maybe')}</p>
      <ul>
        {like.map(({ recordId, title, isSame, sourceId }) => (
          <li key={recordId}>
            {/* In a new tab: what is typed here stays. */}
            <a href={`/record/${recordId}`} target="_blank" rel="noreferrer">
              {title ?? recordId}
            </a>{' '}
            <Badge tone={isSame ? 'warn' : 'none'}>{t(isSame ? 'edit.like-is' : 'edit.like-may')}</Badge>{' '}
            {sourceId && (
              <a href={`/edit/${encodeURIComponent(sourceId)}`} target="_blank" rel="noreferrer">
                {t('edit.like-own')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};
