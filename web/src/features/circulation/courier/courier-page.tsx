import { useState } from 'react';
import { FailedNotice, PagePending } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import '../../../components/print-list.css';
import '../holds/holds.css';
import { BranchPage } from '../shared/branch-page.tsx';
import { CourierDays } from './courier-days.tsx';
import './courier.css';
import { Exceptions } from './exceptions.tsx';
import { GoingOut } from './going-out.tsx';
import { PackTote } from './pack-tote.tsx';
import { ReceiveTote } from './receive-tote.tsx';
import { ToteBox } from './tote-box.tsx';
import { ToteList } from './tote-list.tsx';
import { useCourier } from './use-courier.ts';

const AtBranch = ({ branchId }: { branchId: string }) => {
  const { data, error, refetch } = useCourier(branchId);
  const [openId, setOpenId] = useState<string>();
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <PagePending />;
  const open = data.totes.find(({ toteId }) => toteId === openId);
  const close = (): void => setOpenId(undefined);
  return (
    <div className="holds-grid">
      <div className="courier-lists">
        <GoingOut branchId={branchId} courier={data} open={setOpenId} />
        <ToteList branchId={branchId} totes={data.totes} open={setOpenId} />
        <Exceptions branchId={branchId} exceptions={data.exceptions} />
        <CourierDays took={data.took} />
      </div>
      <div className="desk-work">
        {!open && <ToteBox totes={data.totes} open={setOpenId} />}
        {open && open.from === branchId && <PackTote key={open.toteId} tote={open} branchId={branchId} close={close} />}
        {open && open.to === branchId && (
          <ReceiveTote key={open.toteId} tote={open} branchId={branchId} close={close} />
        )}
      </div>
    </div>
  );
};

/** The page of a branch's courier: the sheet of the day, totes that are packed, sent and received, and exceptions. */
export const CourierPage = () => {
  const t = useTranslate();
  return (
    <BranchPage title={t('courier.title')} meaning={t('courier.meaning')} back="/holds/courier" isPaper isWide>
      {(branchId) => <AtBranch key={branchId} branchId={branchId} />}
    </BranchPage>
  );
};
