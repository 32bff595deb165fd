import { Link } from '@tanstack/react-router';
import { useTranslate } from '../../../i18n/translate.ts';
import { type SearchParameters, worded } from '../shared/search-parameters.ts';

/** A suggested query that finds many more results. */
export const Meant = ({ suggestion, parameters }: { suggestion: string; parameters: SearchParameters }) => {
  const t = useTranslate();
  return (
    <p className="notice">
      {t('search.meant')}{' '}
      <Link to="/search" search={worded(parameters, suggestion)}>
        {suggestion}
      </Link>
    </p>
  );
};
