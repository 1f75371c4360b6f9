import {
  child,
  childText,
  KHUR,
  KHUR_RESULT,
  KHUR_VERSION,
  khurNamespace,
  khurRowsOf,
  parseXml,
  soapEnvelope,
  xml,
  type KhurServiceName,
  type RegisterPeople,
  type XmlElement,
} from '@urtuu/registers';
import { createVerify, randomUUID, type KeyObject } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { PeopleStore } from './people-store.ts';
import { startSimulator, type ServiceReply, type Simulator } from './simulator-server.ts';

export interface KhurSimulatorOptions {
  /** loopback port; 0 chooses a free one */
  readonly port: number;
  readonly people?: RegisterPeople;
  readonly accessToken: string;
  /** public half of the client's key; without it the signature must be there but is not checked */
  readonly signingPublicKey?: KeyObject;
  readonly clock: () => Date;
  /** how long a call takes when told to be slow, milliseconds */
  readonly slowMs?: number;
}

type Rows = readonly Readonly<Record<string, string>>[];

/** A gateway that answers like KHUR, with constructed people: token, freshness and signature are checked. */
export function startKhurSimulator(options: KhurSimulatorOptions): Promise<Simulator> {
  const store = new PeopleStore('khur');
  if (options.people !== undefined) store.load(options.people, options.clock());
  const areas = ['citizen', 'insurance'] as const;
  return startSimulator(
    {
      title: 'KHUR register of Mongolia',
      store,
      paths: areas.map((area) => `/${area}-${KHUR_VERSION}/ws`),
      wsdl: (path, origin) => wsdlOf(path.startsWith('/citizen') ? 'citizen' : 'insurance', origin + path),
      answer: ({ path, headers, bytes }) => answer(options, store, path, headers, bytes),
      wrongCode: (bytes) => {
        const name = operationOf(bytes)?.name ?? 'idCard';
        return resultEnvelope(name, { code: '999', message: 'unknown code', rows: [] });
      },
      fault: () =>
        soapEnvelope(
          xml('soapenv:Fault', [xml('faultcode', 'soapenv:Server'), xml('faultstring', 'Internal error')]),
        ),
    },
    options,
  );
}

function answer(
  options: KhurSimulatorOptions,
  store: PeopleStore,
  path: string,
  headers: IncomingMessage['headers'],
  bytes: Uint8Array,
): ServiceReply {
  const called = operationOf(bytes);
  if (called === undefined || !path.startsWith(`/${KHUR[called.name].area}-`)) {
    return { status: 200, body: resultEnvelope('idCard', invalid('wrong endpoint or operation')) };
  }
  const problem = headerProblem(options, headers);
  if (problem !== undefined) return { status: 200, body: resultEnvelope(called.name, invalid(problem)) };
  const missing = KHUR[called.name].request.find(
    (member) => (childText(called.request, member) ?? '') === '',
  );
  if (missing !== undefined) {
    return { status: 200, body: resultEnvelope(called.name, invalid(`${missing} is required`)) };
  }
  const rows = rowsFor(store, called.name, called.request);
  return {
    status: 200,
    body: resultEnvelope(
      called.name,
      rows.length === 0
        ? { code: KHUR_RESULT.notFound, message: 'мэдээлэл олдсонгүй', rows: [] }
        : { code: KHUR_RESULT.ok, message: 'амжилттай', rows },
    ),
  };
}

/** Seconds a timestamp may lie off the simulator's clock. */
const FRESH_SECONDS = 300;

function headerProblem(
  options: KhurSimulatorOptions,
  headers: IncomingMessage['headers'],
): string | undefined {
  const { accesstoken, timestamp, signature } = headers;
  if (accesstoken !== options.accessToken) return 'accessToken is not known';
  if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return 'timeStamp is missing';
  if (Math.abs(options.clock().getTime() / 1000 - Number(timestamp)) > FRESH_SECONDS)
    return 'timeStamp is stale';
  if (typeof signature !== 'string' || signature === '') return 'signature is missing';
  if (options.signingPublicKey === undefined) return undefined;
  const good = createVerify('RSA-SHA256')
    .update(`${accesstoken}.${timestamp}`)
    .verify(options.signingPublicKey, signature, 'base64');
  return good ? undefined : 'signature is wrong';
}

function rowsFor(store: PeopleStore, name: KhurServiceName, request: XmlElement): Rows {
  if (name === 'deaths') {
    const [from, to] = [childText(request, 'startDate') ?? '', childText(request, 'endDate') ?? ''];
    return store.deathsEntered(from, to, 'regDate');
  }
  const person = store.person(childText(request, 'regnum') ?? '');
  if (person === undefined) return [];
  const rows = khurRowsOf(person, name);
  if (name !== 'salary') return rows;
  const from = Number(childText(request, 'startYear'));
  const to = Number(childText(request, 'endYear'));
  // A row whose year is no number is delivered: a register does not hide its own mistakes.
  return rows.filter((row) => !(Number(row['year']) < from || Number(row['year']) > to));
}

