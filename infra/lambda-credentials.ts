type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };

/**
 * Replaces the SDK's chain of credential providers (profiles, single sign-on, instance metadata) in the bundles: a Lambda's role is
 * always in these variables, and the chain would add 80 kB to every function. Throws when they are missing. Takes the place of
 * `defaultProvider` of @aws-sdk/credential-provider-node.
 */
export const defaultProvider = () => async (): Promise<Credentials> => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN } = process.env;
  if (!accessKeyId || !secretAccessKey)
    throw new Error('The function was given no role: AWS_ACCESS_KEY_ID is missing.');
  return { accessKeyId, secretAccessKey, ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}) };
};
