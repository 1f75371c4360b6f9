import { Navigate } from '@tanstack/react-router';
import { WorkList } from '../work-list/work-list.tsx';
import { destinationsOf } from './navigation.ts';
import { useSession } from './session.tsx';

/** The front page is the first page of one's menu: the work list for those who work on cases. */
export function Home() {
  const { roles } = useSession();
  const first = destinationsOf(roles)[0]?.to;
  return first === undefined || first === '/' ? <WorkList /> : <Navigate to={first} replace />;
}
