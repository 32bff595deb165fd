/** The pages that show the whole of a list of the day. */
export const links = {
  fetch: { to: '/holds/$list', params: { list: 'pull' } },
  clear: { to: '/holds/$list', params: { list: 'clear' } },
  coming: { to: '/holds/$list', params: { list: 'coming' } },
  missing: { to: '/holds/$list', params: { list: 'missing' } },
  signUps: { to: '/patrons/sign-ups' },
  duplicates: { to: '/patrons/duplicates' },
} as const;
