import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import { useStateWords } from '../shared/state-badges.tsx';
import { useParty } from '../shared/use-party.ts';
import type { Ask, Loan } from './request.ts';

const Row = ({ ask }: { ask: Ask }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { date, time } = useFormat();
  const party = useParty();
  const stateWords = useStateWords('supplier');
  const { ordinal, supplierMember, supplier, askedAt, answerBy, answeredAt, answer, reason, outcome, expectedAt } = ask;
  // What the other library calls “to be answered” is here an answer that has not come.
  const isSilent = supplier.state === 'request-received';
  const said = [
    answer && sayOf('answer', answer),
    reason && sayOf('code', reason, say('loans.own-words', { code: reason })),
  ]
    .filter(Boolean)
    .join(': ');
  const arrives = expectedAt && outcome === undefined && say('asks.expected', { date: date(expectedAt) });
  return (
    <tr>
      <td className="num">{ordinal}</td>
      <th scope="row">{party(supplierMember)}</th>
      <td>{time(askedAt)}</td>
      <td>{answeredAt ? time(answeredAt) : outcome === undefined && time(answerBy)}</td>
      <td>{[said, arrives].filter(Boolean).join('; ')}</td>
      <td>{outcome ? sayOf('outcome', outcome) : isSilent ? say('asks.silent') : stateWords(supplier)}</td>
    </tr>
  );
};

/** Who was asked so far, one after the other: what each answered and how it ended. */
export const Asks = ({ asks }: Pick<Loan, 'asks'>) => {
  const say = useSay();
  if (asks.length === 0) return null;
  return (
    <section aria-labelledby="asks" className="stack">
      <h2 id="asks">{say('loan-part.asks')}</h2>
      <ScrollTable name={say('loan-part.asks')}>
        <thead>
          <tr>
            <th scope="col">{say('asks.order')}</th>
            <th scope="col">{say('asks.library')}</th>
            <th scope="col">{say('asks.asked')}</th>
            <th scope="col">{say('asks.answered')}</th>
            <th scope="col">{say('asks.answer')}</th>
            <th scope="col">{say('asks.now')}</th>
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
