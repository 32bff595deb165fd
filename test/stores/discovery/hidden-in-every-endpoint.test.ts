import type { Audience } from '../../../functions/catalogue/public/audience.ts';
import type { BrowseView } from '../../../functions/discovery/domain/browse/browse-views.ts';
import type { Hit, RecordPage, SearchView } from '../../../functions/discovery/domain/views.ts';
import { handler as browse } from '../../../functions/discovery/operations/browse-headings/handler.ts';
import { handler as exportMany } from '../../../functions/discovery/operations/export-records/handler.ts';
import { handler as openRecord } from '../../../functions/discovery/operations/get-record/handler.ts';
import { handler as oai } from '../../../functions/discovery/operations/harvest/handler.ts';
import { handler as recordsUnder } from '../../../functions/discovery/operations/list-heading-records/handler.ts';
import { handler as sitemapPart } from '../../../functions/discovery/operations/list-sitemap-part/handler.ts';
import { handler as search } from '../../../functions/discovery/operations/search/handler.ts';
import { handler as sru } from '../../../functions/discovery/operations/search-sru/handler.ts';
import { handler as recordHtml } from '../../../functions/discovery/operations/show-record-html/handler.ts';
import { handler as searchHtml } from '../../../functions/discovery/operations/show-search-html/handler.ts';
import { handler as facetValues } from '../../../functions/discovery/operations/suggest-facet-values/handler.ts';
import { handler as suggest } from '../../../functions/discovery/operations/suggest-headings/handler.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { type Call, call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { type HiddenTitle, hiddenTitles, loadHiddenTitles } from '../../builders/hidden-titles.ts';
import { at } from '../../builders/lending.ts';
import { patron, staffAt } from '../../builders/people.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';
import { aSite } from '../../builders/site.ts';

/** What each interface shows of hidden records to each reader, beside what that reader may see. */
let index: TestIndex;
let recordIds: string[];

const viewers = {
  anonymous: undefined,
  'ash’s patron': patron('pat_1', 'ash'),
  'birch’s patron': patron('pat_2', 'birch'),
  'ash’s staff': staffAt('ash.main', 'desk'),
  'birch’s staff': staffAt('birch', 'cataloguer'),
};
type Who = keyof typeof viewers;
const everyone = Object.keys(viewers) as Who[];
/** The readers who may see what is hidden from an audience. */
const knowing: Record<Audience, Who[]> = {
  public: ['ash’s staff', 'birch’s staff'],
  'other-members': ['ash’s patron', 'ash’s staff'],
  union: ['ash’s staff'],
};
type Rule = (title: HiddenTitle, who: Who) => boolean;
const knows: Rule = ({ from }, who) => from === undefined || knowing[from].includes(who);
/** What is hidden from the union is in no index, so that not even its own staff find it. */
const knowsByIndex: Rule = (title, who) => title.from !== 'union' && knows(title, who);
const isOwnRecord = ({ part }: HiddenTitle): boolean => part === 'record';

/** A title is shown if its record is: of a hidden holding or copy everybody reads the record, of a shared one birch’s. */
const title =
  (rule: Rule): Rule =>
  (one, who) =>
    !isOwnRecord(one) || rule(one, who);
/** Whether ash is shown as a holder: unless all that it has is hidden. */
const holder =
  (rule: Rule): Rule =>
  (one, who) =>
    one.part === 'one of two copies' || rule(one, who);
/** Index entries for one audience only (ADR 72): beside what wider audiences see, nobody finds a narrower one’s words or copies. */
const sole: Rule = (one, who) => one.from === undefined || (isOwnRecord(one) && knowsByIndex(one, who));
const subject: Rule = (one, who) => (one.part?.startsWith('record') ? sole(one, who) : true);

