import type { Counts } from '../../../../layers/kernel/usage/units.ts';

/** The request that the web app makes once each time it is loaded: its answer is stored by the browser and asked for again by its tag. */
const LOADED_BY = 'membership-list-directory';
const UNCHANGED = 304;

/**
 * A first visit loads the app: page, scripts, styles, messages and two fonts of the search page, with their compressed bytes. Measured on
 * the build of 1 December 2026.
 */
const FIRST_VISIT = { webFiles: 20, webBytes: 265_000 };
/** A browser that has the app asks for its page only; the other files have a name for each content and are not asked for again. */
const LATER_VISIT = { webFiles: 1, webBytes: 1500 };

/** Returns the files of the web app that the edge sent for a request, estimated from the loads of the app, which are metered. */
export const webFilesOf = ({
  operation,
  status,
}: {
  operation: string;
  status: number;
}): Pick<Counts, 'webFiles' | 'webBytes'> => {
  if (operation !== LOADED_BY) return { webFiles: 0, webBytes: 0 };
  return status === UNCHANGED ? LATER_VISIT : FIRST_VISIT;
};
