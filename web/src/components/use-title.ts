import { useEffect } from 'react';
import { config } from '../api/config.ts';

/** Sets the document title to the page, so that tabs and screen readers distinguish pages. */
export const useTitle = (page: string): void => {
  useEffect(() => {
    document.title = page ? `${page} · ${config().consortium}` : config().consortium;
  }, [page]);
};
