import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Badge } from '../../parts/badge.tsx';
import { useDirectory } from '../../parts/directory.ts';
import { RecordTitle } from '../../parts/record-title.tsx';
import { FailedNotice } from '../../parts/states.tsx';
import { useFormat } from '../../words/format.ts';
import { useSay, useSayOf } from '../../words/words.tsx';
import { type Ask, reasons, useAnswer } from './use-answer.ts';

type Answer = ReturnType<typeof useAnswer>;

const WithCopy = ({ answer, is }: { answer: Answer; is: 'will-supply' | 'ship' }) => {
  const say = useSay();
  const [barcode, setBarcode] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (barcode.trim()) answer.mutate({ is, barcode: barcode.trim() });
  };
  return (
    <form className="row" onSubmit={submit}>
      <TextInput
        size="sm"
        aria-label={say('supply.barcode')}
        placeholder={say('supply.barcode')}
        maxLength={40}
        required
        value={barcode}
        onChange={({ currentTarget }) => setBarcode(currentTarget.value)}
      />
      <Button size="sm" type="submit" loading={answer.isPending && answer.variables.is === is}>
        {say(is === 'ship' ? 'supply.ship' : 'supply.will')}
      </Button>
    </form>
  );
};

const Without = ({ answer }: { answer: Answer }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const [reason, setReason] = useState(reasons[0]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason) answer.mutate({ is: 'unfilled', reason });
  };
  return (
    <form className="row" onSubmit={submit}>
      <NativeSelect
        size="sm"
        aria-label={say('supply.reason')}
        value={reason}
        data={reasons.map((value) => ({ value, label: sayOf('unfilled', value) }))}
        onChange={({ currentTarget }) => setReason(reasons.find((one) => one === currentTarget.value))}
      />
      <Button
        size="sm"
        variant="default"
        type="submit"
        loading={answer.isPending && answer.variables.is === 'unfilled'}
      >
        {say('supply.cannot')}
      </Button>
    </form>
  );
};

/** One ask: who wants what and until when, and the answers that its state allows. */
export const AskRow = ({ request, branchId }: { request: Ask; branchId: string }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { time } = useFormat();
  const { memberName, branchName } = useDirectory();
  const answer = useAnswer(request, branchId);
  const { state, label } = request.status;
  return (
    <li className="row-card ask">
      <div className="row-body">
        <h2 className="row-title">
          <RecordTitle recordId={request.recordId} />
        </h2>
        <p className="quiet">
          {say('supply.for', { member: memberName(request.requesterMember), branch: branchName(request.pickupBranch) })}
        </p>
        <p className="row">
          <Badge tone={request.needsAttention ? 'mark' : 'plain'} icon={request.needsAttention ? 'warn' : 'send'}>
            {sayOf('ask-state', state, label)}
          </Badge>
          {request.answerBy && state === 'request-received' && (
            <span className="quiet">{say('supply.until', { time: time(request.answerBy) })}</span>
          )}
        </p>
        {state === 'request-received' && (
          <div className="answers">
            <WithCopy answer={answer} is="will-supply" />
            <Without answer={answer} />
          </div>
        )}
        {state === 'will-supply' && <WithCopy answer={answer} is="ship" />}
        {answer.error && <FailedNotice thrown={answer.error} />}
      </div>
    </li>
  );
};
