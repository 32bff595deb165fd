import { escapedHtml } from '../../../../layers/kernel/text/escape-html.ts';
import { recordAddress } from '../record-address.ts';
import type { RecordPage } from '../views.ts';
import { htmlPage } from './html-page.ts';
import { type PageLanguage, type PageTexts, pageTexts } from './page-texts.ts';

/** What is known beside the record: the address of the site, the names of branches, and the language. */
export type AroundPage = { site: string; branchName(branchId: string): string; language: PageLanguage };

const paragraph = (text: string): string => (text === '' ? '' : `<p>${escapedHtml(text)}</p>`);

const term = (name: string, values: readonly string[]): string =>
  values.length === 0
    ? ''
    : `<dt>${name}</dt>${values.map((value) => `<dd dir="auto">${escapedHtml(value)}</dd>`).join('')}`;

const known = (text: string | undefined): string[] => (text === undefined || text === '' ? [] : [text]);

const copiesOf = ({ holdings }: RecordPage, texts: PageTexts, branchName: AroundPage['branchName']): string => {
  const rows = holdings.flatMap(({ branches }) =>
    branches.flatMap(({ branchId, copies }) =>
      copies.map(({ callNumber, volume, state }) => {
        const parts = [branchName(branchId), ...known(callNumber), ...known(volume)];
        return `<li>${escapedHtml([...parts, state === 'available' ? texts.onShelf : texts.notOnShelf].join(' · '))}</li>`;
      }),
    ),
  );
  return `<h2>${texts.copies}</h2>${rows.length === 0 ? `<p>${texts.noCopies}</p>` : `<ul>${rows.join('')}</ul>`}`;
};

const detailsOf = ({ description: of }: RecordPage, texts: PageTexts): string => {
  const published = [...of.places, ...of.publishers, ...known(of.dateText ?? of.year?.toString())].join(', ');
  const terms = [
    term(texts.edition, known(of.edition)),
    term(texts.published, known(published)),
    term(texts.extent, known(of.extent)),
    term(texts.series, of.series),
    term(texts.subjects, of.subjects),
    term(texts.contents, of.contents),
    term('ISBN', of.isbn13),
    term('ISSN', of.issn),
  ].join('');
  return terms === '' ? '' : `<dl>${terms}</dl>`;
};

/** Returns the data for search engines with the addresses of the page and the names of the branches. */
const structured = ({ recordId, schemaOrg }: RecordPage, { site, branchName }: AroundPage) => {
  const url = recordAddress(site, recordId);
  const { offers, ...about } = schemaOrg;
  const named = offers?.map((offer) => ({
    ...offer,
    offeredBy: { ...offer.offeredBy, name: branchName(offer.offeredBy.name) },
  }));
  return { ...about, '@id': url, url, ...(named && { offers: named }) };
};

/** Returns the page of a record as HTML. `asked` is the id in its address, which may be that of a record that was merged into this one. */
export const recordHtml = (page: RecordPage, asked: string, around: AroundPage): string => {
  const { language } = around;
  const texts = pageTexts[language];
  const { title, originalScriptTitles, responsibility, author, summaries, year } = page.description;
  const by = responsibility || (author?.name ?? '');
  const [summary = ''] = summaries;
  return htmlPage({
    language,
    title: [title, by].filter(Boolean).join(' / '),
    description: summary || [title, by, year].filter(Boolean).join(' · '),
    words: '',
    translated: (other) => `/record/${encodeURIComponent(page.recordId)}${other === 'en' ? '' : `?lang=${other}`}`,
    body: [
      `<h1 dir="auto">${escapedHtml(title)}</h1>`,
      ...originalScriptTitles.map((other) => `<p dir="auto">${escapedHtml(other)}</p>`),
      paragraph(by),
      paragraph(summary),
      copiesOf(page, texts, around.branchName),
      detailsOf(page, texts),
    ].join('\n'),
    jsonLd: structured(page, around),
    first: { path: `/v1/discovery/records/${asked}`, answer: page },
  });
};
