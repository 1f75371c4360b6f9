import { ok, refuse, type Result } from '@urtuu/kernel';
import { createSign, type KeyObject } from 'node:crypto';
import type { RegisterRows } from '../contract.ts';
import { registerRefusal, type RegisterRefusal, type Row, type SourceRef } from '../register-port.ts';
import { soapCall } from '../soap/soap-call.ts';
import { child, childText, xml, type XmlElement } from '../soap/xml.ts';
import { KHUR, KHUR_RESULT, KHUR_VERSION, khurNamespace, type KhurServiceName } from './khur-services.ts';

export interface KhurClientOptions {
  /** origin of the gateway, e.g. `https://xyp.gov.mn` */
  readonly baseUrl: string;
  readonly accessToken: string;
  /** RSA private key whose public half the operator holds */
  readonly signingKey: KeyObject;
  readonly clock: () => Date;
  readonly fetch: typeof fetch;
  /** milliseconds for one call, 20,000 unless stated */
  readonly timeoutMs?: number;
}

export interface KhurAnswer {
  readonly rows: readonly Row[];
  readonly delivered: RegisterRows;
  readonly source: SourceRef;
}

/**
 * One call of a KHUR service. The gateway knows its client by `signature`: RSA-SHA256 over `accessToken.timeStamp`;
 * the body is not signed, so the digest of the received bytes is what we can prove later.
 */
export async function callKhur(
  options: KhurClientOptions,
  name: KhurServiceName,
  request: Readonly<Record<string, string>>,
): Promise<Result<KhurAnswer, RegisterRefusal>> {
  const service = KHUR[name];
  const { operation } = service;
  const now = options.clock();
  const members = service.request.map((member) => xml(member, request[member] ?? ''));
  const answer = await soapCall({
    url: `${options.baseUrl}/${service.area}-${KHUR_VERSION}/ws`,
    service: operation,
    body: xml(`tns:${operation}`, [xml('request', members)], `xmlns:tns="${khurNamespace(service.area)}"`),
    headers: khurHeaders(options, now),
    fetch: options.fetch,
    timeoutMs: options.timeoutMs ?? 20_000,
  });
  if (!answer.ok) return answer;
  const { body, rawDigest } = answer.value;
  const result = child(body, 'return');
  if (body.name !== `${operation}Response` || result === undefined) {
    return refuse(
      registerRefusal('malformed', operation, `found <${body.name}>, wanted ${operation}Response`),
    );
  }
  const refused = refusalOf(result, operation);
  if (refused !== undefined) return refuse(refused);
  const rows = rowsOf(child(result, 'response'));
  const retrievedAt = now.toISOString();
  return ok({
    rows,
    delivered: {
      service: operation,
      system: 'khur',
      retrievedAt,
      rawDigest,
      columns: columnsOf(service.columns, rows),
      rows: rows.map((row) => ({ ...row })),
    },
    source: { system: 'khur', service: operation, retrievedAt, rawDigest },
  });
}

export function khurHeaders(
  client: Pick<KhurClientOptions, 'accessToken' | 'signingKey'>,
  now: Date,
): Record<string, string> {
  const timeStamp = String(Math.floor(now.getTime() / 1000));
  const signature = createSign('RSA-SHA256')
    .update(`${client.accessToken}.${timeStamp}`)
    .sign(client.signingKey, 'base64');
  return { accesstoken: client.accessToken, timestamp: timeStamp, signature };
}

function refusalOf(result: XmlElement, operation: string): RegisterRefusal | undefined {
  const code = childText(result, 'resultCode');
  if (code === KHUR_RESULT.ok) return undefined;
  if (code === undefined || !/^-?\d+$/.test(code)) {
    return registerRefusal('malformed', operation, 'the answer has no result code');
  }
  const detail = `result code ${code}`;
  if (code === KHUR_RESULT.notFound) return registerRefusal('notFound', operation, detail);
  if (code === KHUR_RESULT.internal) return registerRefusal('unavailable', operation, detail);
  return registerRefusal(/^20[0-2]$/.test(code) ? 'unauthorised' : 'refused', operation, detail);
}

/**
 * The rows of an answer: each `list` element is one; an answer without a list is one row itself. Members beside the
 * list (the names of WS100507) are repeated on every row, so that nothing delivered is lost.
 */
function rowsOf(response: XmlElement | undefined): Row[] {
  if (response === undefined || response.nil) return [];
  const lists = response.children.filter((element) => element.name === 'list');
  const shared = fieldsOf(response.children.filter((element) => element.name !== 'list'));
  if (lists.length > 0) return lists.map((list) => ({ ...shared, ...fieldsOf(list.children) }));
  return Object.keys(shared).length === 0 ? [] : [shared];
}

function fieldsOf(elements: readonly XmlElement[]): Record<string, string> {
  return Object.fromEntries(elements.map((element) => [element.name, element.text]));
}

/** Known fields first in the order of the service, then whatever else was delivered. */
export function columnsOf(known: readonly string[], rows: readonly Row[]): string[] {
  const delivered = new Set(rows.flatMap((row) => Object.keys(row)));
  return [
    ...known.filter((name) => delivered.has(name)),
    ...[...delivered].filter((name) => !known.includes(name)),
  ];
}
