/** The two national nodes of the demonstration corridor. Which institutions are competent is an open point. */
import type { Localized } from '@urtuu/kernel';

export interface NationalNode {
  readonly id: NodeId;
  readonly country: 'MN' | 'KZ';
  readonly institution: string;
  readonly institutionName: Localized;
  /** Mongolia UTC+8; Kazakhstan UTC+5 since 1 March 2024 */
  readonly utcOffsetMinutes: number;
  readonly port: number;
  readonly simulatorPort: number;
  /** database of the node on a server the launcher was given */
  readonly database: string;
}

export const NODE_IDS = ['mn', 'kz'] as const;
export type NodeId = (typeof NODE_IDS)[number];

export const nationalNodes: Readonly<Record<NodeId, NationalNode>> = {
  mn: {
    id: 'mn',
    country: 'MN',
    institution: 'urn:urtuu:inst:mn:social-insurance',
    institutionName: {
      en: 'Social insurance of Mongolia (demonstration institution)',
      mn: 'Монгол Улсын нийгмийн даатгал (үзүүлэнгийн байгууллага)',
      kk: 'Моңғолияның әлеуметтік сақтандыруы (көрсетілім мекемесі)',
      ru: 'Социальное страхование Монголии (демонстрационное учреждение)',
      zh: '蒙古国社会保险（演示机构）',
    },
    utcOffsetMinutes: 480,
    port: 4100,
    simulatorPort: 4110,
    database: 'urtuu_mn',
  },
  kz: {
    id: 'kz',
    country: 'KZ',
    institution: 'urn:urtuu:inst:kz:pensions',
    institutionName: {
      en: 'Pension payments of Kazakhstan (demonstration institution)',
      mn: 'Казахстаны тэтгэврийн олголт (үзүүлэнгийн байгууллага)',
      kk: 'Қазақстанның зейнетақы төлемдері (көрсетілім мекемесі)',
      ru: 'Пенсионные выплаты Казахстана (демонстрационное учреждение)',
      zh: '哈萨克斯坦养老金支付（演示机构）',
    },
    utcOffsetMinutes: 300,
    port: 4200,
    simulatorPort: 4210,
    database: 'urtuu_kz',
  },
};

export const SIGN_IN_PORT = 4300;

export function partnerOf(node: NationalNode): NationalNode {
  return nationalNodes[node.id === 'mn' ? 'kz' : 'mn'];
}

export function isNodeId(text: string): text is NodeId {
  return NODE_IDS.some((id) => id === text);
}
