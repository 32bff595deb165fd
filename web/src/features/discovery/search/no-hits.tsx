import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { Empty } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { isFiltered, type SearchParameters, unfiltered } from '../shared/search-parameters.ts';

/** What to do when a search finds nothing: remove its filters, or ask for a title by its details. */
export const NoHits = ({ parameters }: { parameters: SearchParameters }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  return (
    <Empty title={t('search.none')}>
      <p className="quiet">{t(isFiltered(parameters) ? 'search.none-filtered' : 'search.none-hint')}</p>
      {isFiltered(parameters) && (
        <Button variant="light" onClick={() => void navigate({ to: '/search', search: unfiltered(parameters) })}>
          {t('search.clear')}
        </Button>
      )}
      <Link to="/cite" search={parameters.q ? { title: parameters.q } : {}}>
        {t('cite.page')}
      </Link>
    </Empty>
  );
};
