import { Fragment, type ReactNode, useState } from 'react';
import { useSession } from '../../../api/session.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, PagePending } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { LibraryChoice, useLibraryChoice } from './library-choice.tsx';

type Props = {
  title: string;
  meaning?: string;
  /** The name of the choice of a library. */
  library: string;
  notYours: string;
  /** The page's own address, to which signing in returns. */
  back: string;
  /** The name of the consortium, where its administrator also chooses it. */
  consortium?: string;
  /** Auditors of the consortium read the page, too. */
  isAudited?: boolean;
  /** The content of the page for the chosen library; an auditor changes nothing. */
  children: (memberId: string, mayChange: boolean) => ReactNode;
};

/** The layout of a page on which an administrator works for one library: choice of library, and access check. */
export const LibraryPage = ({ title, meaning, library, notYours, back, consortium, isAudited, children }: Props) => {
  const session = useSession();
  const [asked, setAsked] = useState<string>();
  const { who, libraries, chosen, mayChange } = useLibraryChoice(asked, { consortium, isAudited: isAudited === true });
  useTitle(title);
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page page-wide">
      <div className="desk-head">
        <h1>{title}</h1>
        <LibraryChoice label={library} libraries={libraries} value={chosen} choose={setAsked} />
      </div>
      {meaning !== undefined && <p className="quiet">{meaning}</p>}
      {chosen !== undefined ? (
        <Fragment key={chosen}>{children(chosen, mayChange)}</Fragment>
      ) : (
        <Empty title={notYours}>{session?.kind !== 'staff' && <StaffSignIn back={back} />}</Empty>
      )}
    </div>
  );
};
