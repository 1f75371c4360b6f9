/** `urtuu openapi`: the API reference as OpenAPI 3.1, from the schemas that validate. */
import type { Command } from './command.ts';

export const openApiCommand: Command = {
  name: 'openapi',
  operands: [],
  summary: 'Print the OpenAPI 3.1 document of a node',
  options: {},
  async run({ terminal }): Promise<number> {
    const { nodeOpenApi } = await import('../composition/catalogue.ts');
    terminal.out(JSON.stringify(nodeOpenApi(), null, 2));
    return 0;
  },
};
