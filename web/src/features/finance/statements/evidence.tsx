import { Link } from '@tanstack/react-router';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { Fact } from '../../../components/fact.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { EvidenceRows } from './evidence-rows.tsx';
import { OperationsTable } from './operations-table.tsx';
import type { Line, Place } from './statement.ts';
import { TrueUpEvidence } from './true-up-evidence.tsx';

type Asked = { line: Line; place: Place; currency: string };
type Of<K extends Line['evidence']['kind']> = Extract<Line['evidence'], { kind: K }>;

const Bill = ({ evidence, month }: { evidence: Of<'bill'>; month: string }) => {
  const t = useTranslate();
  const who = useWho();
  const mayRead = hasRole(who, 'finance-preparer', 'finance-approver', 'auditor', 'admin');
  return (
    <p>
      {t('evidence.bill', { bill: evidence.billId })}{' '}
      {mayRead && (
        <Link to="/reconciliation/$month" params={{ month }}>
          {t('nav.reconciliation')}
        </Link>
      )}
    </p>
  );
};

type PaidFor = NonNullable<Of<'dues'>['paidFor']>;

/** What a month's dues pay for: the lines of the consortium's budget. */
const PaysFor = ({ paidFor, currency }: { paidFor: PaidFor; currency: string }) => {
  const t = useTranslate();
  const { money } = useFormat();
  return (
    <>
      <h4>{t('evidence.pays-for')}</h4>
      <dl className="facts">
        {paidFor.map(({ kind, title, amount }) => (
          <Fact key={`${kind} ${title}`} name={title}>
            {money(amount, currency)}
          </Fact>
        ))}
      </dl>
    </>
  );
};

const DuesFacts = ({ evidence: { reference, year, yearly }, currency }: { evidence: Of<'dues'>; currency: string }) => {
  const t = useTranslate();
  const { money } = useFormat();
  return (
    <dl className="facts">
      <Fact name={t('evidence.yearly')}>{money(yearly, currency)}</Fact>
      <Fact name={t('evidence.year')}>{year.replace('/', ' – ')}</Fact>
      <Fact name={t('evidence.adopted-by')}>
        {reference.startsWith('scn_') ? (
          <Link to="/workbench/$scenarioId" params={{ scenarioId: reference }}>
            {reference}
          </Link>
        ) : (
          reference
        )}
      </Fact>
    </dl>
  );
};

const Dues = (given: { evidence: Of<'dues'>; currency: string }) => {
  const { paidFor = [] } = given.evidence;
  return (
    <>
      <DuesFacts {...given} />
      {paidFor.length > 0 && <PaysFor paidFor={paidFor} currency={given.currency} />}
    </>
  );
};

const Ledger = ({ evidence, currency, memberId }: { evidence: Of<'ledger'>; currency: string; memberId: string }) => {
  const t = useTranslate();
  const { money, number, month: monthName } = useFormat();
  const { period, entries, owed, owes } = evidence;
  return (
    <dl className="facts">
      <Fact name={t('evidence.entries')}>{number(entries)}</Fact>
      <Fact name={t('ledgers.owes')}>{money(owes, currency)}</Fact>
      <Fact name={t('ledgers.owed')}>{money(owed, currency)}</Fact>
      <Fact name={t('evidence.in-ledger')}>
        <Link to="/money/$month" params={{ month: period }} search={{ member: memberId }}>
          {t('ledgers.title', { month: monthName(period) })}
        </Link>
      </Fact>
    </dl>
  );
};

/** The statement of the month in which a line was first stated, with its details. */
const Carried = ({ evidence: { month, lineId }, memberId }: { evidence: Of<'carried'>; memberId: string }) => {
  const t = useTranslate();
  const { month: monthName } = useFormat();
  return (
    <p>
      <Link to="/statements/$month/$memberId" params={{ month, memberId }} search={{ line: lineId }}>
        {t('evidence.carried', { month: monthName(month) })}
      </Link>
    </p>
  );
};

/** The evidence of a line, by its kind: use by operation and day, bill, fee, true-up, ledger, correction, or other lines. */
export const Evidence = ({ line, place, currency }: Asked) => {
  const textOf = useTextOf();
  const { evidence, exchange } = line;
  // Amounts of use are in the platform's currency; those of the ledger in the currency of its entries.
  const platform = evidence.kind === 'restatement' ? evidence.platformCurrency : (exchange?.from ?? currency);
  const rows = <EvidenceRows line={line} place={place} currency={currency} platform={platform} />;
  const { memberId, month } = place;
  return (
    <>
      <p className="quiet">{textOf('evidence-meaning', evidence.kind)}</p>
      {evidence.kind === 'usage' && (
        <OperationsTable operations={evidence.operations} currency={platform} name="evidence.by-operation" />
      )}
      {evidence.kind === 'bill' && <Bill evidence={evidence} month={month} />}
      {evidence.kind === 'dues' && <Dues evidence={evidence} currency={platform} />}
      {evidence.kind === 'true-up' && <TrueUpEvidence evidence={evidence} currency={platform} />}
      {evidence.kind === 'ledger' && <Ledger evidence={evidence} currency={platform} memberId={memberId} />}
      {evidence.kind === 'carried' ? <Carried evidence={evidence} memberId={memberId} /> : rows}
    </>
  );
};
