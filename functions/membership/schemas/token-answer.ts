import * as z from 'zod';
import { TOKEN_SECONDS } from '../domain/token.ts';

/** A token in the response (the field names are those of OAuth 2.0, RFC 6749 section 5.1). `expires_in` in seconds. */
export const tokenAnswerSchema = z.strictObject({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.number().int(),
});

/** Returns the response with a token. */
export const tokenAnswer = (token: string): z.infer<typeof tokenAnswerSchema> => ({
  access_token: token,
  token_type: 'Bearer',
  expires_in: TOKEN_SECONDS,
});

/** The example of such a response. */
export const exampleToken = tokenAnswer('eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.…');