const ask = async (handler: OperationHandler, who: Who, request: Call) => {
  const actor = viewers[who];
  const answered = await call(handler, { ...request, ...(actor && { actor }) });
  return { ...answered, text: typeof answered.body === 'string' ? answered.body : JSON.stringify(answered.body) };
};
const read = async <T>(handler: OperationHandler, who: Who, request: Call): Promise<T> => {
  const { status, body } = await ask(handler, who, request);
  expect([status, body]).toEqual([200, body]);
  return body as T;
};
/** Returns which titles an interface shows to a reader. */
type Endpoint = (who: Who) => Promise<HiddenTitle[]>;
const those = async (
  isShown: (title: HiddenTitle, i: number) => boolean | Promise<boolean>,
): Promise<HiddenTitle[]> => {
  const shown = await Promise.all(hiddenTitles.map(isShown));
  return hiddenTitles.filter((_, i) => shown[i]);
};
const has = (hits: readonly Hit[], { word }: HiddenTitle) => hits.find((hit) => hit.title === `Lantern ${word}`);
const copiesOfAsh = (hit: Hit | undefined) => hit?.members.find(({ memberId }) => memberId === 'ash')?.copies ?? 0;
/** Returns the part of a file of many records that belongs to a title. */
const pieceOf = (text: string, mark: string, { word }: HiddenTitle): string =>
  text.split(mark).find((piece) => piece.includes(`Lantern ${word}`)) ?? '';
const ashHas = /tag="852"[^>]*>\s*<subfield code="a">ash</;

const found = async (who: Who, query: Record<string, string>): Promise<SearchView> =>
  read(search, who, { query: { limit: '50', ...query } });
const underHush = async (who: Who, more: Record<string, string> = {}): Promise<Hit[]> => {
  const { headings } = await read<BrowseView>(browse, who, { path: { list: 'author' }, query: { from: 'hush' } });
  const query = { at: headings.find(({ heading }) => heading === 'Hush, Ada')?.at ?? '', ...more };
  return (await read<{ hits: Hit[] }>(recordsUnder, who, { path: { list: 'author' }, query })).hits;
};
const leafed = async (who: Who, list: string, from: string): Promise<string[]> => {
  const query = { from, before: '0', after: '30' };
  const { headings } = await read<BrowseView>(browse, who, { path: { list }, query });
  return headings.filter(({ count }) => count > 0).map(({ heading }) => heading);
};
const page = async (who: Who, i: number): Promise<{ text: string; page?: RecordPage }> => {
  const { status, body, text } = await ask(openRecord, who, { path: { recordId: recordIds[i] ?? '' } });
  return status === 200 ? { text, page: body as RecordPage } : { text: '' };
};
const exported = async (who: Who, form: string): Promise<string> =>
  (await ask(exportMany, who, { body: { form, recordIds } })).text;
const harvested = async (more = ''): Promise<string> =>
  (
    await call(oai.using(at(new Date(Date.now() + 3_600_000).toISOString())), {
      query: `verb=ListRecords&metadataPrefix=marc21${more}`,
    })
  ).body as string;
const bySru = async (who: Who, query: string): Promise<string> => {
  const given = { version: '1.2', operation: 'searchRetrieve', query, recordSchema: 'marcxml', maximumRecords: '50' };
  return (await ask(sru, who, { query: String(new URLSearchParams(given)) })).text;
};

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.BUCKET_NAME = 'no-bucket';
  aSite();
  const table = await aTable();
  index = anIndex();
  recordIds = await loadHiddenTitles(table, index);
});
afterAll(() => index.drop());

const misspelt = (word: string): string => `${word.slice(0, 3)}x${word.slice(4)}`;
const public_: Rule = (one) => knows(one, 'anonymous');

