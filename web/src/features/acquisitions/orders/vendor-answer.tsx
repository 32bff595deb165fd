import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { OrderLine } from './orders.ts';

type Answer = NonNullable<OrderLine['answer']>;

/** The codes of the library profile that the page writes out; others are shown as they are. */
const codes = ['OP', 'NP', 'RP', 'NK'] as const;

/** What the vendor answered last for a line. */
export const VendorAnswer = ({ answer, currency }: { answer: Answer; currency: string }) => {
  const t = useTranslate();
  const { money, date } = useFormat();
  const { act, on, sent, later, cancelled, available, price, code } = answer;
  const known = codes.find((one) => one === code);
  const texts = [
    t('order-answer.said', { day: date(on), act: t(`vendor-act.${act}`) }),
    known ? t(`vendor-code.${known}`) : code !== undefined && t('order-answer.code', { code }),
    sent !== undefined && sent > 0 && t('order-answer.sent', { count: sent }),
    later !== undefined && later > 0 && t('order-answer.later', { count: later }),
    cancelled !== undefined && cancelled > 0 && t('order-answer.not', { count: cancelled }),
    available !== undefined && t('order-answer.available', { day: date(available) }),
    price !== undefined && t('order-answer.price', { amount: money(price, currency) }),
  ];
  return <div className="quiet">{texts.filter(Boolean).join(', ')}</div>;
};
