import type { ReactNode } from 'react';
import { FailedNotice, Waiting } from '../../../components/states.tsx';

type Part = {
  id: string;
  title: string;
  /** The query of the section. */
  query: { data: unknown; error: unknown; refetch: () => unknown };
  action?: ReactNode;
  children: ReactNode;
};

/** A section of the account: its heading, and its loading and error states. */
export const AccountPart = ({ id, title, query, action, children }: Part) => (
  <section id={id} aria-labelledby={`${id}-title`} className="account-part" tabIndex={-1}>
    <div className="part-head">
      <h2 id={`${id}-title`}>{title}</h2>
      {action}
    </div>
    {query.data !== undefined && children}
    {query.data === undefined && query.error !== null && (
      <FailedNotice thrown={query.error} again={() => void query.refetch()} />
    )}
    {query.data === undefined && query.error === null && <Waiting rows={2} height={64} />}
  </section>
);
