/** The answer that a page of the server contains, with the request that it answers. */
type FirstAnswer = { path: string; answer: unknown };

/** A page that stays open longer asks again. */
const FRESH_MS = 60_000;

const read = (): FirstAnswer | undefined => {
  const text = document.getElementById('first-answer')?.textContent;
  return text ? JSON.parse(text) : undefined;
};

let first = read();

/** Returns the path of a request with sorted parameters; the library that pays for a search does not change its answer. */
const pathOf = (url: string): string => {
  const { pathname, searchParams } = new URL(url);
  searchParams.delete('portal');
  searchParams.sort();
  return searchParams.size === 0 ? pathname : `${pathname}?${searchParams}`;
};

/** Returns the answer to the first request of the page, once; undefined for other requests, and when it is no longer current. */
export const takeFirstAnswer = (url: string): Response | undefined => {
  if (!first || pathOf(url) !== first.path) return undefined;
  const { answer } = first;
  first = undefined;
  return performance.now() > FRESH_MS ? undefined : Response.json(answer);
};
