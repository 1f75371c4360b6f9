import { randomUUID } from 'node:crypto';
import { khurPort, shepPort, type RegisterPort } from '@urtuu/registers';
import type { NodeConfiguration } from '../configuration/settings.ts';
import { openRegisterKey } from '../keys/node-keys.ts';

/** The national register of this node's state, behind the gateway the configuration names. */
export async function openRegister(config: NodeConfiguration, clock: () => Date): Promise<RegisterPort> {
  const directoryUrl = config['register.directoryUrl'];
  const directory = directoryUrl === undefined ? {} : { directoryUrl };
  switch (config['node.country']) {
    case 'MN':
      return khurPort({
        baseUrl: config['register.url'],
        accessToken: config['register.accessToken'],
        signingKey: await openRegisterKey(config['node.dataDir'], config['register.signingKeyFile']),
        clock,
        fetch,
        ...directory,
      });
    case 'KZ':
      return shepPort({
        url: config['register.url'],
        senderId: config['register.senderId'],
        password: config['register.accessToken'],
        clock,
        newMessageId: randomUUID,
        fetch,
        ...directory,
      });
  }
}
