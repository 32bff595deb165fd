/** How long one attempt may take in milliseconds until the response begins, and how many attempts a call has. */
type Patience = { requestMs?: number; attempts?: number };

const CONNECT_MS = 1000;
const SILENT_MS = 10_000;
/** The emulator shares its machine with everything else that runs there: only a call that hangs for good is given up. */
const EMULATED_MS = 60_000;

/**
 * Returns the settings of an AWS client. The SDK's own clients wait without limit: one connection that was dropped silently, as after a
 * failover, would take the whole time of a function. A timeout is repeated like a reset connection, with all attempts together in less
 * than the ten seconds of an operation. Retries are safe: each write has its condition or its token.
 */
export const clientSettings = ({ requestMs = 2500, attempts = 3 }: Patience = {}) => ({
  maxAttempts: attempts,
  requestHandler: {
    connectionTimeout: CONNECT_MS,
    socketTimeout: SILENT_MS,
    requestTimeout: process.env.AWS_ENDPOINT_URL === undefined ? requestMs : EMULATED_MS,
    throwOnRequestTimeout: true,
  },
});
