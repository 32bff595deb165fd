import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';

/** Sets the public address for handlers. */
export const aSite = (address = 'https://library.test'): void => {
  process.env.SITE_PARAMETER = '/test/site';
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .resolves({ Parameter: { Value: address } });
};
