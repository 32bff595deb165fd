import { Checkbox } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useTranslate } from '../../../i18n/translate.ts';
import { type SearchParameters, shownFacets, tidy } from '../shared/search-parameters.ts';
import type { Page } from '../shared/use-hits.ts';
import { Facet } from './facet.tsx';

const FacetFields = ({ parameters, page }: { parameters: SearchParameters; page: Page | undefined }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  return (
    <>
      <Checkbox
        className="facet-row shelf"
        checked={parameters.shelf === '1'}
        label={t('facet.shelf')}
        onChange={({ currentTarget }) =>
          void navigate({
            to: '/search',
            search: tidy({ ...parameters, shelf: currentTarget.checked ? '1' : undefined }),
          })
        }
      />
      {page && shownFacets.map((facet) => <Facet key={facet} parameters={parameters} facet={facet} page={page} />)}
    </>
  );
};

/** The facets of the results. On a narrow screen they collapse above the results. */
export const Facets = ({ parameters, page }: { parameters: SearchParameters; page: Page | undefined }) => {
  const t = useTranslate();
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  return (
    <aside className="facets" aria-label={t('facet.all')}>
      <a className="skip skip-inner" href="#results">
        {t('skip.results')}
      </a>
      <details open={isWide}>
        <summary>{t('facet.all')}</summary>
        <FacetFields parameters={parameters} page={page} />
      </details>
    </aside>
  );
};
