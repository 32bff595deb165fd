import { Button } from '@mantine/core';
import { useState } from 'react';
import { Badge } from '../../parts/badge.tsx';
import { useDirectory } from '../../parts/directory.ts';
import { FailedNotice, Waiting } from '../../parts/states.tsx';
import { useFormat } from '../../words/format.ts';
import { staffId } from '../../words/staff-id.ts';
import { useSay } from '../../words/words.tsx';
import { ReasonForm } from './reason-form.tsx';
import { type Decision, useDecisions } from './union.ts';

const OneDecision = ({ recordId, decision }: { recordId: string; decision: Decision }) => {
  const say = useSay();
  const { time } = useFormat();
  const { memberName } = useDirectory();
  const [isUndoing, setUndoing] = useState(false);
  const { decisionId, did, at, by, reason, because, undone } = decision;
  const names = (side: Decision['one']): string =>
    side.map(({ memberId, sourceId }) => `${memberName(memberId)} ${sourceId.slice(memberId.length + 1)}`).join(', ');
  const [one, two] = [names(decision.one), names(decision.two)];
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">{say(`union.did-${did}`, { one, two })}</h3>
        <p>{reason}</p>
        {because.length > 0 && (
          <p className="quiet">
            {say('union.because')} <span lang="en">{because.join('; ')}</span>
          </p>
        )}
        <p className="quiet">{say('union.by', { id: staffId(by), date: time(at) })}</p>
        {undone && (
          <p>
            <Badge tone="mark">{say('union.undone')}</Badge> {undone.reason}{' '}
            <span className="quiet">{say('union.by', { id: staffId(undone.by), date: time(undone.at) })}</span>
          </p>
        )}
        {!undone && !isUndoing && (
          <p>
            <Button size="sm" variant="default" onClick={() => setUndoing(true)}>
              {say('union.undo')}
            </Button>
          </p>
        )}
        {isUndoing && (
          <ReasonForm
            recordId={recordId}
            act={say('union.undo')}
            done={say('union.undo-done')}
            what={{ undo: decisionId }}
            away={() => setUndoing(false)}
          />
        )}
      </div>
    </li>
  );
};

/** Who merged or split the record, when and why, how the matcher saw it, and the way back. */
export const History = ({ recordId }: { recordId: string }) => {
  const say = useSay();
  const { data, error, refetch } = useDecisions(recordId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={1} height={80} />;
  if (data.decisions.length === 0) return <p>{say('union.no-history')}</p>;
  return (
    <ul className="rows">
      {data.decisions.map((decision) => (
        <OneDecision key={decision.decisionId} recordId={recordId} decision={decision} />
      ))}
    </ul>
  );
};
