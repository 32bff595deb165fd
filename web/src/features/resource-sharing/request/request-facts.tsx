import { Link } from '@tanstack/react-router';
import { useDirectory } from '../../../api/directory.ts';
import { Fact } from '../../../components/fact.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { useParty } from '../shared/use-party.ts';
import { Borrower } from './borrower.tsx';
import { CitationFacts } from './citation-facts.tsx';
import { ClaimsFact } from './claims-fact.tsx';
import { type Loan, sideOf } from './request.ts';
import { TermsFacts } from './terms-facts.tsx';

const ofUnion = /^rec_/;

const Wanted = ({ loan }: { loan: Loan }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { service, recordId, maxCost, ruledOut } = loan;
  return (
    <dl className="facts">
      <Fact name={t('loan-fact.service')}>{t(`service.${service}`)}</Fact>
      <CitationFacts loan={loan} />
      <Fact name={t('loan-fact.most')}>{maxCost && money(maxCost.amount, maxCost.currency)}</Fact>
      <Fact name={t('loan-fact.record')}>
        {ofUnion.test(recordId) && (
          <Link to="/record/$recordId" params={{ recordId }}>
            {t('loan-fact.in-catalogue')}
          </Link>
        )}
      </Fact>
      <Fact name={t('loan-fact.ruled-out')}>
        {ruledOut?.map((one) => (
          <Link key={one} to="/record/$recordId" params={{ recordId: one }} className="ruled-out">
            {one}
          </Link>
        ))}
      </Fact>
    </dl>
  );
};

const Between = ({ loan, branchId }: { loan: Loan; branchId: string }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date, time } = useFormat();
  const { branchName } = useDirectory();
  const party = useParty();
  const { requesterMember, supplierMember, pickupBranch, patronId, placedAt, needBy, due, barcode, deliverTo } = loan;
  const { copyright } = loan;
  return (
    <dl className="facts">
      <Fact name={t('loan-fact.requester')}>{party(requesterMember)}</Fact>
      <Fact name={t('loan-fact.pickup')}>{!pickupBranch.endsWith('.outside') && branchName(pickupBranch)}</Fact>
      <Fact name={t('loan-fact.deliver-to')}>{deliverTo?.join(', ')}</Fact>
      <Fact name={t('loan-fact.supplier')}>
        {supplierMember ? party(supplierMember) : sideOf(loan) === 'requester' && t('loans.nobody-asked')}
      </Fact>
      <Fact name={t('loan-fact.patron')}>
        {patronId && <Borrower key={patronId} patronId={patronId} branchId={branchId} />}
      </Fact>
      <Fact name={t('loan-fact.placed')}>{time(placedAt)}</Fact>
      <Fact name={t('loan-fact.level')}>{textOf('level', loan.serviceLevel)}</Fact>
      <Fact name={t('loan-fact.need-by')}>{needBy && date(needBy)}</Fact>
      <Fact name={t('loan-fact.due')}>{due && date(due)}</Fact>
      <Fact name={t('loan-fact.barcode')}>{barcode && <span className="barcode">{barcode}</span>}</Fact>
      <Fact name={t('loan-fact.copyright')}>
        {copyright && ('states' in copyright ? copyright.states : t('loan-fact.copyright-missing'))}
      </Fact>
      {loan.claims && <ClaimsFact claims={loan.claims} />}
      {loan.terms && <TermsFacts terms={loan.terms} />}
    </dl>
  );
};

/** The facts of a request, beside its steps: the item, and the two parties. */
export const LoanFacts = ({ loan, branchId }: { loan: Loan; branchId: string }) => {
  const t = useTranslate();
  return (
    <div className="loan-facts">
      <section aria-labelledby="wanted" className="card">
        <h2 id="wanted">{t('loan-part.wanted')}</h2>
        <Wanted loan={loan} />
      </section>
      <section aria-labelledby="between" className="card">
        <h2 id="between">{t('loan-part.between')}</h2>
        <Between loan={loan} branchId={branchId} />
      </section>
    </div>
  );
};