const endpoints: Record<string, [Endpoint, Rule]> = {
  'a search by the title': [
    async (who) => {
      const { hits } = await found(who, { q: 'lantern' });
      return those((one) => has(hits, one) !== undefined);
    },
    title(knowsByIndex),
  ],
  'the copies of a hit': [
    async (who) => {
      const { hits } = await found(who, { q: 'lantern' });
      return those((one) => copiesOfAsh(has(hits, one)) === (one.part === 'one of two copies' ? 2 : 1));
    },
    knowsByIndex,
  ],
  'a search within ash': [
    async (who) => {
      const { hits } = await found(who, { q: 'lantern', member: 'ash' });
      return those((one) => has(hits, one) !== undefined);
    },
    holder(knowsByIndex),
  ],
  'a search for what stands at ash': [
    async (who) => {
      const { hits } = await found(who, { q: 'lantern', shelf: '1', member: 'ash' });
      return those((one) => has(hits, one) !== undefined);
    },
    holder(knowsByIndex),
  ],
  'a search for what stands anywhere': [
    async (who) => {
      const { hits } = await found(who, { q: 'lantern', shelf: '1' });
      return those((one) => has(hits, one) !== undefined);
    },
    (one, who) => one.part === 'record beside birch’s' || holder(knowsByIndex)(one, who),
  ],
  'a search by the barcode': [
    async (who) =>
      those(async ({ barcode }) => (await found(who, { q: barcode, scope: 'identifier' })).hits.length > 0),
    sole,
  ],
  'a search by ash’s subject': [
    async (who) =>
      those(async (one) => has((await found(who, { q: one.subject, scope: 'subject' })).hits, one) !== undefined),
    subject,
  ],
  'did-you-mean': [
    async (who) => those(async ({ word }) => (await found(who, { q: misspelt(word) })).corrected === word),
    title(knowsByIndex),
  ],
  'the values of a facet while typing': [
    async (who) => {
      const request = { path: { facet: 'subject' }, query: { q: 'lantern', typed: 'shade' } };
      const { values } = await read<{ values: { heading: string }[] }>(facetValues, who, request);
      return those((one) => values.some(({ heading }) => heading === one.subject));
    },
    subject,
  ],
  'suggestions of titles': [
    async (who) =>
      those(async ({ word }) =>
        (await ask(suggest, who, { query: { q: `lantern ${word}`, list: 'title' } })).text.includes(word),
      ),
    title(knowsByIndex),
  ],
  'suggestions of subjects': [
    async (who) =>
      those(async (one) =>
        (await ask(suggest, who, { query: { q: one.subject, list: 'subject' } })).text.includes(one.subject),
      ),
    subject,
  ],
  'the list of titles': [
    async (who) => {
      const all = await leafed(who, 'title', 'lantern');
      return those(({ word }) => all.includes(`Lantern ${word}`));
    },
    title(knowsByIndex),
  ],
  'the list of subjects': [
    async (who) => {
      const all = await leafed(who, 'subject', 'shade');
      return those((one) => all.includes(one.subject));
    },
    subject,
  ],
  'the list of call numbers': [
    async (who) => {
      const all = await leafed(who, 'lc', 'QA1');
      return those(({ callNumber }) => all.includes(callNumber));
    },
    sole,
  ],
  'the call numbers that hits stand by': [
    async (who) => {
      const { hits } = await found(who, { q: 'lantern', sort: 'callNumber' });
      return those((one) => has(hits, one)?.shelvedAs?.callNumber === one.callNumber);
    },
    sole,
  ],
  'the records under a heading': [
    async (who) => {
      const hits = await underHush(who);
      return those((one) => has(hits, one) !== undefined);
    },
    title(knowsByIndex),
  ],
  'the copies of the records under a heading': [
    async (who) => {
      const hits = await underHush(who);
      return those((one) => copiesOfAsh(has(hits, one)) === (one.part === 'one of two copies' ? 2 : 1));
    },
    knowsByIndex,
  ],
  'the records under a heading at ash': [
    async (who) => {
      const hits = await underHush(who, { member: 'ash' });
      return those((one) => has(hits, one) !== undefined);
    },
    holder(knowsByIndex),
  ],
  'the HTML of a search': [
    async (who) => {
      const { text } = await ask(searchHtml, who, { query: 'q=lantern' });
      return those((one) => text.includes(`Lantern ${one.word}`));
    },
    title((one) => knowsByIndex(one, 'anonymous')),
  ],
  'the HTML of a record': [
    async (who) =>
      those(async ({ word }, i) => {
        const { text } = await ask(recordHtml, who, { path: { recordId: recordIds[i] ?? '' } });
        return text.includes(`Lantern ${word}`);
      }),
    title(public_),
  ],
  'the copy in the HTML of a record': [
    async (who) =>
      those(async ({ barcode }, i) =>
        (await ask(recordHtml, who, { path: { recordId: recordIds[i] ?? '' } })).text.includes(barcode),
      ),
    public_,
  ],
  'the sitemap': [
    async (who) => {
      const { text } = await ask(sitemapPart, who, { path: { part: 'first.xml' } });
      return those((_, i) => text.includes(`/record/${recordIds[i]}<`));
    },
    title((one) => knowsByIndex(one, 'anonymous')),
  ],
  'a record’s page': [async (who) => those(async (_, i) => (await page(who, i)).page !== undefined), title(knows)],
  'ash’s holdings on a page': [
    async (who) =>
      those(async (_, i) => Boolean((await page(who, i)).page?.holdings.some(({ memberId }) => memberId === 'ash'))),
    holder(knows),
  ],
  'the copy on a page': [
    async (who) => those(async ({ barcode }, i) => (await page(who, i)).text.includes(barcode)),
    knows,
  ],
  'ash’s subject on a page': [
    async (who) => those(async (one, i) => (await page(who, i)).text.includes(one.subject)),
    (one, who) => !one.part?.startsWith('record') || knows(one, who),
  ],
  'an export as MARCXML': [
    async (who) => {
      const text = await exported(who, 'marcxml');
      return those((one) => pieceOf(text, '<leader>', one) !== '');
    },
    title(knows),
  ],
  'ash’s 852 in an export': [
    async (who) => {
      const text = await exported(who, 'marcxml');
      return those((one) => ashHas.test(pieceOf(text, '<leader>', one)));
    },
    holder(knows),
  ],
  'the copy in an export': [
    async (who) => {
      const text = await exported(who, 'marcxml');
      return those(({ barcode, callNumber }) => text.includes(barcode) || text.includes(`>${callNumber}<`));
    },
    knows,
  ],
  'ash’s number and words in an export': [
    async (who) => {
      const text = await exported(who, 'marcxml');
      return those((one, i) => text.includes(`(ash)h${i}<`) || text.includes(one.subject));
    },
    (one, who) => !one.part?.startsWith('record') || knows(one, who),
  ],
  'ash’s subject as JSON-LD': [
    async (who) => {
      const text = await exported(who, 'json-ld');
      return those((one) => text.includes(one.subject));
    },
    (one, who) => !one.part?.startsWith('record') || knows(one, who),
  ],
  SRU: [
    async (who) => {
      const text = await bySru(who, 'dc.title = lantern');
      return those((one) => pieceOf(text, '<recordData>', one) !== '');
    },
    title(public_),
  ],
  'ash’s 852 by SRU': [
    async (who) => {
      const text = await bySru(who, 'dc.title = lantern');
      return those((one) => ashHas.test(pieceOf(text, '<recordData>', one)));
    },
    holder(public_),
  ],
  'the copy by SRU': [
    async (who) => {
      const text = await bySru(who, 'dc.title = lantern');
      return those(({ barcode, callNumber }) => text.includes(`>${barcode}<`) || text.includes(`>${callNumber}<`));
    },
    public_,
  ],
  'SRU within ash': [
    async (who) => {
      const text = await bySru(who, 'bath.possessingInstitution = ash');
      return those((one) => pieceOf(text, '<recordData>', one) !== '');
    },
    holder(public_),
  ],
  'copies and ash’s words by SRU': [
    async (who) => {
      const text = await bySru(who, 'dc.title = lantern');
      return those((one) => text.includes(one.barcode) || text.includes(one.subject));
    },
    (one) => !one.part?.startsWith('record') || public_(one, 'anonymous'),
  ],
};

