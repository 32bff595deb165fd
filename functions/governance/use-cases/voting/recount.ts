import { sha256 } from '../../../../layers/platform/objects/sha-256.ts';
import { type Counted, countRecord, differences } from '../../domain/ballots/ballot.ts';
import { publishedRecordSchema } from '../../schemas/voting.ts';

/** Counts a downloaded record of a ballot again. Takes its JSON; returns the question, its options, the count, and what differs from the published one. */
export const recount = (json: string) => {
  const { record, published } = publishedRecordSchema.parse(JSON.parse(json));
  return {
    question: record.terms.question,
    options: record.terms.method && 'options' in record.terms.method ? record.terms.method.options : [],
    counted: countRecord(record, sha256),
    differing: differences(record, published as Counted, sha256),
  };
};
