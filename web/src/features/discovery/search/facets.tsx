import { Checkbox } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useSay } from '../../../i18n/translate.ts';
import { shownFacets, tidy, type Wish } from '../shared/search-parameters.ts';
import type { Page } from '../shared/use-hits.ts';
import { Facet } from './facet.tsx';

const FacetFields = ({ wish, page }: { wish: Wish; page: Page | undefined }) => {
  const say = useSay();
  const navigate = useNavigate();
  return (
    <>
      <Checkbox
        className="facet-row shelf"
        checked={wish.shelf === '1'}
        label={say('facet.shelf')}
        onChange={({ currentTarget }) =>
          void navigate({ to: '/search', search: tidy({ ...wish, shelf: currentTarget.checked ? '1' : undefined }) })
        }
      />
      {page && shownFacets.map((facet) => <Facet key={facet} wish={wish} facet={facet} page={page} />)}
    </>
  );
};

/** What the hits can be narrowed to. On a narrow screen they fold away above the results. */
export const Facets = ({ wish, page }: { wish: Wish; page: Page | undefined }) => {
  const say = useSay();
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  return (
    <aside className="facets" aria-label={say('facet.all')}>
      <a className="skip skip-inner" href="#results">
        {say('skip.results')}
      </a>
      <details open={isWide}>
        <summary>{say('facet.all')}</summary>
        <FacetFields wish={wish} page={page} />
      </details>
    </aside>
  );
};
