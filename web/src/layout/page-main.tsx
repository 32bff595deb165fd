import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { useFocusOnPage } from './use-focus-on-page.ts';

/** Returns whether another page is being loaded. A change of the address within a page, as of a filter or a scanned card, leaves it in use. */
const useIsLeaving = (): boolean => {
  const router = useRouter();
  const routeOf = (path: string): string | undefined => {
    const [, , route] = router.getMatchedRoutes(path);
    return route?.id;
  };
  return useRouterState({
    select: ({ status, location, resolvedLocation }) =>
      status === 'pending' &&
      resolvedLocation !== undefined &&
      routeOf(resolvedLocation.pathname) !== routeOf(location.pathname),
  });
};

/**
 * The opened page. The page before is shown until the next one is loaded; meanwhile it is inert, so that no text is typed into a page
 * that is about to go.
 */
export const PageMain = () => {
  const main = useFocusOnPage();
  const isLeaving = useIsLeaving();
  return (
    <main id="main" tabIndex={-1} ref={main} aria-busy={isLeaving || undefined} inert={isLeaving}>
      <Outlet />
    </main>
  );
};
