export { sealVote } from '../domain/ballots/seal-vote.ts';
