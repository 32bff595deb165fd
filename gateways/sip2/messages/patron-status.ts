import type { SipField, SipResponse } from '../../../layers/protocols/sip2/write-response.ts';
import type { PatronStatus } from '../answers.ts';
import { amountText, failureFields, institution, responseDate } from '../common-fields.ts';
import type { Called } from '../concord-api.ts';
import { type Exchange, fieldOf } from '../exchange.ts';
import { loadPatron } from '../load-patron.ts';
import { patronStatus, sipLanguage } from '../patron-fields.ts';
import { screenMessages } from '../screen-messages.ts';

/** Returns the name of a patron; without the right PIN the card number, since AE is required. */
export const shownName = (exchange: Exchange, { own }: PatronStatus): string => {
  if (!own) return fieldOf(exchange, 'AA') ?? '';
  const { given, family } = own.name;
  return given === undefined ? family : `${given} ${family}`;
};

/** Returns the fields that patron status and patron information have in common, after the fixed-length part. */
export const patronFields = (exchange: Exchange, patron: Called<PatronStatus>): SipField[] => {
  const card: SipField[] = [institution(exchange), ['AA', fieldOf(exchange, 'AA') ?? '']];
  if (!('ok' in patron)) return [...card, ['AE', ''], ['BL', 'N'], ...failureFields(exchange, patron)];
  const { settings, terminal } = exchange;
  const { own, pin, reasons } = patron.ok;
  const owed = own?.owed.find(({ currency }) => currency === settings.currency)?.amount ?? 0;
  return [
    ...card,
    ['AE', shownName(exchange, patron.ok)],
    ['BL', 'Y'],
    ['CQ', { right: 'Y', wrong: 'N', 'not-given': undefined }[pin]],
    ...(own
      ? ([
          ['BH', settings.currency],
          ['BV', amountText(owed, settings.currency)],
        ] as const)
      : []),
    ...(pin === 'wrong' ? screenMessages([{ code: 'wrong-pin' }], terminal.options.language) : []).map(
      (text): SipField => ['AF', text],
    ),
    ...screenMessages(
      reasons.map((code) => ({ code })),
      terminal.options.language,
    ).map((text): SipField => ['AF', text]),
  ];
};

/** Answers Patron Enable (25) with 26: the status as it is, since a machine removes no block. */
export const answerPatronEnable = async (exchange: Exchange): Promise<SipResponse> => {
  const { fixed, fields } = await answerPatronStatus(exchange);
  return { fixed: fixed.replace(/^24/, '26'), fields };
};

/**
 * Answers Patron Status (23) with 24, and Block Patron (01) with the status as it is: a machine blocks nobody, a card that it retained goes to
 * staff.
 */
export const answerPatronStatus = async (exchange: Exchange): Promise<SipResponse> => {
  const patron = await loadPatron(exchange);
  const known = 'ok' in patron ? patron.ok : undefined;
  return {
    fixed: `24${patronStatus(known)}${sipLanguage(known?.own?.language)}${responseDate(exchange)}`,
    fields: patronFields(exchange, patron),
  };
};
