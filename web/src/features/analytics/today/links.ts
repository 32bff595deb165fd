/** The pages that show the whole of a list of the day. */
export const links = {
  fetch: '/pull-list',
  clear: '/desk',
  coming: '/desk',
  missing: '/desk',
  signUps: '/desk',
  duplicates: '/desk',
} as const;
