import { getRouteApi } from '@tanstack/react-router';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { PatronsFrame } from '../shared/patrons-frame.tsx';
import { PatronRecord } from './patron-record.tsx';
import './record.css';
import { useRecord } from './use-record.ts';

const route = getRouteApi('/patrons/$patronId');

const Record = ({ patronId, branchId }: { patronId: string; branchId: string }) => {
  const t = useTranslate();
  const { data, error, refetch } = useRecord(patronId, branchId);
  if (data) return <PatronRecord patron={data} branchId={branchId} />;
  return (
    <>
      <h1>{t('patron.title')}</h1>
      {error ? <FailedNotice thrown={error} again={() => void refetch()} /> : <Waiting rows={4} height={90} />}
    </>
  );
};

/** The record of a patron for a desk. The address has the patron's id only. */
export const PatronPage = () => {
  const t = useTranslate();
  const { patronId } = route.useParams();
  return (
    <PatronsFrame title={t('patron.title')} back={`/patrons/${patronId}`} isHeaded={false}>
      {(branchId) => <Record key={`${patronId} ${branchId}`} patronId={patronId} branchId={branchId} />}
    </PatronsFrame>
  );
};
