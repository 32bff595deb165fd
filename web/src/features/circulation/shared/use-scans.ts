import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { beep } from '../desk/sound.ts';

/** A scan that was worked: what it gave, or why it was refused. */
export type EndedScan<I, R> = { no: number; input: I } & ({ result: R } | { error: Error });

type Work<I, R> = {
  /** Scans of one name are worked one after the other. */
  name: string;
  work: (input: I) => Promise<R>;
  isGood?: (result: R) => boolean;
  settled?: (input: I) => unknown;
};

const MOST = 20;

/** Works scans one after the other, however fast they come, each with its sound and its own outcome, the newest first. */
export const useScans = <I extends { barcode: string }, R>({ name, work, isGood, settled }: Work<I, R>) => {
  const [ended, setEnded] = useState<readonly EndedScan<I, R>[]>([]);
  const count = useRef(0);
  const end = (input: I, outcome: { result: R } | { error: Error }): void => {
    count.current += 1;
    const one = { no: count.current, input, ...outcome };
    setEnded((before) => [one, ...before.filter((other) => other.input.barcode !== input.barcode)].slice(0, MOST));
  };
  const { mutate, isPending } = useMutation({
    scope: { id: name },
    mutationFn: work,
    onSuccess: (result, input) => {
      beep(isGood?.(result) ?? true);
      end(input, { result });
    },
    onError: (error, input) => {
      beep(false);
      end(input, { error });
    },
    onSettled: (_result, _error, input) => settled?.(input),
  });
  return { scan: (input: I): void => mutate(input), ended, isPending };
};
