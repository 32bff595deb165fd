import type { ReactNode } from 'react';
import { useSession } from '../../../api/session.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, PagePending } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { MemberChoice } from './member-choice.tsx';
import type { useBuying } from './use-buying.ts';

type Props = {
  may: Pick<ReturnType<typeof useBuying>, 'who' | 'member' | 'mayChoose'>;
  title: string;
  /** Shows another library, for who reads those of all. */
  choose?: (memberId: string) => void;
  /** What stands beside the title where no library is chosen. */
  beside?: ReactNode;
  meaning?: string;
  /** The address to which a person returns after signing in. */
  back: string;
  children: (member: string) => ReactNode;
};

/** A page of the acquisitions of a library: its title, and its content or how to sign in. */
export const BuyingPage = ({ may, title, choose, beside, meaning, back, children }: Props) => {
  const { who, member, mayChoose } = may;
  const t = useTranslate();
  const session = useSession();
  useTitle(title);
  if (session?.kind === 'staff' && !who) return <PagePending />;
  const aside = choose ? mayChoose && <MemberChoice member={member} choose={choose} /> : beside;
  return (
    <div className="page bench">
      {aside === undefined ? (
        <h1>{title}</h1>
      ) : (
        <div className="desk-head">
          <h1>{title}</h1>
          {aside}
        </div>
      )}
      {meaning !== undefined && <p className="quiet">{meaning}</p>}
      {member ? (
        children(member)
      ) : (
        <Empty title={t('funds.not-yours')}>{!session && <StaffSignIn back={back} />}</Empty>
      )}
    </div>
  );
};
