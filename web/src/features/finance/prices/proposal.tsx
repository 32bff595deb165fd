import { Button } from '@mantine/core';
import { useState } from 'react';
import { Fact } from '../../../components/fact.tsx';
import { Question } from '../../../components/question.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { staffName } from '../../../components/staff-name.ts';
import { Empty, FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { readable } from '../shared/workbench.ts';
import { type Book, type Proposal, useAdopt } from './prices.ts';
import { Tiers } from './tiers.tsx';

type Names = Book['names'];

const Adopt = ({ proposal: { seal, effectiveFrom, body } }: { proposal: Proposal }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const [isAsked, setIsAsked] = useState(false);
  const adopt = useAdopt();
  return (
    <>
      <p>
        <Button size="sm" onClick={() => setIsAsked(true)}>
          {t('prices.adopt')}
        </Button>
      </p>
      {isAsked && (
        <Question
          yes={t('prices.adopt-yes')}
          isPending={adopt.isPending}
          go={() => adopt.mutate({ seal }, { onSettled: () => setIsAsked(false) })}
          away={() => setIsAsked(false)}
        >
          <p>
            {t('prices.adopt-sure', {
              ...{ count: Object.keys(body.prices).length, date: date(effectiveFrom), seal: seal.slice(0, 12) },
            })}
          </p>
        </Question>
      )}
      {adopt.error && <FailedNotice thrown={adopt.error} />}
    </>
  );
};

const Facts = ({ proposal, names }: { proposal: Proposal; names: Names }) => {
  const t = useTranslate();
  const { date, time } = useFormat();
  const { state, effectiveFrom, decisionReference, body, prepared, approved, seal } = proposal;
  const stepped = (act: { at: string; by: string }): string => `${time(act.at)}, ${staffName(act.by, names)}`;
  return (
    <dl className="facts card">
      <Fact name={t('workbench.state')}>{t(`prices.is-${state}`)}</Fact>
      <Fact name={t('prices.effective-from')}>{date(effectiveFrom)}</Fact>
      <Fact name={t('prices.decision')}>{decisionReference}</Fact>
      <Fact name={t('prices.decided-on')}>{date(body.decidedOn)}</Fact>
      <Fact name={t('prices.source')}>{body.source}</Fact>
      <Fact name={t('prices.reason')}>{body.reason}</Fact>
      <Fact name={t('prices.prepared-by')}>{stepped(prepared)}</Fact>
      <Fact name={t('prices.approved-by')}>{approved && stepped(approved)}</Fact>
      <Fact name={t('workbench.seal')}>
        <code className="bench-seal">{seal}</code>
      </Fact>
    </dl>
  );
};

type Shown = { proposal?: Proposal; names: Names; book: Book; approves: boolean };

/** The change that awaits approval or was adopted last, compared with the prices in force, and who took which step. */
export const ProposalPart = ({ proposal, names, book, approves }: Shown) => {
  const t = useTranslate();
  return (
    <section aria-labelledby="proposal" className="stack">
      <h2 id="proposal">{t('prices.proposal')}</h2>
      {!proposal && <Empty title={t('prices.no-proposal')} />}
      {proposal && (
        <>
          <Facts proposal={proposal} names={names} />
          <ScrollTable name={t('prices.proposed')}>
            <thead>
              <tr>
                {(['meter', 'in-force', 'proposed'] as const).map((name) => (
                  <th key={name} scope="col">
                    {t(`prices.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {Object.entries(proposal.body.prices).map(([meter, price]) => {
                const now = book.prices[meter];
                return (
                  <tr key={meter}>
                    <th scope="row">{readable(meter)}</th>
                    <td>{now && <Tiers tiers={now.tiers} per={now.per} currency={book.currency} />}</td>
                    <td>
                      <Tiers tiers={price.tiers} per={price.per} currency={proposal.body.currency} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </ScrollTable>
          {approves && proposal.state === 'prepared' && <Adopt proposal={proposal} />}
        </>
      )}
    </section>
  );
};
