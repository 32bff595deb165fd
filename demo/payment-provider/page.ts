import { moneyText } from '../../layers/kernel/money/money.ts';
import { escapedXml } from '../../layers/protocols/marc/xml-text.ts';
import type { SentEvent } from './events.ts';
import type { Session, State } from './state.ts';

const style = `body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}table{border-collapse:collapse;width:100%;margin:1.5rem 0}
  caption{text-align:left;font-weight:600;font-size:1.2rem}td,th{border-bottom:1px solid #bbb;padding:.4rem;text-align:left;vertical-align:top}
  form{display:inline}label,legend{display:block;margin:.5rem 0}button,input{font:inherit;padding:.4rem .8rem}.alert{color:#a00000;font-weight:600}`;

const money = (amount: number, currency: string): string => moneyText({ amount, currency: currency.toUpperCase() });

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style><h1>${title}</h1>${body}</html>`;

/** Renders the hosted page of a session: a choice of test cards, after a declined card with an alert. */
export const payPage = (
  { id, title, amount_total, currency, status, cancel_url }: Session,
  declined: boolean,
): string => {
  if (status !== 'open')
    return page('This page has expired', `<p><a href="${escapedXml(cancel_url)}">Back to the library</a></p>`);
  const card = (number: string, text: string, checked = ''): string =>
    `<label><input type="radio" name="card" value="${number}" ${checked}> ${number.replace(/(\d{4})(?=\d)/g, '$1 ')} (${text})</label>`;
  return page(
    'Pay (stand-in of the payment provider)',
    `${declined ? '<p class="alert" role="alert">Your card was declined. Try another card.</p>' : ''}
    <p>${escapedXml(title)}: <strong>${money(amount_total, currency)}</strong></p>
    <form method="post" action="/pay/${id}"><fieldset><legend>Test card</legend>
    ${card('4242424242424242', 'works', 'checked')}${card('4000000000000002', 'is declined')}${card('4000000000000259', 'is disputed later')}
    </fieldset><p><button>Pay ${money(amount_total, currency)}</button></p></form>
    <p><a href="${escapedXml(cancel_url)}">Cancel and go back</a></p>`,
  );
};

const table = (caption: string, heads: readonly string[], rows: readonly string[][]): string =>
  `<table><caption>${caption}</caption><thead><tr>${heads.map((text) => `<th scope="col">${text}</th>`).join('')}</tr></thead><tbody>${
    rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('') ||
    `<tr><td colspan="${heads.length}">None yet.</td></tr>`
  }</tbody></table>`;

const act = (name: string, id: string, label: string): string =>
  `<form method="post" action="/do/${name}"><input type="hidden" name="id" value="${id}"><button>${label}</button></form> `;

/** Renders the dashboard of the provider: payments with refunds, disputes, payouts and the events that were sent. */
export const dashboard = (state: State, events: readonly SentEvent[]): string =>
  page(
    'Payment provider (stand-in)',
    `<p>${act('payout', '-', 'Pay out now')}</p>
    ${table(
      'Payments',
      ['Number', 'Amount', 'Refunded', 'Do'],
      state.charges
        .toReversed()
        .map(({ payment_intent, amount, amount_refunded, currency, dispute }) => [
          ...[payment_intent, money(amount, currency), money(amount_refunded, currency)],
          amount_refunded < amount && dispute === null ? act('refund', payment_intent, 'Refund the rest') : '',
        ]),
    )}
    ${table(
      'Disputes',
      ['Number', 'Amount', 'Status', 'Do'],
      state.disputes
        .toReversed()
        .map(({ id, amount, currency, status }) => [
          ...[id, money(amount, currency), status],
          status === 'needs_response' ? act('won', id, 'Library wins') + act('lost', id, 'Library loses') : '',
        ]),
    )}
    ${table(
      'Payouts',
      ['Number', 'Amount'],
      state.payouts.toReversed().map(({ id, amount, currency }) => [id, money(amount, currency)]),
    )}
    ${table(
      'Events',
      ['Number', 'Type', 'Tries', 'Answer'],
      events.toReversed().map(({ id, type, tries, answer }) => [id, type, String(tries), escapedXml(answer)]),
    )}`,
  );
