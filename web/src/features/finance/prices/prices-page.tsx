import { Link } from '@tanstack/react-router';
import { useSession } from '../../../api/session.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import '../shared/workbench.css';
import { BookTable } from './book-table.tsx';
import './prices.css';
import { type Book, useBook, useMay, useProposal } from './prices.ts';
import { ProposalPart } from './proposal.tsx';
import { ProposeForm } from './propose-form.tsx';

const Whole = ({ book }: { book: Book }) => {
  const { readsAll, prepares, approves } = useMay();
  const { data, error, refetch } = useProposal(readsAll);
  return (
    <>
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {readsAll && data && <ProposalPart {...data} book={book} approves={approves} />}
      {prepares && <ProposeForm key={book.version} book={book} />}
      <BookTable book={book} />
    </>
  );
};

/** The price page: one person proposes a change, and another adopts it. */
export const PricesPage = () => {
  const t = useTranslate();
  const session = useSession();
  const { who, mayRead, readsAll } = useMay();
  const { data, error, refetch } = useBook(mayRead);
  const title = t('prices.title');
  useTitle(title);
  return (
    <div className="page page-wide bench">
      <div className="desk-head">
        <h1>{title}</h1>
        {readsAll && (
          <div className="row">
            <Link to="/periods">{t('periods.title')}</Link>
          </div>
        )}
      </div>
      <p className="quiet">{t('prices.meaning')}</p>
      {!session && <StaffSignIn back="/prices" />}
      {who && !mayRead && <p className="notice">{t('prices.not-yours')}</p>}
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {mayRead && !data && !error && <Waiting rows={3} height={140} />}
      {data && <Whole book={data} />}
    </div>
  );
};
