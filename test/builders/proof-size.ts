/** True when proofs run at full size (`npm run prove:accessibility`, `prove:inputs` and others); `npm test` runs a sample of each. */
export const isWholeProof = process.env.CONCORD_WHOLE === 'true';

/** Returns `full` when proofs run at full size and `sample` otherwise: a number of cases, or the distance between points of interruption. */
export const proofSize = (sample: number, full: number): number => (isWholeProof ? full : sample);
