/** Searches that patrons of the demo saved. A query has the parameters of the search operation. */
export const demoSearches: readonly {
  patron: string;
  name: string;
  query: string;
  alert: 'off' | 'daily' | 'weekly';
}[] = [
  { patron: 'okafor-amara', name: 'Books about gardens', query: 'format=book&q=garden', alert: 'weekly' },
  {
    patron: 'okafor-amara',
    name: 'Anything by Virginia Woolf',
    query: 'q=virginia woolf&scope=author',
    alert: 'daily',
  },
  { patron: 'okafor-amara', name: 'Jazz', query: 'q=jazz&scope=subject', alert: 'off' },
];
