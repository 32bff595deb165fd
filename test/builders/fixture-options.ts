import { rankWays } from '../../functions/resource-sharing/domain/requests/request-ways.ts';
import { contract as resolve } from '../../functions/resource-sharing/operations/resolve-openurl/contract.ts';
import { exampleWays } from '../../functions/resource-sharing/schemas/request-options.ts';
import { missingIn } from '../../layers/kernel/citation/citation.ts';
import { readOpenUrl } from '../../layers/kernel/citation/read-openurl.ts';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

const outside = {
  ...{ way: 'outside-loan' as const, open: true, by: inDays(9), asks: 'prt_1', closed: [] },
  cost: { amount: 1500, currency: 'EUR' },
};
const noHold = { way: 'hold' as const, open: false, closed: [{ code: 'only-on-request', detail: 'On request only' }] };

/** A record that may be what is cited. */
export const fixturePossible = {
  recordId: 'rec_1',
  title: 'Dune',
  author: 'Herbert, Frank',
  year: 1965,
  format: 'book',
};

/**
 * The options for a record or a citation, in the order of the domain and marked late where they miss the day: most records allow
 * a hold, one is lent on request only, a citation matches nothing here.
 */
export const fixtureOptions = (query: URLSearchParams) => {
  const [recordId, pickup] = [query.get('recordId'), query.get('pickupBranch') ?? 'riverton.main'];
  const needBy = query.get('needBy') ?? undefined;
  const found = { ...exampleWays, pickupBranch: pickup, recordId: recordId ?? 'cit_1' };
  // Currently unavailable: a hold is tried without it.
  if (recordId === 'rec_2') return undefined;
  if (recordId === 'rec_3') {
    const asked = { way: 'consortium-loan' as const, open: true, by: inDays(4), asks: 'ashgrove', closed: [] };
    const ways = [asked, noHold, { ...outside, after: 'consortium-loan' as const }];
    return { ...found, ways: rankWays(ways, needBy) };
  }
  if (recordId === null) {
    const known = { code: 'not-in-consortium', detail: 'No member has it' };
    const nobody = {
      way: 'consortium-loan' as const,
      open: false,
      closed: [{ code: 'no-supplier', detail: 'Nobody' }],
    };
    // One title is in the catalogue in another edition: nobody outside is asked before that is ruled out.
    const possible = query.get('title') === 'Dune' && query.get('notThese') === null ? [fixturePossible] : [];
    const { recordId, title } = fixturePossible;
    const closed = possible.map(() => ({ code: 'may-be-held', detail: title, params: { recordId, title } }));
    const fromOutside = possible.length > 0 ? { ...outside, open: false, closed } : outside;
    const ways = [fromOutside, { ...noHold, closed: [known] }, nobody];
    return {
      ...found,
      inConsortium: false,
      possible,
      service: query.get('service') ?? 'loan',
      ways: rankWays(ways, needBy),
    };
  }
  const held = { way: 'hold' as const, open: true, by: inDays(2), closed: [] };
  const instead = { code: 'hold-instead', detail: 'A copy is free' };
  return {
    ...found,
    ways: rankWays([held, { way: 'consortium-loan' as const, open: false, closed: [instead] }], needBy),
  };
};

/** The citation of a link, parsed as by the API; it is not in the catalogue. */
export const fixtureResolved = (query: URLSearchParams) => {
  const { version, citation, service, ignored } = readOpenUrl(query.toString());
  const { record: _record, options: _options, ...rest } = resolve.example.output;
  const wants = service.type ?? (citation.kind === 'article' ? ('copy' as const) : ('loan' as const));
  return { ...rest, version, citation, service, ignored, wants, missing: missingIn(citation) };
};
