/** The permission test of a whole server: each role at each route, as the contract tables have it. */
import { pathOf, ROLES, type Role, type Route } from '../contract.ts';
import type { HttpServer } from './server.ts';

/** How one knocks as a role; undefined is somebody not signed in. */
export type HeadersOf = (role: Role | undefined) => Readonly<Record<string, string>>;

/**
 * Knocks at every registered route as every role, as nobody, and as a foreign page, and returns one line for each
 * answer that the table does not expect; none means that all doors are as the table says.
 */
export async function permissionFaults(server: HttpServer, headersOf: HeadersOf): Promise<string[]> {
  const faults: string[] = [];
  for (const { name, route } of server.routes) {
    for (const knock of knocksAt(route)) {
      const found = await answerTo(server, route, { ...headersOf(knock.role), ...knock.headers });
      if (!knock.expects(found)) faults.push(`${name} (${route.method} ${route.path}) ${knock.as}: ${found}`);
    }
  }
  return faults;
}

interface Knock {
  readonly as: string;
  readonly role: Role | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly expects: (code: string) => boolean;
}

const OWN = { 'x-urtuu': '1' };
const is = (wanted: string) => (code: string) => code === wanted;
const isLetIn = (code: string): boolean => !/^security\/(?:unauthenticated|forbidden|csrf)$/.test(code);
const isKeptOut = (code: string): boolean => code.startsWith('security/');

function knocksAt(route: Route): Knock[] {
  const { roles } = route;
  const nobody = { role: undefined, headers: OWN };
  if (roles === 'public') return [{ ...nobody, as: 'as nobody', expects: isLetIn }];
  if (roles === 'partner') return [{ ...nobody, as: 'without a signature', expects: isKeptOut }];
  const knocks: Knock[] = [{ ...nobody, as: 'as nobody', expects: is('security/unauthenticated') }];
  for (const role of ROLES) {
    const expects = roles.includes(role) ? isLetIn : is('security/forbidden');
    knocks.push({ role, headers: OWN, as: `as ${role}`, expects });
  }
  if (route.method !== 'GET') {
    knocks.push({
      role: roles[0],
      headers: FOREIGN,
      as: 'from a foreign page',
      expects: is('security/csrf'),
    });
  }
  return knocks;
}

const FOREIGN = { 'x-urtuu': '', 'sec-fetch-site': 'cross-site' };

/** The problem code of the answer, '' for a success. No body is sent and no id exists, so nothing is changed. */
async function answerTo(
  server: HttpServer,
  route: Route,
  headers: Readonly<Record<string, string>>,
): Promise<string> {
  const names = Array.from(route.path.matchAll(/:([A-Za-z]+)/g), ([, name = '']) => name);
  const params = Object.fromEntries(names.map((name) => [name, 'nothing-here']));
  const response = await server.app.inject({ method: route.method, url: pathOf(route, { params }), headers });
  if (response.statusCode < 400) return '';
  const problem: { code?: string } = JSON.parse(response.body);
  return problem.code ?? String(response.statusCode);
}
