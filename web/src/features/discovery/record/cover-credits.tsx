import { useCovers } from '../../../components/cover.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

/** Names the providers of covers with links to them, as their terms ask; nothing without providers. */
export const CoverCredits = () => {
  const t = useTranslate();
  const credits = useCovers().data?.credits ?? [];
  if (credits.length === 0) return null;
  return (
    <p className="quiet">
      {t('related.covers')}{' '}
      {credits.map(({ name, site }, at) => (
        <span key={name}>
          {at > 0 && ', '}
          {site === undefined ? name : <a href={site}>{name}</a>}
        </span>
      ))}
    </p>
  );
};
