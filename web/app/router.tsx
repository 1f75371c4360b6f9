import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { titleTakesFocus } from '../design/page-head.tsx';
import { Home } from './home.tsx';
import { NotFound } from './not-found.tsx';
import { Broken } from './broken.tsx';
import { populationSearch } from '../policy/population-search.ts';
import { Shell } from './shell.tsx';

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: Broken,
});

/** Text of an address' search part; anything else is as good as absent. */
function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search: Record<string, unknown>): { q?: string; state?: string } => ({
    ...(text(search['q']) === undefined ? {} : { q: text(search['q']) ?? '' }),
    ...(text(search['state']) === undefined ? {} : { state: text(search['state']) ?? '' }),
  }),
  component: Home,
});

const newClaim = createRoute({
  getParentRoute: () => root,
  path: '/claims/new',
  component: lazyRouteComponent(() => import('../claim/claim-page.tsx'), 'ClaimPage'),
});

const caseRoute = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseId',
  component: lazyRouteComponent(() => import('../case/case-page.tsx'), 'CasePage'),
});

const caseOverview = createRoute({
  getParentRoute: () => caseRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../case/overview.tsx'), 'CaseOverview'),
});

const casePeriods = createRoute({
  getParentRoute: () => caseRoute,
  path: '/periods',
  component: lazyRouteComponent(() => import('../case/case-periods.tsx'), 'CasePeriods'),
});

const caseMessages = createRoute({
  getParentRoute: () => caseRoute,
  path: '/messages',
  component: lazyRouteComponent(() => import('../case/case-messages.tsx'), 'CaseMessages'),
});

const caseDecisions = createRoute({
  getParentRoute: () => caseRoute,
  path: '/decisions',
  component: lazyRouteComponent(() => import('../case/case-decisions.tsx'), 'CaseDecisions'),
});

const caseDocuments = createRoute({
  getParentRoute: () => caseRoute,
  path: '/documents',
  component: lazyRouteComponent(() => import('../case/case-documents.tsx'), 'CaseDocuments'),
});

const caseNewDocument = createRoute({
  getParentRoute: () => caseRoute,
  path: '/documents/new',
  validateSearch: (search: Record<string, unknown>): { type?: string } =>
    text(search['type']) === undefined ? {} : { type: text(search['type']) ?? '' },
  component: lazyRouteComponent(() => import('../document/new-document-page.tsx'), 'NewDocumentPage'),
});

const caseHistory = createRoute({
  getParentRoute: () => caseRoute,
  path: '/history',
  component: lazyRouteComponent(() => import('../case/case-history.tsx'), 'CaseHistory'),
});

const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  validateSearch: (search: Record<string, unknown>): { q?: string; person?: string } => ({
    ...(text(search['q']) === undefined ? {} : { q: text(search['q']) ?? '' }),
    ...(text(search['person']) === undefined ? {} : { person: text(search['person']) ?? '' }),
  }),
  component: lazyRouteComponent(() => import('../registers/register-page.tsx'), 'RegisterPage'),
});

const reviews = createRoute({
  getParentRoute: () => root,
  path: '/reviews',
  validateSearch: (search: Record<string, unknown>): { q?: string; state?: string; caseId?: string } => ({
    ...(text(search['q']) === undefined ? {} : { q: text(search['q']) ?? '' }),
    ...(text(search['state']) === undefined ? {} : { state: text(search['state']) ?? '' }),
    ...(text(search['caseId']) === undefined ? {} : { caseId: text(search['caseId']) ?? '' }),
  }),
  component: lazyRouteComponent(() => import('../persons/review-list-page.tsx'), 'ReviewListPage'),
});

const review = createRoute({
  getParentRoute: () => root,
  path: '/reviews/$reviewId',
  component: lazyRouteComponent(() => import('../persons/review-page.tsx'), 'ReviewPage'),
});

const doubleReviews = createRoute({
  getParentRoute: () => root,
  path: '/double-reviews',
  component: lazyRouteComponent(() => import('../persons/look-list-page.tsx'), 'LookListPage'),
});

const doubleReview = createRoute({
  getParentRoute: () => root,
  path: '/double-reviews/$doubleReviewId',
  component: lazyRouteComponent(() => import('../persons/look-page.tsx'), 'LookPage'),
});

const agreement = createRoute({
  getParentRoute: () => root,
  path: '/agreement',
  component: lazyRouteComponent(() => import('../persons/agreement-page.tsx'), 'AgreementPage'),
});

const person = createRoute({
  getParentRoute: () => root,
  path: '/persons/$recordId',
  component: lazyRouteComponent(() => import('../persons/person-page.tsx'), 'PersonPage'),
});

