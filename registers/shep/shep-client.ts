import { ok, refuse, type Result } from '@urtuu/kernel';
import type { RegisterRows } from '../contract.ts';
import { columnsOf } from '../khur/khur-client.ts';
import { registerRefusal, type RegisterRefusal, type Row, type SourceRef } from '../register-port.ts';
import { soapCall } from '../soap/soap-call.ts';
import { child, childText, descendant, parseXml, xml, type XmlElement } from '../soap/xml.ts';
import {
  DATA_NAMESPACE,
  SHEP,
  SHEP_STATUS,
  SYNC_CHANNEL,
  SYNC_CHANNEL_NAMESPACES,
  type ShepServiceName,
} from './shep-services.ts';

export interface ShepClientOptions {
  /** endpoint of the synchronous channel */
  readonly url: string;
  readonly senderId: string;
  readonly password: string;
  readonly clock: () => Date;
  /** a fresh identifier for each message */
  readonly newMessageId: () => string;
  /**
   * Signs the whole envelope where the gateway demands it. Its algorithms (GOST 34.10) are not in Node, so a signer
   * beside the node does it; absent, the message goes unsigned, as the simulator accepts.
   */
  readonly sign?: (envelope: string) => Promise<string>;
  readonly fetch: typeof fetch;
  /** milliseconds for one call, 20,000 unless stated */
  readonly timeoutMs?: number;
}

export interface ShepAnswer {
  readonly rows: readonly Row[];
  readonly delivered: RegisterRows;
  readonly source: SourceRef;
}

/** One `SendMessage` of the synchronous channel. */
export async function callShep(
  options: ShepClientOptions,
  name: ShepServiceName,
  request: Readonly<Record<string, string>>,
): Promise<Result<ShepAnswer, RegisterRefusal>> {
  const service = SHEP[name];
  const { serviceId } = service;
  const now = options.clock();
  const messageId = options.newMessageId();
  const answer = await soapCall({
    url: options.url,
    service: serviceId,
    body: sendMessage(options, service, request, { now, messageId }),
    headers: {},
    fetch: options.fetch,
    timeoutMs: options.timeoutMs ?? 20_000,
    ...(options.sign === undefined ? {} : { sign: options.sign }),
  });
  if (!answer.ok) return answer;
  const { body, rawDigest } = answer.value;
  const response = child(body, 'response');
  if (
    body.name !== 'SendMessageResponse' ||
    !SYNC_CHANNEL_NAMESPACES.includes(body.namespace.toLowerCase()) ||
    response === undefined
  ) {
    return refuse(
      registerRefusal('malformed', serviceId, `found <${body.name}>, wanted SendMessageResponse`),
    );
  }
  const refused = refusalOf(response, serviceId, messageId);
  if (refused !== undefined) return refuse(refused);
  const data = dataOf(child(child(response, 'responseData'), 'data'));
  if (data === undefined)
    return refuse(registerRefusal('malformed', serviceId, 'responseData/data is unreadable'));
  const rows = data.children.filter((element) => element.name === 'row').map(fieldsOf);
  const retrievedAt = now.toISOString();
  return ok({
    rows,
    delivered: {
      service: serviceId,
      system: 'shep',
      retrievedAt,
      rawDigest,
      columns: columnsOf(service.columns, rows),
      rows: rows.map((row) => ({ ...row })),
    },
    source: { system: 'shep', service: serviceId, retrievedAt, rawDigest },
  });
}

function sendMessage(
  options: ShepClientOptions,
  service: (typeof SHEP)[ShepServiceName],
  request: Readonly<Record<string, string>>,
  message: { readonly now: Date; readonly messageId: string },
): string {
  const members = service.request.map((member) => xml(member, request[member] ?? ''));
  return xml(
    'typ:SendMessage',
    [
      xml('request', [
        xml('requestInfo', [
          xml('messageId', message.messageId),
          xml('serviceId', service.serviceId),
          xml('messageDate', message.now.toISOString()),
          xml('sender', [xml('senderId', options.senderId), xml('password', options.password)]),
        ]),
        xml('requestData', [xml('data', [xml('ur:query', members, `xmlns:ur="${DATA_NAMESPACE}"`)])]),
      ]),
    ],
    `xmlns:typ="${SYNC_CHANNEL}"`,
  );
}

/** A status of success must also answer our message: a correlation to another one is no answer. */
function refusalOf(response: XmlElement, service: string, messageId: string): RegisterRefusal | undefined {
  const info = child(response, 'responseInfo');
  const code = childText(child(info, 'status'), 'code');
  if (code === undefined) return registerRefusal('malformed', service, 'the answer has no status code');
  const correlation = childText(info, 'correlationId');
  if (correlation !== undefined && correlation !== '' && correlation !== messageId) {
    return registerRefusal('malformed', service, 'the answer belongs to another message');
  }
  if (includes(SHEP_STATUS.ok, code)) return undefined;
  const notFound = includes(SHEP_STATUS.notFound, code);
  return registerRefusal(notFound ? 'notFound' : 'refused', service, `status ${code}`.slice(0, 100));
}

/** `data` may hold XML or text that is XML; both are accepted. */
function dataOf(data: XmlElement | undefined): XmlElement | undefined {
  if (data === undefined) return undefined;
  const inner = data.children.length > 0 ? data : textAsXml(data.text);
  return inner === undefined ? undefined : descendant(inner, 'rows');
}

function textAsXml(text: string): XmlElement | undefined {
  const parsed = parseXml(new TextEncoder().encode(text));
  return parsed.ok
    ? { name: 'data', namespace: '', nil: false, children: [parsed.value], text: '' }
    : undefined;
}

/** A coded value `{code, nameRu, nameKz}` becomes `<field>Code`; its names are delivered beside it. */
function fieldsOf(row: XmlElement): Row {
  const fields: Record<string, string> = {};
  for (const element of row.children) {
    if (element.children.length === 0) {
      fields[element.name] = element.text;
      continue;
    }
    for (const part of element.children) {
      fields[`${element.name}${part.name.charAt(0).toUpperCase()}${part.name.slice(1)}`] = part.text;
    }
  }
  return fields;
}

function includes(list: readonly string[], code: string): boolean {
  return list.includes(code);
}
