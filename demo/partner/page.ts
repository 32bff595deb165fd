import { escapedXml } from '../../layers/protocols/marc/xml-text.ts';
import type { ArrivedFact } from './facts.ts';
import type { Entry } from './log.ts';
import type { Asking } from './requester.ts';
import { SCRIPTS } from './scripts.ts';
import type { Dealing } from './supplier.ts';

/** The data of the page: its own requests, the requests it received, and every message. */
export type Shown = {
  symbol: string;
  concord: string;
  edition: string;
  askings: readonly Asking[];
  dealings: readonly Dealing[];
  entries: readonly Entry[];
  facts: readonly ArrivedFact[];
};

// Escapes text for elements and double-quoted attributes.
const safe = (text: string): string => escapedXml(text);

const button = (role: string, id: string, action: string): string =>
  `<form method="post" action="/say"><input type="hidden" name="role" value="${role}"><input type="hidden" name="id" value="${safe(id)}">
   <button name="action" value="${action}">${action}</button></form>`;

/** The actions of a person for the simulated partner, as requester and as supplier. */
export const REQUESTER_BUTTONS = [
  'Received',
  'ShippedReturn',
  'Renew',
  'Cancel',
  'HoldReturn',
  'Lost',
  'StatusRequest',
  'Retry',
  'Agree',
] as const;
export const SUPPLIER_BUTTONS = [
  'WillSupply',
  'Loaned',
  'CopyCompleted',
  'Unfilled',
  'Recalled',
  'Overdue',
  'HoldReturn',
  'ReleaseHoldReturn',
  'LoanCompleted',
  'CompletedWithoutReturn',
  'Cancelled',
] as const;

const table = (caption: string, heads: string[], rows: string[][]): string => {
  const head = heads.map((text) => `<th scope="col">${text}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  const none = `<tr><td colspan="${heads.length}">None yet.</td></tr>`;
  return `<table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body || none}</tbody></table>`;
};

const askingRow = ({ requestId, wanted, status, did, due }: Asking): string[] => [
  safe(requestId),
  safe(wanted.title),
  status + (due === undefined ? '' : `, due ${safe(due.slice(0, 10))}`),
  did.join(', '),
  `<div class="buttons">${REQUESTER_BUTTONS.map((action) => button('requester', requestId, action)).join('')}</div>`,
];

const dealingRow = ({ about, title, keywords: keywordList, script, status }: Dealing): string[] => [
  safe(about.requestId),
  safe(title),
  keywordList.length > 0 ? `<strong>${keywordList.join(', ')}</strong>: ${script.shows}` : script.shows,
  status,
  `<div class="buttons">${SUPPLIER_BUTTONS.map((action) => button('supplier', about.requestId, action)).join('')}</div>`,
];

const entryRow = ({ at, direction, requestId, says, xml, answer }: Entry): string[] => [
  safe(at.slice(11, 19)),
  direction === 'in' ? 'from Concord' : 'to Concord',
  safe(requestId),
  `<details><summary>${safe(says)}</summary><pre>${safe(xml.replace(/></g, '>\n<'))}</pre></details>`,
  safe(answer),
];

const factRow = ({ at, id, type }: ArrivedFact): string[] => [safe(at.slice(11, 19)), safe(type), safe(id)];

const field = (name: string, label: string, more = ''): string =>
  `<label>${label} <input name="${name}" ${more}></label>`;

const askForm = `<form method="post" action="/ask" class="ask"><fieldset><legend>Ask Concord</legend>
  ${field('title', 'Title', 'required maxlength="300"')} ${field('author', 'Author', 'maxlength="200"')}
  ${field('isbn', 'ISBN', 'maxlength="20"')} ${field('recordId', 'Record in Concord', 'maxlength="100"')}
  ${field('partTitle', 'Article or chapter', 'maxlength="300"')} ${field('pages', 'Pages', 'maxlength="40"')}
  ${field('needBy', 'Needed by', 'type="date"')} ${field('note', 'Note', 'maxlength="500"')}
  <label>Service <select name="service"><option>Loan</option><option>Copy</option><option>CopyOrLoan</option></select></label>
  <label><input type="checkbox" name="plays" value="yes" checked> goes on by itself</label>
  <button>Ask</button></fieldset></form>`;

const keywordList = (): string =>
  `<details><summary>Words that choose what it does as supplier: in square brackets in the title</summary><dl>${Object.entries(
    SCRIPTS,
  )
    .map(([keyword, { shows }]) => `<dt>[${keyword}]</dt><dd>${shows}</dd>`)
    .join('')}</dl></details>`;

const style = `body{font:16px/1.5 system-ui,sans-serif;margin:2rem;max-width:80rem}table{border-collapse:collapse;width:100%;margin:2rem 0}
  caption{text-align:left;font-weight:600;font-size:1.2rem}td,th{border-bottom:1px solid #bbb;padding:.4rem;text-align:left;vertical-align:top}
  .buttons{display:flex;flex-wrap:wrap;gap:.25rem}.ask label{display:inline-block;margin:.25rem 1rem .25rem 0}pre{white-space:pre-wrap}
  dt{font-weight:600}`;

// Refreshes every three seconds, unless the user is typing or reading a message.
const script = `setInterval(()=>{if(!document.querySelector('details[open]')&&!document.activeElement?.closest('form.ask'))location.reload()},3000)`;

/** Renders the page of the simulated partner: a request form, its requests, the requests it received, every message in and out, every fact. */
export const pageOf = ({
  symbol,
  concord,
  edition,
  askings,
  dealings,
  entries,
  facts,
}: Shown): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Stand-in partner ${safe(symbol)}</title><style>${style}</style>
<h1>A library outside: ${safe(symbol)}</h1>
<p>A stand-in for a partner by ISO 18626 (${safe(edition)}); it speaks to ${safe(new URL(concord).host)} alone.</p>
${keywordList()}${askForm}
${table('What it asked of Concord', ['Number', 'Title', 'Concord says', 'It did', 'Do'], askings.toReversed().map(askingRow))}
${table('What Concord asked of it', ['Number', 'Title', 'Script', 'It says', 'Say'], dealings.toReversed().map(dealingRow))}
${table('Messages, the newest first', ['At', 'Way', 'Request', 'Says', 'Answer'], entries.toReversed().map(entryRow))}
${table('Facts by webhook, the newest first', ['At', 'Fact', 'Number'], facts.toReversed().map(factRow))}
<script>${script}</script></html>`;
