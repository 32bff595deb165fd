import { Outlet, useRouterState } from '@tanstack/react-router';
import { useFocusOnPage } from './use-focus-on-page.ts';

/**
 * The opened page. The page before is shown until the next one is loaded; meanwhile it is inert, so that no text is typed into a page
 * that is about to go. A change of the address within a page, as of a filter, leaves the page in use.
 */
export const PageMain = () => {
  const main = useFocusOnPage();
  const isLeaving = useRouterState({
    select: ({ status, location, resolvedLocation }) =>
      status === 'pending' && resolvedLocation !== undefined && resolvedLocation.pathname !== location.pathname,
  });
  return (
    <main id="main" tabIndex={-1} ref={main} aria-busy={isLeaving || undefined} inert={isLeaving}>
      <Outlet />
    </main>
  );
};
