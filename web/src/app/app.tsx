import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { forgetPerson } from '../api/forget-person.ts';
import { asProblem, passes } from '../api/problem.ts';
import { onOtherSignIn, useLeaving } from '../api/session.ts';
import { Toasts } from '../components/toasts.tsx';
import { theme } from '../theme/theme.ts';
import { router } from './routes.tsx';

const newClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 20_000,
        refetchOnWindowFocus: false,
        retry: (count, thrown) => count < 2 && passes(asProblem(thrown)),
      },
    },
  });

/** The root component: theme, language, data and pages. */
export const App = () => {
  const client = useMemo(newClient, []);
  const leaving = useLeaving();
  // A sign-out in another tab ends the session here, too: the next user must not see this user's data.
  useEffect(() => {
    if (leaving === 'signed-out') forgetPerson(client);
  }, [client, leaving]);
  // An expired session leaves its data for its own user; another user who signs in must not see them.
  useEffect(() => onOtherSignIn(() => forgetPerson(client)), [client]);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </MantineProvider>
  );
};
