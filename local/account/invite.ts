import { InvokeCommand, LambdaClient, ResourceNotFoundException } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { PlainFailure } from '../failure.ts';
import type { Settings } from './settings.ts';

const answerSchema = z.object({ outcome: z.enum(['invited', 'known']) });

/**
 * Invites the first administrator again by the function that invites after a deployment. Returns 'known' when they have signed in already.
 * PlainFailure when the deployment or the function fails.
 */
export const inviteAdministrator = async ({ config }: Settings): Promise<'invited' | 'known'> => {
  const FunctionName = `${config.name}-membership-invite-first-administrator`;
  try {
    // One attempt: a repeated call would send a second e-mail, whose password ends that of the first.
    const client = new LambdaClient({ region: config.region, maxAttempts: 1 });
    const answer = await client.send(new InvokeCommand({ FunctionName }));
    const text = answer.Payload?.transformToString() ?? '';
    if (answer.FunctionError) throw new PlainFailure(`The invitation could not be sent: ${text}`);
    return answerSchema.parse(JSON.parse(text)).outcome;
  } catch (error) {
    if (error instanceof ResourceNotFoundException)
      throw new PlainFailure(`${config.name} is not deployed in ${config.region}: there is no ${FunctionName}.`);
    throw error;
  }
};