function operationOf(bytes: Uint8Array): { name: KhurServiceName; request: XmlElement } | undefined {
  const parsed = parseXml(bytes);
  if (!parsed.ok) return undefined;
  const element = child(parsed.value, 'Body')?.children[0];
  const name = NAMES.find((candidate) => KHUR[candidate].operation === element?.name);
  const request = child(element, 'request');
  return name === undefined || request === undefined ? undefined : { name, request };
}

const NAMES: readonly KhurServiceName[] = ['idCard', 'salary', 'workHistory', 'pension', 'deaths'];

/** Services that answer one object; the others answer rows in `list`. */
const SINGLE: ReadonlySet<KhurServiceName> = new Set(['idCard', 'pension']);

interface KhurResult {
  readonly code: string;
  readonly message: string;
  readonly rows: Rows;
}

function invalid(message: string): KhurResult {
  return { code: KHUR_RESULT.invalidRequest, message, rows: [] };
}

function resultEnvelope(name: KhurServiceName, result: KhurResult): string {
  const { operation, area } = KHUR[name];
  const rows = result.rows.map((row) => Object.entries(row).map(([field, value]) => xml(field, value)));
  const response = SINGLE.has(name)
    ? rows.slice(0, 1).map((fields) => xml('response', fields))
    : [
        xml(
          'response',
          rows.map((fields) => xml('list', fields)),
        ),
      ];
  return soapEnvelope(
    xml(
      `ns2:${operation}Response`,
      [
        xml('return', [
          xml('request', []),
          xml('requestId', randomUUID()),
          ...(rows.length === 0 ? [] : response),
          xml('resultCode', result.code),
          xml('resultMessage', result.message),
        ]),
      ],
      `xmlns:ns2="${khurNamespace(area)}"`,
    ),
  );
}

/** A WSDL 1.1 of the services of one area, as the operator's: SOAP 1.1, document/literal, empty soapAction. */
function wsdlOf(area: 'citizen' | 'insurance', address: string): string {
  const services = Object.values(KHUR).filter((service) => service.area === area);
  const each = (write: (operation: string, service: (typeof services)[number]) => string): string =>
    services.map((service) => write(service.operation, service)).join('');
  const ns = khurNamespace(area);
  return `<?xml version="1.0" encoding="UTF-8"?>
<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tns="${ns}" targetNamespace="${ns}">
<wsdl:types><xs:schema targetNamespace="${ns}">${each(
    (operation, service) =>
      `<xs:element name="${operation}"><xs:complexType><xs:sequence><xs:element name="request"><xs:complexType><xs:sequence>${service.request
        .map((member) => `<xs:element name="${member}" type="xs:string"/>`)
        .join(
          '',
        )}</xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element><xs:element name="${operation}Response"><xs:complexType><xs:sequence><xs:element name="return"><xs:complexType><xs:sequence><xs:element name="request" type="xs:anyType" minOccurs="0"/><xs:element name="requestId" type="xs:string"/><xs:element name="response" type="xs:anyType" minOccurs="0"/><xs:element name="resultCode" type="xs:int"/><xs:element name="resultMessage" type="xs:string" minOccurs="0"/></xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>`,
  )}</xs:schema></wsdl:types>
${each((operation) => `<wsdl:message name="${operation}"><wsdl:part name="parameters" element="tns:${operation}"/></wsdl:message><wsdl:message name="${operation}Response"><wsdl:part name="parameters" element="tns:${operation}Response"/></wsdl:message>`)}
<wsdl:portType name="${area}Service">${each((operation) => `<wsdl:operation name="${operation}"><wsdl:input message="tns:${operation}"/><wsdl:output message="tns:${operation}Response"/></wsdl:operation>`)}</wsdl:portType>
<wsdl:binding name="${area}Binding" type="tns:${area}Service"><soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>${each((operation) => `<wsdl:operation name="${operation}"><soap:operation soapAction=""/><wsdl:input><soap:body use="literal"/></wsdl:input><wsdl:output><soap:body use="literal"/></wsdl:output></wsdl:operation>`)}</wsdl:binding>
<wsdl:service name="${area}Service"><wsdl:port name="${area}Port" binding="tns:${area}Binding"><soap:address location="${address}"/></wsdl:port></wsdl:service>
</wsdl:definitions>
`;
}
