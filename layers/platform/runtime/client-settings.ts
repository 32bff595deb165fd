/** How long one attempt may take in milliseconds until the response begins, and how many attempts a call has. */
type Patience = { requestMs?: number; attempts?: number };

const CONNECT_MS = 1000;
const SILENT_MS = 10_000;
/** The emulator shares its machine with everything else that runs there: only a call that hangs for good is given up. */
const EMULATED_MS = 60_000;

const isEmulated = (): boolean => process.env.AWS_ENDPOINT_URL !== undefined;

/**
 * Returns the settings of an AWS client. The SDK's own clients wait without limit: one connection that was dropped silently, as after a
 * failover, would take the whole time of a function. A timeout is repeated like a reset connection, with all attempts together in less
 * than the ten seconds of an operation. A repeated transaction has its token, and a repeated write with a condition on what it changes
 * fails. A counter that an update adds to may count one call twice: such counters limit or number, and one more is harmless. What must
 * not be done twice (an e-mail with a new password) has one attempt.
 */
export const clientSettings = ({ requestMs = 2500, attempts = 3 }: Patience = {}) => ({
  maxAttempts: attempts,
  requestHandler: {
    connectionTimeout: isEmulated() ? EMULATED_MS : CONNECT_MS,
    socketTimeout: isEmulated() ? EMULATED_MS : SILENT_MS,
    requestTimeout: isEmulated() ? EMULATED_MS : requestMs,
    throwOnRequestTimeout: true,
  },
});
