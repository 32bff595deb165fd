import { useDirectory } from '../../parts/directory.ts';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { useFormat } from '../../words/format.ts';
import { useSay, useSayOf } from '../../words/words.tsx';
import { useStateWords } from '../loans/state-badges.tsx';
import type { Ask, Loan } from './loan.ts';

const Row = ({ ask }: { ask: Ask }) => {
  const sayOf = useSayOf();
  const { time } = useFormat();
  const { memberName } = useDirectory();
  const stateWords = useStateWords('supplier');
  const { ordinal, supplierMember, supplier, askedAt, answerBy, answeredAt, answer, reason, outcome } = ask;
  const said = [answer && sayOf('answer', answer), reason && sayOf('code', reason)].filter(Boolean).join(': ');
  return (
    <tr>
      <td className="num">{ordinal}</td>
      <th scope="row">{memberName(supplierMember)}</th>
      <td>{time(askedAt)}</td>
      <td>{answeredAt ? time(answeredAt) : outcome === undefined && time(answerBy)}</td>
      <td>{said}</td>
      <td>{outcome ? sayOf('outcome', outcome) : stateWords(supplier)}</td>
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