test.each(Object.keys(endpoints))('%s', async (endpoint) => {
  const [tells, rule] = endpoints[endpoint] ?? [];
  if (!tells || !rule) throw new Error(`There is no door ${endpoint}.`);
  const shown = await Promise.all(everyone.map(async (who) => [who, (await tells(who)).map(({ name }) => name)]));
  const may = everyone.map((who) => [who, hiddenTitles.filter((one) => rule(one, who)).map(({ name }) => name)]);
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(may));
});

test('harvesters get only public data: titles, their holders and copies, in each member’s set', async () => {
  const [all, ashes] = [await harvested(), await harvested('&set=member.ash')];
  const names = async (isShown: (title: HiddenTitle, i: number) => boolean) =>
    (await those(isShown)).map(({ name }) => name);
  const may = (rule: Rule) => names((one) => rule(one, 'anonymous'));
  const piece = (one: HiddenTitle) => pieceOf(all, '<header', one);
  expect(await names((one) => piece(one) !== '')).toEqual(await may(title(public_)));
  expect(await names((one) => ashHas.test(piece(one)))).toEqual(await may(holder(public_)));
  expect(await names((one) => piece(one).includes('<setSpec>member.ash<'))).toEqual(await may(holder(public_)));
  expect(await names((one) => pieceOf(ashes, '<header', one) !== '')).toEqual(await may(holder(public_)));
  expect(await names((_, i) => ashes.includes(recordIds[i] ?? '-'))).toEqual(await may(holder(public_)));
  expect(await names((one, i) => all.includes(`(ash)h${i}<`) || all.includes(one.subject))).toEqual(
    await may((one) => !one.part?.startsWith('record') || public_(one, 'anonymous')),
  );
  expect(
    await names(({ barcode, callNumber }) => all.includes(`>${barcode}<`) || all.includes(`>${callNumber}<`)),
  ).toEqual(await may(public_));
});