const directory = createRoute({
  getParentRoute: () => root,
  path: '/directory',
  component: lazyRouteComponent(() => import('../exchange/directory-page.tsx'), 'DirectoryPage'),
});

const transmissions = createRoute({
  getParentRoute: () => root,
  path: '/transmissions',
  validateSearch: (search: Record<string, unknown>): { state?: string; direction?: string } => ({
    ...(text(search['state']) === undefined ? {} : { state: text(search['state']) ?? '' }),
    ...(text(search['direction']) === undefined ? {} : { direction: text(search['direction']) ?? '' }),
  }),
  component: lazyRouteComponent(() => import('../exchange/transmissions-page.tsx'), 'TransmissionsPage'),
});

const quarantine = createRoute({
  getParentRoute: () => root,
  path: '/quarantine',
  component: lazyRouteComponent(() => import('../exchange/quarantine-page.tsx'), 'QuarantinePage'),
});

const evidenceLog = createRoute({
  getParentRoute: () => root,
  path: '/evidence-log',
  component: lazyRouteComponent(() => import('../exchange/evidence-log-page.tsx'), 'EvidenceLogPage'),
});

const accessLog = createRoute({
  getParentRoute: () => root,
  path: '/access-log',
  component: lazyRouteComponent(() => import('../access/access-log-page.tsx'), 'AccessLogPage'),
});

const lawRoute = createRoute({
  getParentRoute: () => root,
  path: '/law',
  validateSearch: (search: Record<string, unknown>): { q?: string; pack?: string } => ({
    ...(text(search['q']) === undefined ? {} : { q: text(search['q']) ?? '' }),
    ...(text(search['pack']) === undefined ? {} : { pack: text(search['pack']) ?? '' }),
  }),
  component: lazyRouteComponent(() => import('../law/parameters-page.tsx'), 'ParametersPage'),
});

const lawParameter = createRoute({
  getParentRoute: () => root,
  // A key has dots, which the end of a path must not have: it would be asked for as a file.
  path: '/law/parameter',
  validateSearch: (search: Record<string, unknown>): { key: string } => ({ key: text(search['key']) ?? '' }),
  component: lazyRouteComponent(() => import('../law/parameter-page.tsx'), 'ParameterPage'),
});

const lawRules = createRoute({
  getParentRoute: () => root,
  path: '/law/rules',
  validateSearch: (search: Record<string, unknown>): { q?: string } =>
    text(search['q']) === undefined ? {} : { q: text(search['q']) ?? '' },
  component: lazyRouteComponent(() => import('../law/rules-page.tsx'), 'RulesPage'),
});

const lawCompare = createRoute({
  getParentRoute: () => root,
  path: '/law/compare',
  validateSearch: (search: Record<string, unknown>): { on?: string; since?: string; pack?: string } => ({
    ...(text(search['on']) === undefined ? {} : { on: text(search['on']) ?? '' }),
    ...(text(search['since']) === undefined ? {} : { since: text(search['since']) ?? '' }),
    ...(text(search['pack']) === undefined ? {} : { pack: text(search['pack']) ?? '' }),
  }),
  component: lazyRouteComponent(() => import('../law/compare-page.tsx'), 'ComparePage'),
});

const lawOpen = createRoute({
  getParentRoute: () => root,
  path: '/law/open',
  component: lazyRouteComponent(() => import('../law/open-page.tsx'), 'OpenPage'),
});

const lawTiers = createRoute({
  getParentRoute: () => root,
  path: '/law/tiers',
  component: lazyRouteComponent(() => import('../law/tiers-page.tsx'), 'TiersPage'),
});

const population = createRoute({
  getParentRoute: () => root,
  path: '/policy/population',
  validateSearch: populationSearch,
  component: lazyRouteComponent(() => import('../policy/population-page.tsx'), 'PopulationPage'),
});

const me = createRoute({
  getParentRoute: () => root,
  path: '/me',
  component: lazyRouteComponent(() => import('../citizen/citizen-page.tsx'), 'CitizenPage'),
});

const routeTree = root.addChildren([
  home,
  newClaim,
  caseRoute.addChildren([
    caseOverview,
    casePeriods,
    caseMessages,
    caseDecisions,
    caseDocuments,
    caseNewDocument,
    caseHistory,
  ]),
  register,
  reviews,
  review,
  doubleReviews,
  doubleReview,
  agreement,
  person,
  directory,
  transmissions,
  quarantine,
  evidenceLog,
  accessLog,
  me,
  lawRoute,
  lawParameter,
  lawRules,
  lawCompare,
  lawOpen,
  lawTiers,
  population,
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
});

router.subscribe('onBeforeLoad', ({ fromLocation, pathChanged }) => {
  if (fromLocation === undefined || !pathChanged) return;
  titleTakesFocus();
  window.scrollTo(0, 0);
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
