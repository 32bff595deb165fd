import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { useStateText } from '../shared/state-badges.tsx';
import { useParty } from '../shared/use-party.ts';
import type { Ask, Loan } from './request.ts';

const Row = ({ ask }: { ask: Ask }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date, time } = useFormat();
  const party = useParty();
  const stateText = useStateText('supplier');
  const { ordinal, supplierMember, supplier, askedAt, answerBy, answeredAt, answer, reason, outcome, expectedAt } = ask;
  // The supplier's state for an open request is shown here as an answer that has not arrived.
  const isSilent = supplier.state === 'request-received';
  const details = [
    answer && textOf('answer', answer),
    reason && textOf('code', reason, t('loans.own-words', { code: reason })),
  ]
    .filter(Boolean)
    .join(': ');
  const arrives = expectedAt && outcome === undefined && t('asks.expected', { date: date(expectedAt) });
  return (
    <tr>
      <td className="num">{ordinal}</td>
      <th scope="row">{party(supplierMember)}</th>
      <td>{time(askedAt)}</td>
      <td>{answeredAt ? time(answeredAt) : outcome === undefined && time(answerBy)}</td>
      <td>{[details, arrives].filter(Boolean).join('; ')}</td>
      <td>{outcome ? textOf('outcome', outcome) : isSilent ? t('asks.silent') : stateText(supplier)}</td>
    </tr>
  );
};

/** The suppliers asked so far, in order: each answer and its result. */
export const PendingQuestions = ({ asks }: Pick<Loan, 'asks'>) => {
  const t = useTranslate();
  if (asks.length === 0) return null;
  return (
    <section aria-labelledby="asks" className="stack">
      <h2 id="asks">{t('loan-part.asks')}</h2>
      <ScrollTable name={t('loan-part.asks')}>
        <thead>
          <tr>
            <th scope="col">{t('asks.order')}</th>
            <th scope="col">{t('asks.library')}</th>
            <th scope="col">{t('asks.asked')}</th>
            <th scope="col">{t('asks.answered')}</th>
            <th scope="col">{t('asks.answer')}</th>
            <th scope="col">{t('asks.now')}</th>
          </tr>
        </thead>
        <tbody>
          {asks.map((ask) => (
            <Row key={ask.askId} ask={ask} />
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
};
