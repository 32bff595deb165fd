import { useEffect } from 'react';
import { config } from '../api/config.ts';

/** Names the browser's tab after the room, so that tabs and screen readers tell rooms apart. */
export const useTitle = (page: string): void => {
  useEffect(() => {
    document.title = page ? `${page} · ${config().consortium}` : config().consortium;
  }, [page]);
};
